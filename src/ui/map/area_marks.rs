//! Where the partners work: a bubble with a count at a reviewed point per region, never a fill.

use atlas_core::decimals::{hundredths, tenths};
use atlas_core::domain::catalogue::FacetValue;
use atlas_core::domain::region::RegionCode;
use atlas_core::map::cluster::radius_px;
use leptos::prelude::*;

use crate::state::atlas::Atlas;
use crate::state::map::MapState;
use crate::ui::words::words;

/// Bubbles are a little larger than marks of the same count: they stand for a region.
const BUBBLE_SCALE: f64 = 1.25;

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
    move || {
        let n = atlas.answer.get().map_or(0, |answer| answer.count(worldwide));
        (n > 0).then(|| {
            view! {
                <button type="button" class="map__worldwide no-print" on:click=move |_| atlas.toggle(worldwide)>
                    {words.count("map.area.worldwide", u64::from(n), &[])}
                </button>
            }
        })
    }
}

#[component]
pub(crate) fn AreaMarks() -> impl IntoView {
    let atlas = Atlas::of_context();
    let map = MapState::of_context();
    let words = words();
    let bubbles = move || {
        let filter = atlas.view().filter;
        map.bubbles()
            .into_iter()
            .map(|(value, at, count)| {
                let radius_px = radius_px(count) * BUBBLE_SCALE;
                let place = value.label(&words);
                let title = words.count("map.area", u64::from(count), &[("place", &place)]);
                let name = title.clone();
                view! {
                    <g
                        class="mark area-mark"
                        id=area_id(value)
                        role="button"
                        tabindex="-1"
                        aria-label=name
                        aria-pressed=filter.contains(value).to_string()
                        transform=format!("translate({} {})", tenths(at.x_px), tenths(at.y_px))
                        on:click=move |_| atlas.toggle(value)
                    >
                        <title>{title}</title>
                        <circle class="mark__halo" r=hundredths(radius_px).to_string() />
                        <circle class="area-mark__disc" r=hundredths(radius_px).to_string() />
                        <circle class="mark__focus" r=hundredths(radius_px + 3.0).to_string() />
                        <text class="mark__count mark__count--on-paper" y="4">{count}</text>
                        <text class="map__label" y=hundredths(radius_px + 12.0).to_string() text-anchor="middle" aria-hidden="true">
                            {place}
                        </text>
                    </g>
                }
            })
            .collect_view()
    };
    view! { <g>{bubbles}</g> }
}
