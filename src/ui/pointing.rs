//! Tells which row or mark a pointer or the focus is on, from the list to the map and back. One listener hears of all:
//! with hundreds of them, listeners of their own take much of the time between a click and the next paint.

use atlas_core::domain::partnership::PartnershipId;
use leptos::ev;
use leptos::prelude::*;

use super::map::key_of_mark;
use crate::browser::{figures, on_window};
use crate::state::atlas::Atlas;
use crate::state::highlight::Pointed;
use crate::state::map::MapState;

/// What finds the row or the mark that something happens on.
const POINTED: &str = ".partnership-row,.mark:not(.area-mark)";

/// To be called once, for as long as there is a page.
pub(crate) fn watch(atlas: Atlas, map: MapState) {
    let point = move |id: Option<String>, is_on: bool| match id {
        Some(id) if is_on => point_at(atlas, map, &id),
        Some(_) => atlas.highlighted.set(Pointed::default()),
        None => {}
    };
    on_window(ev::pointerover, move |event| point(figures::id_crossed(&event, POINTED), true));
    on_window(ev::pointerout, move |event| point(figures::id_crossed(&event, POINTED), false));
    on_window(ev::focusin, move |event| point(figures::id_at(&event, POINTED), true));
    on_window(ev::focusout, move |event| point(figures::id_at(&event, POINTED), false));
}

/// The id is that of an element.
fn point_at(atlas: Atlas, map: MapState, id: &str) {
    if let Some(key) = key_of_mark(id) {
        atlas.highlighted.set(map.pointed_at(key));
        return;
    }
    let id = id.split_once('-').and_then(|(_, id)| PartnershipId::parse(id));
    let brief =
        id.and_then(|id| atlas.shown.with_untracked(|it| it.as_ref().ok()?.digest.brief(&id).cloned()));
    if let Some(brief) = brief {
        atlas.highlighted.set(atlas.pointed_at(&brief));
    }
}
