//! One mark: a city with its partners, as the sign of a stage or as a number in a ring of stages.

use std::sync::Arc;

use atlas_core::decimals::{decimals, tenths};
use atlas_core::domain::brief::Brief;
use atlas_core::domain::link::Route;
use atlas_core::domain::vocabulary::{Stage, Vocabulary as _};
use atlas_core::fnv::fnv_1a;
use atlas_core::map::cluster::Mark;
use atlas_core::map::glyph;
use leptos::prelude::*;

use crate::browser::figures::{Figure, Figures, Part, Pattern, Setting};
use crate::state::atlas::{Atlas, session};
use crate::state::map::MapState;
use crate::ui::note_mark::{Found, found_on, name_of};
use crate::ui::words::{say, words};

/// The ring about a mark that has the focus, which takes clicks too: never less than the 24 px a finger needs.
const FOCUS_PX: f64 = 3.5;

/// The thickness of the ring that is divided by stage.
const RING_PX: f64 = 3.5;

/// A sheet of paper with a folded corner.
const NOTE_SIGN: &str = "M0 0h5l3 3v5h-8z";

/// The parts of a mark that opens the page of its only partner; the last is for one with notes.
static LINK: [Part; 6] = [
    ("a", &[("class", "mark"), ("tabindex", "-1")]),
    HALO,
    FOCUS,
    ("title", &[]),
    ("path", &[("class", "mark__sign")]),
    NOTE,
];

/// The parts of a mark of several.
static BUTTON: [Part; 7] = [
    ("g", &[("class", "mark"), ("role", "button"), ("tabindex", "-1")]),
    HALO,
    FOCUS,
    ("title", &[]),
    // One element for all stages: with many marks it is the number of elements that takes time.
    ("path", &[("class", "mark__arc")]),
    ("text", &[("class", "mark__count mark__count--on-paper"), ("y", "4")]),
    NOTE,
];

const HALO: Part = ("circle", &[("class", "mark__halo")]);
const FOCUS: Part = ("circle", &[("class", "mark__focus")]);
const NOTE: Part = ("path", &[("class", "mark__note"), ("d", NOTE_SIGN)]);

/// The id of the element of a mark.
pub(crate) fn mark_id(key: u32) -> String {
    format!("mark-{key}")
}

/// The key of the mark whose element has this id.
pub(crate) fn key_of_mark(mark_id: &str) -> Option<u32> {
    mark_id.strip_prefix("mark-")?.parse().ok()
}

/// What a mark says of itself, on hover and to screen readers.
pub(crate) fn mark_name(mark: &Mark, only: Option<&Brief>) -> String {
    let words = words();
    let lang = words.lang();
    let city = session().and_then(|session| session.seats.city(mark.key()).cloned());
    let place = city.map(|city| city.city.name.get(lang).to_owned()).unwrap_or_default();
    if let Some(only) = only {
        let stage = only.stage.map(|stage| say(&stage.message_key())).unwrap_or_default();
        let name = only.name.get(lang);
        return words.format("map.mark.one", &[("place", &place), ("name", name), ("stage", &stage)]);
    }
    let n = words.number(u64::from(mark.counts.total()));
    let m = mark.n_more_places();
    if m == 0 {
        return words.format("map.mark.many", &[("place", &place), ("n", &n)]);
    }
    words.count("map.mark.more", m as u64, &[("place", &place), ("partnerships", &n)])
}

/// Everything but the marks themselves that their figures come from, asked for once for all.
pub(super) struct Marks {
    atlas: Atlas,
    map: MapState,
    /// Of the address, which links lead on from.
    address: u64,
    /// Of the notes.
    notes: u64,
}

impl Marks {
    /// To be called inside something reactive.
    pub(super) fn new(atlas: Atlas, map: MapState) -> Self {
        let address = fnv_1a(atlas.href_of(Route::Explore).bytes().map(u64::from));
        let notes =
            atlas.noted.with(|noted| if noted.n_notes == 0 { 0 } else { Arc::as_ptr(noted) as usize });
        Self { atlas, map, address, notes: notes as u64 }
    }

