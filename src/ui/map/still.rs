//! The seats on a picture of the map, for as long as there is no app that would draw marks.

use atlas_core::decimals::tenths;
use leptos::prelude::*;

use crate::state::map::MapState;

/// A point per city, where there is land to stand on. It is a line without length: its width is in pixels of the screen, whatever the size of the picture.
#[component]
pub(crate) fn StillSeats() -> impl IntoView {
    let map = MapState::of_context();
    let viewport = map.viewport.get_untracked();
    let places = map.places.read_untracked();
    let points = places.as_slice().iter().map(|place| {
        let at = viewport.screen_from_map(place.at);
        format!("M{} {}h0", tenths(at.x_px), tenths(at.y_px))
    });
    let points = points.collect::<Vec<_>>().concat();
    map.outlines.with_untracked(Option::is_some).then(|| {
        view! {
            <path class="still-seats still-seats--halo" d=points.clone() />
            <path class="still-seats" d=points />
        }
    })
}
