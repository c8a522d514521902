//! The seats on a picture of the map, for as long as there is no app that would draw marks.

use atlas_core::decimals::tenths;
use leptos::prelude::*;

use crate::state::map::MapState;

/// A point per city. It is a line without length: its width is in pixels of the screen, whatever the size of the picture.
#[component]
pub(crate) fn StillSeats() -> impl IntoView {
    let map = MapState::of_context();
    let viewport = map.viewport.get_untracked();
    let mut points = String::new();
    for place in map.places.read_untracked().as_slice() {
        let at = viewport.screen_from_map(place.at);
        points += &format!("M{} {}h0", tenths(at.x_px), tenths(at.y_px));
    }
    view! {
        <path class="still-seats still-seats--halo" d=points.clone() />
        <path class="still-seats" d=points />
    }
}