    /// The mark as it is to be: of one that is in the document, only what follows the view, the pointer and what is
    /// open. To be called inside something reactive.
    pub(super) fn figure(&self, mark: &Mark, last: &Figures) -> Figure {
        let key = mark.key();
        let only_stage = mark.only_stage();
        let print = self.map.places.read_untracked().fingerprint(mark);
        let print = fnv_1a([print, self.notes, if only_stage.is_some() { self.address } else { 0 }]);
        let at = self.map.viewport.read().screen_from_map(mark.at);
        let mut settings = vec![
            (0, "transform", to(format!("translate({} {})", tenths(at.x_px), tenths(at.y_px)))),
            (0, "aria-current", given(self.map.is_open_at(&mark.place_keys), "true")),
            (0, "data-highlighted", given(self.map.is_highlighted_at(&mark.place_keys), "")),
        ];
        if only_stage.is_none() {
            let is_open = self.map.open_mark.get() == Some(key);
            settings.push((0, "aria-expanded", to(is_open.to_string())));
        }
        let known = last.pattern(key, print);
        let pattern = known.unwrap_or_else(|| self.describe(mark, only_stage, &mut settings));
        Figure { key, print, pattern, settings }
    }

    /// What stays while the mark does.
    fn describe(
        &self,
        mark: &Mark,
        only_stage: Option<Stage>,
        settings: &mut Vec<(usize, &'static str, Setting)>,
    ) -> Pattern {
        let has_notes = self.notes != 0;
        // They may be a great many.
        let members = (has_notes || only_stage.is_some()).then(|| self.map.members_of_mark(mark.key()));
        let members = members.unwrap_or_default();
        let found =
            if has_notes { found_on(self.atlas, &self.atlas.ids_of(&members)) } else { Found::default() };
        let only = only_stage.and_then(|_| self.atlas.briefs(&members).pop());
        let name = mark_name(mark, only.as_deref());
        let name = if found.0 == 0 { name } else { format!("{name}, {}", name_of(found)) };
        let radius_px = mark.radius_px();
        settings.extend([
            (0, "id", to(mark_id(mark.key()))),
            (0, "aria-label", to(name.clone())),
            (1, "r", to(tenths(radius_px + 1.5).to_string())),
            (2, "r", to(tenths(radius_px + FOCUS_PX).to_string())),
            (3, "", to(name)),
        ]);
        let pattern: Pattern = if let Some((stage, only)) = only_stage.zip(only) {
            let (corner, scale) = (decimals(-radius_px * 8.0 / 7.0, 3), decimals(radius_px / 7.0, 3));
            settings.extend([
                (0, "href", to(self.atlas.href_of(Route::Partner(only.id.clone())))),
                (4, "d", to(glyph::path(stage).to_owned())),
                (4, "transform", to(format!("translate({corner} {corner}) scale({scale})"))),
            ]);
            &LINK
        } else {
            let arcs = glyph::ring(&mark.counts, radius_px - RING_PX, radius_px).into_iter();
            settings.push((4, "d", to(arcs.map(|arc| arc.path).collect())));
            settings.push((5, "", to(mark.counts.total().to_string())));
            &BUTTON
        };
        let (note, without) = (pattern.len() - 1, &pattern[..pattern.len() - 1]);
        if found.0 == 0 {
            return without;
        }
        // At the upper edge.
        let side_px = radius_px * 0.7;
        let place = format!("translate({} {})", tenths(side_px - 1.0), tenths(-side_px - 7.0));
        settings.push((note, "transform", to(place)));
        settings.push((note, "data-due", given(found.1, "")));
        pattern
    }
}

fn to(text: String) -> Setting {
    Setting::To(text)
}

fn given(is_so: bool, text: &str) -> Setting {
    if is_so { to(text.to_owned()) } else { Setting::None }
}
