//! Mouse, wheel and touch on the map. One finger scrolls the page; two move the map.

use atlas_core::map::screen::ScreenPoint;
use leptos::ev;
use leptos::prelude::*;

use crate::browser::time::Debounce;
use crate::browser::{dom, page, pointer};
use crate::state::map::MapState;

/// A pointer that moved less than this was a click.
const CLICK_SLOP_PX: f64 = 4.0;

/// How long a hint stays.
const HINT_MILLIS: i32 = 1600;

/// A wheel turned by this many pixels zooms by a factor of e.
const WHEEL_PX_PER_E: f64 = 400.0;

/// What the person is doing with the map.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Doing {
    Nothing,
    Dragging { from: ScreenPoint, has_moved: bool },
    Pinching { middle: ScreenPoint, distance_px: f64 },
}

/// The handlers of one map, which share what is going on.
#[derive(Clone, Copy)]
pub(crate) struct Gestures {
    map: MapState,
    is_framed: bool,
    doing: RwSignal<Doing>,
    /// The key of a hint on how to move the map.
    pub(crate) hint: RwSignal<Option<&'static str>>,
    hint_end: StoredValue<Debounce, LocalStorage>,
}

impl Gestures {
    pub(crate) fn new(map: MapState, is_framed: bool) -> Self {
        Self {
            map,
            is_framed,
            doing: RwSignal::new(Doing::Nothing),
            hint: RwSignal::new(None),
            hint_end: StoredValue::new_local(Debounce::default()),
        }
    }

    fn show_hint(self, key: &'static str) {
        let hint = self.hint;
        hint.set(Some(key));
        self.hint_end.with_value(|end| {
            end.call(HINT_MILLIS, move || {
                // The map may be gone by now.
                let _gone = hint.try_set(None);
            });
        });
    }

    pub(crate) fn wheel(self, event: &ev::WheelEvent) {
        // Beside the list the map has the wheel to itself; above it, and in a frame, the page must scroll on.
        if (self.is_framed || !page::is_wide())
            && !event.ctrl_key()
            && !event.meta_key()
            && !dom::is_full_screen()
        {
            return self.show_hint("map.ctrl-wheel");
        }
        event.prevent_default();
        let pixels_per_line = if event.delta_mode() == 1 { 16.0 } else { 1.0 };
        let factor = (-event.delta_y() * pixels_per_line / WHEEL_PX_PER_E).exp();
        if let Some(at) = pointer::point_of(event) {
            self.map.zoom_about(at, factor);
        }
    }

    pub(crate) fn press(self, event: &ev::PointerEvent) {
        let is_touch = event.pointer_type() == "touch" && !dom::is_full_screen();
        if let Some(from) = pointer::point_of(event).filter(|_| event.button() == 0 && !is_touch) {
            self.doing.set(Doing::Dragging { from, has_moved: false });
        }
    }

    pub(crate) fn drag(self, event: &ev::PointerEvent) {
        let Doing::Dragging { from, has_moved } = self.doing.get_untracked() else { return };
        let Some(to) = pointer::point_of(event) else { return };
        if !has_moved && from.distance_px(to) < CLICK_SLOP_PX {
            return;
        }
        if !has_moved {
            // From now on it is a drag, even where it leaves the map.
            pointer::capture(event);
            self.map.is_moving.set(true);
        }
        self.doing.set(Doing::Dragging { from: to, has_moved: true });
        self.map.pan(to.x_px - from.x_px, to.y_px - from.y_px);
    }

    pub(crate) fn release(self) {
        self.doing.set(Doing::Nothing);
        self.map.is_moving.set(false);
    }

    pub(crate) fn touch(self, event: &ev::TouchEvent) {
        if let Some((middle, distance_px)) = two_fingers(event) {
            event.prevent_default();
            self.doing.set(Doing::Pinching { middle, distance_px });
            self.hint.set(None);
        }
    }

    pub(crate) fn pinch(self, event: &ev::TouchEvent) {
        let Some((to, to_px)) = two_fingers(event) else {
            if !dom::is_full_screen() {
                self.show_hint("map.two-fingers");
            }
            return;
        };
        event.prevent_default();
        if let Doing::Pinching { middle, distance_px } = self.doing.get_untracked() {
            self.map.pan(to.x_px - middle.x_px, to.y_px - middle.y_px);
            self.map.zoom_about(to, to_px / distance_px.max(1.0));
        }
        self.doing.set(Doing::Pinching { middle: to, distance_px: to_px });
    }

    pub(crate) fn lift(self, event: &ev::TouchEvent) {
        if event.touches().length() < 2 && matches!(self.doing.get_untracked(), Doing::Pinching { .. }) {
            self.doing.set(Doing::Nothing);
        }
    }
}

/// The middle and the distance of two fingers, in pixels of the map.
fn two_fingers(event: &ev::TouchEvent) -> Option<(ScreenPoint, f64)> {
    let (a, b) = pointer::two_fingers(event)?;
    let middle = ScreenPoint::new(f64::midpoint(a.x_px, b.x_px), f64::midpoint(a.y_px, b.y_px));
    Some((middle, a.distance_px(b)))
}
