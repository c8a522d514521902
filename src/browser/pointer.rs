//! Mouse, pen and fingers on an element: where they are, in its own pixels from the top left corner.

use atlas_core::map::screen::ScreenPoint;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, MouseEvent, PointerEvent, TouchEvent};

/// The element whose handler is running.
fn element_of(event: &Event) -> Option<Element> {
    event.current_target().and_then(|target| target.dyn_into().ok())
}

/// Where an event of the mouse happened on the element that handles it.
pub(crate) fn point_of(event: &MouseEvent) -> Option<ScreenPoint> {
    Some(point_within(&element_of(event)?, event.client_x(), event.client_y()))
}

/// Where two fingers are on the element that handles their event; none for one finger or three.
pub(crate) fn two_fingers(event: &TouchEvent) -> Option<(ScreenPoint, ScreenPoint)> {
    let touches = event.touches();
    if touches.length() != 2 {
        return None;
    }
    let element = element_of(event)?;
    let at = |idx| touches.get(idx).map(|touch| point_within(&element, touch.client_x(), touch.client_y()));
    Some((at(0)?, at(1)?))
}

/// Keeps the events of a pointer coming to the element that handles this one, until it is released.
pub(crate) fn capture(event: &PointerEvent) {
    if let Some(element) = element_of(event) {
        // Fails for a pointer that is gone already.
        let _ok = element.set_pointer_capture(event.pointer_id());
    }
}

fn point_within(element: &Element, x_of_client: i32, y_of_client: i32) -> ScreenPoint {
    let rect = element.get_bounding_client_rect();
    ScreenPoint::new(f64::from(x_of_client) - rect.left(), f64::from(y_of_client) - rect.top())
}
