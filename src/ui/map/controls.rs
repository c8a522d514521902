//! What moves the map without a gesture: zoom, views, full screen; and what it shows.

use atlas_core::domain::link::MapMode;
use atlas_core::map::viewport::Preset;
use leptos::prelude::*;

use crate::browser::dom;
use crate::state::atlas::Atlas;
use crate::state::map::MapState;
use crate::ui::icon::{Icon, IconView};
use crate::ui::words::{say, words};

/// One press of the zoom buttons.
pub(crate) const ZOOM_STEP: f64 = 1.6;

/// Seats or areas of work.
#[component]
pub(crate) fn ModeSwitch() -> impl IntoView {
    let atlas = Atlas::of_context();
    let options = [(MapMode::Seats, "map.mode.seats"), (MapMode::Areas, "map.mode.areas")]
        .map(|(mode, key)| {
            view! {
                <button
                    type="button"
                    class="segmented__option"
                    id=key.replace('.', "-")
                    aria-pressed=move || (atlas.mode.get() == mode).to_string()
                    on:click=move |_| atlas.set_mode(mode)
                >
                    {say(key)}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="segmented map__mode no-print" role="group" aria-label=say("map.mode")>
            {options}
        </div>
    }
}

/// Narrows the result to what the map shows, and follows the map from then on.
#[component]
pub(crate) fn ByViewSwitch(#[prop(into)] id: String, class: &'static str) -> impl IntoView {
    let atlas = Atlas::of_context();
    let map = MapState::of_context();
    view! {
        <label class=class>
            <input
                type="checkbox"
                id=id
                prop:checked=move || atlas.view().bbox.is_some()
                on:change=move |event| map.filter_by_view(event_target_checked(&event))
            />
            {words().text("map.filter-by-view").to_owned()}
        </label>
    }
}

/// The column of buttons at the lower right.
#[component]
pub(crate) fn Controls() -> impl IntoView {
    let map = MapState::of_context();
    let presets = [
        (Preset::World, "map.preset.world"),
        (Preset::Eurasia, "map.preset.eurasia"),
        (Preset::Europe, "map.preset.europe"),
    ]
    .map(|(preset, key)| {
        view! {
            <button type="button" class="map-button map-button--words" on:click=move |_| map.show_preset(preset)>
                {say(key)}
            </button>
        }
    })
    .collect_view();
    let full_screen = dom::can_go_full_screen().then(|| {
        view! {
            <MapButton icon=Icon::Expand key="map.full-screen" on_press=move |()| dom::toggle_full_screen("map") />
        }
    });
    view! {
        <div class="map__presets no-print" role="group" aria-label=say("map.view")>{presets}</div>
        <div class="map__controls no-print">
            <MapButton icon=Icon::Plus key="map.zoom-in" on_press=move |()| map.zoom(ZOOM_STEP) />
            <MapButton icon=Icon::Minus key="map.zoom-out" on_press=move |()| map.zoom(1.0 / ZOOM_STEP) />
            <MapButton icon=Icon::Globe key="map.fit" on_press=move |()| map.show_result() />
            {full_screen}
        </div>
    }
}

#[component]
fn MapButton(icon: Icon, key: &'static str, #[prop(into)] on_press: Callback<()>) -> impl IntoView {
    let name = words().text(key).to_owned();
    view! {
        <button
            type="button"
            class="map-button"
            id=key.replace('.', "-")
            aria-label=name.clone()
            title=name
            on:click=move |_| on_press.run(())
        >
            <IconView icon />
        </button>
    }
}
