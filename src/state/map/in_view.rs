//! What of the result is in view and what lies outside, with the room that the controls take.

use atlas_core::domain::catalogue::FacetValue;
use atlas_core::domain::link::MapMode;
use atlas_core::domain::region::RegionCode;
use atlas_core::map::area;
use atlas_core::map::cluster::Mark;
use atlas_core::map::edge::{self, Pill};
use atlas_core::map::projection::map_from_lon_lat;
use atlas_core::map::screen::{ScreenPoint, ScreenRect};
use atlas_core::map::viewport::Viewport;
use atlas_core::order::sort_by;
use leptos::prelude::*;

use super::MapState;
use crate::browser::page;
use crate::state::highlight::Pointed;

/// Room between the middles of two bubbles: more than the largest is wide.
const BUBBLE_SPACING_PX: f64 = 42.0;

/// Where the list of a mark's partners lies over the map, at most.
fn city_card(viewport: &Viewport) -> ScreenRect {
    let (width_px, height_px) = (viewport.width_px(), viewport.height_px());
    let card_px = if page::is_wide() { 380.0_f64.min(width_px) } else { width_px };
    ScreenRect::new(width_px - card_px, 0.0, card_px, height_px)
}

impl MapState {
    /// The marks in view, by the ids of their elements, the largest first.
    pub(crate) fn mark_points(self) -> Vec<(String, ScreenPoint)> {
        match self.atlas.mode.get_untracked() {
            MapMode::Seats => {
                let clusters = self.clusters.read_untracked();
                clusters.marks.iter().map(|mark| (format!("mark-{}", mark.key()), mark.screen)).collect()
            }
            MapMode::Areas => untrack(|| {
                let bubbles = self.bubbles();
                bubbles.into_iter().map(|(value, at, _)| (format!("area-{}", value.code()), at)).collect()
            }),
        }
    }

    /// What is pointed at when a mark is.
    pub(crate) fn pointed_at(self, key: u32) -> Pointed {
        let clusters = self.clusters.read_untracked();
        let mark = clusters.marks.iter().find(|mark| mark.key() == key);
        Pointed {
            ids: self.atlas.ids_of(&self.members_of_mark(key)),
            place_keys: mark.map(|mark| mark.place_keys.to_vec()).unwrap_or_default(),
        }
    }

    /// Where the bubble of a region stands.
    pub(crate) fn point_of_area(self, value: FacetValue) -> Option<ScreenPoint> {
        let at = area::lon_lat_of_region(value.region()?)?;
        Some(self.viewport.get().screen_from_map(map_from_lon_lat(at)))
    }

    /// The regions in view where partners of the result work, with their counts, the largest first. Of bubbles
    /// that would touch only the larger is drawn; the other comes when the person zooms in.
    pub(crate) fn bubbles(self) -> Vec<(FacetValue, ScreenPoint, u32)> {
        let screen = self.viewport.get().screen();
        let filter = self.atlas.view().filter;
        let Some(answer) = self.atlas.answer.get() else { return Vec::new() };
        let mut bubbles: Vec<_> = RegionCode::all()
            .filter_map(|region| {
                let value = FacetValue::works_in(region);
                let at = self.point_of_area(value)?;
                let count = answer.count(value);
                let is_shown = screen.contains(at) && (count > 0 || filter.contains(value));
                is_shown.then_some((value, at, count))
            })
            .collect();
        sort_by(&mut bubbles, |(_, _, a), (_, _, b)| b.cmp(a));
        let mut apart: Vec<(FacetValue, ScreenPoint, u32)> = Vec::new();
        for bubble in bubbles {
            if apart.iter().all(|(_, at, _)| at.distance_px(bubble.1) >= BUBBLE_SPACING_PX) {
                apart.push(bubble);
            }
        }
        apart
    }

    /// What lies outside the view, as pills at its edge.
    pub(crate) fn edge_pills(self, width_px: impl Fn(u32, u32) -> f64) -> Vec<Pill> {
        let clusters = self.clusters.read();
        let viewport = self.viewport.read();
        let mut keep_out = self.keep_out();
        keep_out.extend(clusters.marks.iter().map(Mark::rect));
        if self.open_mark.get().is_some() {
            keep_out.push(city_card(&viewport));
        }
        edge::pills(&self.places.read(), &clusters.outside, &viewport, &keep_out, width_px)
    }

    /// Where controls lie over the map: nothing else goes there.
    pub(crate) fn keep_out(self) -> Vec<ScreenRect> {
        let viewport = self.viewport.read();
        let (width_px, height_px) = (viewport.width_px(), viewport.height_px());
        if page::is_wide() {
            vec![
                ScreenRect::new(0.0, 0.0, 250.0, 100.0),
                ScreenRect::new(width_px - 250.0, 0.0, 250.0, 64.0),
                ScreenRect::new(width_px - 64.0, height_px - 210.0, 64.0, 210.0),
                ScreenRect::new(0.0, height_px - 385.0, 225.0, 385.0),
                ScreenRect::new(0.0, height_px - 32.0, width_px, 32.0),
            ]
        } else {
            vec![
                ScreenRect::new(0.0, 0.0, 190.0, 44.0),
                ScreenRect::new(width_px - 44.0, height_px - 130.0, 44.0, 130.0),
                ScreenRect::new(0.0, height_px - 44.0, 90.0, 44.0),
            ]
        }
    }
}
