//! Where the partners work: a bubble with a count at a reviewed point per region, never a fill.

use atlas_core::decimals::{hundredths, tenths};
use atlas_core::domain::catalogue::FacetValue;
use atlas_core::domain::region::RegionCode;
use atlas_core::map::cluster::radius_px;
use leptos::prelude::*;

use crate::state::atlas::Atlas;
use crate::state::map::MapState;
use crate::ui::live::{live, live_if};
use crate::ui::words::words;

/// Bubbles are a little larger than marks of the same count: they stand for a region.
const BUBBLE_SCALE: f64 = 1.25;

/// Half the side of the square that takes clicks, at least.
const HIT_RADIUS_PX: f64 = 14.0;

/// The id of the element of a bubble.
pub(crate) fn area_id(value: FacetValue) -> String {
    format!("area-{}", value.code())
}

/// How many partners of the result have no bubble, since they work worldwide.
#[component]
pub(crate) fn WorldwideNote() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let worldwide = FacetValue::works_in(RegionCode::WORLDWIDE);
    live_if(move || {
        let n = atlas.answer.get().map_or(0, |answer| answer.count(worldwide));
        (n > 0).then(|| {
            view! {
                <button type="button" class="map__worldwide no-print" on:click=move |_| atlas.toggle(worldwide)>
                    {words.count("map.area.worldwide", u64::from(n), &[])}
                </button>
            }
            .into_any()
        })
    })
}

#[component]
pub(crate) fn AreaMarks() -> impl IntoView {
    let map = MapState::of_context();
    let values = move || map.bubbles().into_iter().map(|(value, ..)| value).collect::<Vec<_>>();
    view! {
        <g>
            <For each=values key=|value| value.code() let:value>
                <Bubble value />
            </For>
        </g>
    }
}

/// One region. It stays while its place and its count change, so that it keeps the focus.
#[component]
fn Bubble(value: FacetValue) -> impl IntoView {
    let atlas = Atlas::of_context();
    let map = MapState::of_context();
    let words = words();
    let place = value.label(&words);
    let count = Memo::new(move |_| atlas.answer.get().map_or(0, |answer| answer.count(value)));
    let radius_px = move || radius_px(count.get()) * BUBBLE_SCALE;
    let name = Memo::new({
        let place = place.clone();
        move |_| words.count("map.area", u64::from(count.get()), &[("place", &place)])
    });
    let transform = move || {
        let at = map.point_of_area(value)?;
        Some(format!("translate({} {})", tenths(at.x_px), tenths(at.y_px)))
    };
    view! {
        <g
            class="mark area-mark"
            id=area_id(value)
            role="button"
            tabindex="-1"
            aria-label=move || name.get()
            aria-pressed=move || atlas.view().filter.contains(value).to_string()
            transform=transform
            on:click=move |_| atlas.toggle(value)
        >
            <title>{live(move || name.get().into_any())}</title>
            <circle class="mark__halo" r=move || hundredths(radius_px()).to_string() />
            <circle class="area-mark__disc" r=move || hundredths(radius_px()).to_string() />
            <circle class="mark__focus" r=move || hundredths((radius_px() + 3.0).max(HIT_RADIUS_PX)).to_string() />
            <text class="mark__count mark__count--on-paper" y="4">{live(move || count.get().to_string().into_any())}</text>
            <text
                class="map__label"
                y=move || hundredths(radius_px() + 12.0).to_string()
                text-anchor="middle"
                aria-hidden="true"
            >
                {place}
            </text>
        </g>
    }
}
