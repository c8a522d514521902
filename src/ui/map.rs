//! The map: where the partners of the result have their seats, or where they work.

mod area_marks;
mod basemap;
mod city_card;
mod controls;
mod gestures;
mod keys;
mod legend;
mod mark;
mod seat_marks;
mod still;

use atlas_core::decimals::whole;
use atlas_core::domain::link::MapMode;
use leptos::html;
use leptos::prelude::*;

use super::live::{live, live_if};
use super::part::{Later, LaterPage};
use super::words::say;
use crate::browser::{IS_PRERENDERING, dom};
use crate::state::atlas::Atlas;
use crate::state::map::MapState;
use area_marks::{AreaMarks, WorldwideNote};
use basemap::Basemap;
pub(crate) use city_card::CityCard;
pub(crate) use controls::ByViewSwitch;
use controls::{Controls, ModeSwitch};
use gestures::Gestures;
use legend::Legend;
pub(crate) use mark::key_of_mark;
use seat_marks::{EdgePills, SeatMarks};
use still::StillSeats;

/// The map with its controls, legend and disclaimer; it takes the size of the space it is given.
#[component]
pub(crate) fn MapView() -> impl IntoView {
    let atlas = Atlas::of_context();
    let map = MapState::of_context();
    let frame = NodeRef::<html::Section>::new();
    Effect::new(move || {
        if let Some(frame) = frame.get() {
            dom::watch_size(&frame, move |width_px, height_px| map.resize(width_px, height_px));
        }
    });
    let gestures = Gestures::new(map, atlas.is_framed);
    let hint = gestures.hint;
    let hint_text =
        live_if(move || hint.get().map(|key| atlas.messages.get().text(key).to_owned().into_any()));
    let has_card = Memo::new(move |_| map.open_mark.get().is_some());
    let card =
        live_if(move || has_card.get().then(|| view! { <Later page=LaterPage::CityCard /> }.into_any()));
    let is_seats = Memo::new(move |_| atlas.mode.get() == MapMode::Seats);
    view! {
        <section
            class="map explore__map"
            id="map"
            node_ref=frame
            aria-label=say("map.label")
            data-moving=move || map.is_moving.get().then_some("")
        >
            <p class="visually-hidden" id="map-help">{say("map.help")}</p>
            <svg
                class="map__svg"
                id="map-view"
                role="group"
                tabindex="0"
                aria-label=say("map.label")
                aria-describedby="map-help"
                viewBox=move || {
                    let viewport = map.viewport.get();
                    format!("0 0 {} {}", whole(viewport.width_px()), whole(viewport.height_px()))
                }
                on:keydown=move |event| keys::on_key(&event, atlas, map)
                on:wheel=move |event| gestures.wheel(&event)
                on:pointerdown=move |event| gestures.press(&event)
                on:pointermove=move |event| gestures.drag(&event)
                on:pointerup=move |_| gestures.release()
                on:pointercancel=move |_| gestures.release()
                on:touchstart=move |event| gestures.touch(&event)
                on:touchmove=move |event| gestures.pinch(&event)
                on:touchend=move |event| gestures.lift(&event)
            >
                <Basemap />
                {live(move || match is_seats.get() {
                    _ if IS_PRERENDERING => view! { <StillSeats /> }.into_any(),
                    true => view! { <SeatMarks /> }.into_any(),
                    false => view! { <AreaMarks /> }.into_any(),
                })}
            </svg>
            {live(move || if is_seats.get() { view! { <EdgePills /> }.into_any() } else { view! { <WorldwideNote /> }.into_any() })}
            <ModeSwitch />
            <ByViewSwitch id="by-view" class="map__by-view no-print" />
            <Legend />
            <Controls />
            {card}
            <p class="map__hint" aria-hidden="true" data-shown=move || hint.get().map(|_| "")>{hint_text}</p>
            <p class="map__disclaimer">
                {say("disclaimer.short")}" "{say("disclaimer.credit")}
            </p>
        </section>
    }
}
