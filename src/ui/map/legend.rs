//! What the signs on the map mean.

use atlas_core::domain::link::MapMode;
use atlas_core::domain::vocabulary::{Stage, Vocabulary as _};
use leptos::prelude::*;

use crate::browser::page;
use crate::state::atlas::Atlas;
use crate::ui::glyph::StageGlyph;
use crate::ui::live::live;
use crate::ui::words::say;

/// Open where there is room, closed on a narrow screen.
#[component]
pub(crate) fn Legend() -> impl IntoView {
    let atlas = Atlas::of_context();
    let stages = Stage::ALL
        .iter()
        .map(|&stage| {
            let label = say(&stage.message_key());
            let meaning = say(&format!("stage.{}.meaning", stage.code()));
            view! { <li class="legend__row" title=meaning><StageGlyph stage=Some(stage) />{label}</li> }
        })
        .collect_view();
    let several = say("legend.several");
    let area = say("legend.area");
    let mode_row = live(move || match atlas.mode.get() {
        MapMode::Seats => several.clone().into_any(),
        MapMode::Areas => area.clone().into_any(),
    });
    view! {
        <details class="legend" open=page::is_wide()>
            <summary>{say("legend.title")}</summary>
            <h2 class="legend__head">{say("legend.stage")}</h2>
            <ul>{stages}</ul>
            <ul>
                <li class="legend__row">
                    <svg class="legend__sign" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                        <circle class="mark__disc" cx="8" cy="8" r="7.5" />
                        <text class="mark__count" x="8" y="11.5">"5"</text>
                    </svg>
                    {mode_row}
                </li>
            </ul>
            <h2 class="legend__head">{say("legend.ots")}</h2>
            <ul>
                <li class="legend__row">
                    <svg class="legend__sign" width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
                        <rect class="map__member" width="16" height="12" rx="2" />
                    </svg>
                    {say("legend.member")}
                </li>
                <li class="legend__row">
                    <svg class="legend__sign" width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
                        <rect class="legend__observer" x="0.5" y="0.5" width="15" height="11" rx="2" />
                        <path class="map__hatch" d="M0 8 8 0M2 12 14 0M8 12l8-8" />
                    </svg>
                    {say("legend.observer")}
                </li>
                <li class="legend__row">
                    <svg class="legend__sign" width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
                        <path class="map__secretariat" d="M0-6 6 0 0 6-6 0Z" />
                    </svg>
                    {say("legend.secretariat")}
                </li>
            </ul>
        </details>
    }
}
