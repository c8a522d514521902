//! The keyboard on the map: one tab stop; arrows pan it, or move between marks once a mark has the focus.

use atlas_core::map::keyboard::{Direction, next_in_direction};
use leptos::ev;
use leptos::prelude::*;

use super::controls::ZOOM_STEP;
use crate::browser::{dom, time};
use crate::state::atlas::Atlas;
use crate::state::highlight::Pointed;
use crate::state::map::MapState;

/// How far one press of an arrow moves the picture.
const PAN_STEP_PX: f64 = 80.0;

pub(super) fn on_key(event: &ev::KeyboardEvent, atlas: Atlas, map: MapState) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let focused = dom::focused_id().unwrap_or_default();
    let is_on_mark = focused.starts_with("mark-") || focused.starts_with("area-");
    let key = event.key();
    let is_handled = match key.as_str() {
        "+" | "=" => {
            map.zoom(ZOOM_STEP);
            true
        }
        "-" => {
            map.zoom(1.0 / ZOOM_STEP);
            true
        }
        "Enter" if !is_on_mark => enter_marks(map),
        "Enter" | " " if is_on_mark => dom::click_id(&focused),
        "Escape" if is_on_mark => {
            atlas.highlighted.set(Pointed::default());
            dom::focus_id("map-view", false)
        }
        _ => match Direction::from_key(&key) {
            Some(direction) if is_on_mark => move_between_marks(&focused, direction, map),
            Some(direction) => {
                pan(direction, map);
                true
            }
            None => false,
        },
    };
    if is_handled {
        event.prevent_default();
        // A mark that left the view took the focus along: the map itself goes on with the keys.
        time::before_next_paint(|| {
            if dom::has_no_focus() {
                dom::focus_id("map-view", false);
            }
        });
    }
}

fn pan(direction: Direction, map: MapState) {
    // The view goes where the arrow points, so the picture goes the other way.
    match direction {
        Direction::Left => map.pan(PAN_STEP_PX, 0.0),
        Direction::Right => map.pan(-PAN_STEP_PX, 0.0),
        Direction::Up => map.pan(0.0, PAN_STEP_PX),
        Direction::Down => map.pan(0.0, -PAN_STEP_PX),
    }
}

/// Focuses the largest mark in view.
fn enter_marks(map: MapState) -> bool {
    let ids = map.mark_points();
    ids.first().is_some_and(|(id, _)| dom::focus_id(id, false))
}

fn move_between_marks(focused: &str, direction: Direction, map: MapState) -> bool {
    let marks = map.mark_points();
    let points: Vec<_> = marks.iter().map(|(_, at)| *at).collect();
    let next = marks
        .iter()
        .position(|(id, _)| id == focused)
        .and_then(|current| next_in_direction(current, &points, direction))
        .and_then(|next| marks.get(next));
    // At the last mark an arrow does nothing, and must not scroll the page either.
    next.is_none_or(|(id, _)| dom::focus_id(id, false))
}
