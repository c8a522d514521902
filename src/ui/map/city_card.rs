//! The partners of one mark, listed over the map: none in a city hides another.

use atlas_core::domain::link::Route;
use leptos::ev;
use leptos::prelude::*;

use super::mark::{mark_id, mark_name};
use crate::browser::{dom, time};
use crate::state::atlas::Atlas;
use crate::state::map::MapState;
use crate::state::rows::ROWS_AT_ONCE;
use crate::ui::icon::{Icon, IconView};
use crate::ui::partnership_row::PartnershipRow;
use crate::ui::words::{say, words};

#[component]
pub(crate) fn CityCard() -> impl IntoView {
    let atlas = Atlas::of_context();
    let map = MapState::of_context();
    let mark = Memo::new(move |_| {
        let key = map.open_mark.get()?;
        map.clusters.with(|clusters| clusters.marks.iter().find(|mark| mark.key() == key).cloned())
    });
    Effect::new(move || {
        if mark.with(Option::is_some) {
            time::before_next_paint(|| {
                dom::focus_id("city-card-title", false);
            });
        }
    });
    let close = move || {
        if let Some(key) = map.open_mark.get_untracked() {
            map.open_mark.set(None);
            dom::focus_id(&mark_id(key), false);
        }
    };
    move || {
        mark.get().map(|mark| {
            let mut members = map.members_of_mark(mark.key());
            let n_all = members.len() as u64;
            members.truncate(ROWS_AT_ONCE);
            let briefs = atlas.briefs(&members);
            let only = if let [only] = briefs.as_slice() { Some(only) } else { None };
            let title = mark_name(&mark, only.map(AsRef::as_ref));
            let rows = briefs
                .into_iter()
                .map(|brief| {
                    let id = brief.id.clone();
                    let href = atlas.href_of_untracked(Route::Partner(id.clone()));
                    let row_id = format!("city-{id}");
                    let is_current = Signal::derive(move || atlas.open_id.get().as_ref() == Some(&id));
                    view! {
                        <li>
                            <PartnershipRow brief href id=row_id is_current />
                        </li>
                    }
                })
                .collect_view();
            let cut = (n_all > ROWS_AT_ONCE as u64).then(|| {
                let words = words();
                let (n, all) = (words.number(ROWS_AT_ONCE as u64), words.number(n_all));
                view! { <p class="more-rows">{words.format("rows.shown", &[("n", &n), ("all", &all)])}</p> }
            });
            view! {
                <div
                    class="city-card"
                    id="city-card"
                    role="dialog"
                    aria-labelledby="city-card-title"
                    on:keydown=move |event: ev::KeyboardEvent| {
                        if event.key() == "Escape" {
                            event.stop_propagation();
                            close();
                        }
                    }
                >
                    <div class="city-card__head">
                        <h2 id="city-card-title" tabindex="-1">{title}</h2>
                        <button
                            type="button"
                            class="map-button"
                            aria-label=say("map.city.close")
                            on:click=move |_| close()
                        >
                            <IconView icon=Icon::Close />
                        </button>
                    </div>
                    <ul>{rows}</ul>
                    {cut}
                </div>
            }
        })
    }
}
