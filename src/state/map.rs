//! What the map shows and from where; it outlives the pages, so that the map stays when a partner opens.

mod following;
mod in_view;

use std::sync::Arc;

use atlas_core::map::cluster::{Clusters, Places};
use atlas_core::map::outline::Outlines;
use atlas_core::map::outline_file::OUTLINE_FILE;
use atlas_core::map::projection::{LonLat, MapPoint, map_from_lon_lat};
use atlas_core::map::screen::ScreenPoint;
use atlas_core::map::viewport::{Bbox, Preset, Viewport};
use leptos::prelude::*;

use self::following::places_of_result;
use super::atlas::Atlas;
use super::navigation::Step;
use crate::browser::boot::{self, LoadError};
use crate::browser::time::{self, Debounce};
use crate::browser::{IS_PRERENDERING, page};

/// Room around a fitted result, for the marks and what floats over the map.
const FIT_PADDING_PX: f64 = 72.0;

/// The width of a picture of the map, in units of its own.
const STILL_WIDTH_PX: f64 = 1000.0;

/// A pause after the last movement, after which the address follows.
const MOVING_PAUSE_MILLIS: i32 = 500;

/// The state of the map by its address: it lives as long as the app.
#[derive(Clone, Copy)]
pub(crate) struct MapState(&'static MapSignals);

impl std::ops::Deref for MapState {
    type Target = MapSignals;

    fn deref(&self) -> &MapSignals {
        self.0
    }
}

/// The signals of the map.
pub(crate) struct MapSignals {
    pub(crate) viewport: RwSignal<Viewport>,
    pub(crate) outlines: RwSignal<Option<Arc<Outlines>>>,
    pub(crate) is_outline_missing: RwSignal<bool>,
    pub(crate) is_moving: RwSignal<bool>,
    /// Whether there is time for the names of the cities: not in the frame in which the marks of another result come.
    pub(crate) has_labels: RwSignal<bool>,
    /// The cities of the result. The list is painted before.
    pub(crate) places: RwSignal<Arc<Places>>,
    pub(crate) clusters: Memo<Arc<Clusters>>,
    /// The place of the partner whose page is open.
    open_place: Memo<Option<u32>>,
    /// The mark whose partners are listed on the map, by its key.
    pub(crate) open_mark: RwSignal<Option<u32>>,
    has_size: RwSignal<bool>,
    atlas: Atlas,
    following: StoredValue<Debounce, LocalStorage>,
}

/// The map of a page that is prerendered.
#[derive(Clone)]
pub(crate) struct StillMap {
    /// A file of outlines.
    pub(crate) outlines: Option<Arc<str>>,
}

impl MapState {
    pub(crate) fn new(atlas: Atlas) -> Self {
        let viewport = RwSignal::new(Viewport::preset(Preset::Eurasia, 1000.0, 700.0));
        let places = RwSignal::new(places_of_result(atlas));
        let clusters = Memo::new(move |last: Option<&Arc<Clusters>>| {
            Arc::new(places.read().cluster_after(last.map(AsRef::as_ref), &viewport.read()))
        });
        let this = Self(Box::leak(Box::new(MapSignals {
            viewport,
            outlines: RwSignal::new(None),
            is_outline_missing: RwSignal::new(false),
            is_moving: RwSignal::new(false),
            has_labels: RwSignal::new(true),
            places,
            clusters,
            open_place: Memo::new(move |_| {
                let id = atlas.open_id.get()?;
                let shown = atlas.shown.read();
                let session = shown.as_ref().ok()?;
                session.seats.key_of_city(session.digest.brief(&id)?.seat.as_ref()?)
            }),
            open_mark: RwSignal::new(None),
            has_size: RwSignal::new(false),
            atlas,
            following: StoredValue::new_local(Debounce::default()),
        })));
        // The other arm is no part of the app in a page.
        match IS_PRERENDERING.then(use_context::<StillMap>).flatten() {
            Some(still) => this.stand_still(still),
            None => leptos::task::spawn_local(async move {
                let file = boot::outlines().await;
                time::turn().await;
                this.draw(file);
            }),
        }
        this.follow_result();
        this.follow_partner();
        this
    }

    /// Draws outlines, unless finer ones are drawn; where they cannot be had, the map stays as it is.
    fn draw(self, file: Result<String, LoadError>) {
        let text = file.map_err(|error| error.detail);
        match text.and_then(|text| Outlines::from_json(&text).map_err(|error| error.to_string())) {
            Ok(read) => self.outlines.update(|drawn| {
                if drawn.as_ref().is_none_or(|it| it.steps_per_unit < read.steps_per_unit) {
                    *drawn = Some(Arc::new(read));
                }
            }),
            Err(detail) => page::log_error(&detail),
        }
        self.is_outline_missing.set(self.outlines.with_untracked(Option::is_none));
    }

    /// Draws what a picture of the map shows. It has the shape of the part of the world that the map opens on, so that
    /// it lies in any box just as the map will.
    fn stand_still(self, still: StillMap) {
        let bounds = Preset::Eurasia.bounds();
        let (width, height) = (bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
        self.viewport.set(Viewport::preset(Preset::Eurasia, STILL_WIDTH_PX, STILL_WIDTH_PX * height / width));
        if let Some(outlines) = still.outlines {
            self.draw(Ok(outlines.to_string()));
        }
    }

    /// Puts the outlines with all their detail in the place of those that the first page came with.
    pub(crate) async fn refine(self) {
        self.draw(boot::fine_outlines(OUTLINE_FILE).await);
    }

    pub(crate) fn of_context() -> Self {
        expect_context::<Self>()
    }

    /// Whether the element has told its size.
    pub(crate) fn has_size(self) -> bool {
        self.has_size.get()
    }

    /// Whether it stands as it is to be seen: at its size, with its outlines, or without where they do not come.
    pub(crate) fn is_drawn(self) -> bool {
        self.has_size() && (self.is_outline_missing.get() || self.outlines.with(Option::is_some))
    }

    /// The element has this size now. The first size decides what the map opens on.
    pub(crate) fn resize(self, width_px: f64, height_px: f64) {
        if width_px < 1.0 || height_px < 1.0 {
            return;
        }
        if self.has_size.get_untracked() {
            self.viewport.update(|viewport| *viewport = viewport.resized(width_px, height_px));
        } else {
            self.viewport.set(Viewport::preset(Preset::Eurasia, width_px, height_px));
            self.has_size.set(true);
            self.open_on_link();
        }
    }

    /// What the address asks for: its part of the world, its partner, its result, or Europe to Central Asia.
    fn open_on_link(self) {
        let view = self.atlas.view_untracked();
        if let Some(bbox) = view.bbox {
            self.viewport.update(|it| *it = bbox.viewport(it.width_px(), it.height_px()));
        } else if view.is_narrowed() {
            self.show_result();
        }
    }

    fn change(self, change: impl FnOnce(Viewport) -> Viewport) {
        self.viewport.update(|viewport| *viewport = change(*viewport));
        if self.atlas.link.read_untracked().view.bbox.is_some() {
            self.following.with_value(|following| {
                following.call(MOVING_PAUSE_MILLIS, move || self.filter_by_view(true));
            });
        }
    }

    pub(crate) fn pan(self, right_px: f64, down_px: f64) {
        self.change(|viewport| viewport.panned_by(right_px, down_px));
    }

    pub(crate) fn zoom(self, factor: f64) {
        self.change(|viewport| viewport.zoomed_by(factor));
    }

    pub(crate) fn zoom_about(self, at: ScreenPoint, factor: f64) {
        self.change(|viewport| viewport.zoomed_about(at, factor));
    }

    pub(crate) fn go_to(self, at: MapPoint) {
        self.change(|viewport| viewport.centered_on(at));
    }

    /// Brings these points into view.
    fn fit(self, points: Vec<MapPoint>) {
        self.change(|viewport| {
            let padding_px = FIT_PADDING_PX.min(viewport.height_px() / 5.0);
            viewport.fit(points, padding_px)
        });
    }

    pub(crate) fn show_preset(self, preset: Preset) {
        self.change(|viewport| Viewport::preset(preset, viewport.width_px(), viewport.height_px()));
    }

    /// Shows every seat of the result.
    pub(crate) fn show_result(self) {
        self.fit(self.places.read_untracked().as_slice().iter().map(|place| place.at).collect());
    }

    /// Brings a city into view if it is not.
    fn reveal(self, at: MapPoint) {
        let viewport = self.viewport.get_untracked();
        let margin_px = 24.0_f64.min(viewport.height_px() / 6.0);
        if !viewport.screen().inset(margin_px).contains(viewport.screen_from_map(at)) {
            self.go_to(at);
        }
    }

    /// Narrows the result to seats in view, or stops doing so.
    pub(crate) fn filter_by_view(self, is_on: bool) {
        let bbox = is_on.then(|| Bbox::of(&self.viewport.get_untracked()));
        let mut view = self.atlas.view_untracked();
        let step = if view.bbox.is_some() && bbox.is_some() { Step::Replace } else { Step::Push };
        view.bbox = bbox;
        self.atlas.show(view, step);
    }

    /// Lists the partners of a mark, or closes the list.
    pub(crate) fn toggle_mark(self, key: u32) {
        self.open_mark.update(|open| *open = (*open != Some(key)).then_some(key));
    }

    /// The partners of the mark with this key, by index.
    pub(crate) fn members_of_mark(self, key: u32) -> Vec<u32> {
        let (places, clusters) = (self.places.read_untracked(), self.clusters.read_untracked());
        let mark = clusters.marks.iter().find(|mark| mark.key() == key);
        mark.map(|mark| places.member_ids(mark).collect()).unwrap_or_default()
    }

    /// Whether the partner whose page is open has its seat at one of these places.
    pub(crate) fn is_open_at(self, place_keys: &[u32]) -> bool {
        self.open_place.get().is_some_and(|key| place_keys.contains(&key))
    }

    /// Whether something at one of these places is pointed at.
    pub(crate) fn is_highlighted_at(self, place_keys: &[u32]) -> bool {
        self.atlas.highlighted.with(|pointed| pointed.place_keys.iter().any(|key| place_keys.contains(key)))
    }

    /// Where the Secretariat has its seat.
    pub(crate) fn secretariat(self) -> Option<MapPoint> {
        self.atlas.shown.with(|shown| {
            let (lon_deg, lat_deg) = shown.as_ref().ok()?.digest.secretariat_lon_lat_deg?;
            LonLat::new(lon_deg, lat_deg).map(map_from_lon_lat)
        })
    }
}
