//! What is in the sheet of filters: all facets, and the way back to the list.

use atlas_core::domain::catalogue::Facet;
use leptos::html;
use leptos::prelude::*;

use super::{clear_all, facet_name, has_notes};
use crate::browser::dom;
use crate::state::atlas::Atlas;
use crate::ui::facet::FacetFieldset;
use crate::ui::icon::{Icon, IconView};
use crate::ui::map::ByViewSwitch;
use crate::ui::part::{Later, LaterPage};
use crate::ui::words::{say, words};

#[component]
pub(crate) fn SheetContent(sheet: NodeRef<html::Dialog>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let close = move || {
        if let Some(dialog) = sheet.get_untracked() {
            dom::close_dialog(&dialog);
        }
    };
    let facets = Facet::ALL
        .iter()
        .map(|&facet| {
            let n_chosen = move || {
                let n = atlas.view().filter.values_of(facet).count();
                (n > 0).then(|| view! { <span class="pill__count">{n}</span> })
            };
            view! {
                <details class="sheet__facet">
                    <summary>{facet_name(facet)}{n_chosen}</summary>
                    <FacetFieldset facet id_prefix=format!("sheet-{}", facet.code()) />
                </details>
            }
        })
        .collect_view();
    let has_map = untrack(|| !atlas.is_building());
    let has_notes = has_notes(atlas);
    let notes = move || {
        has_notes.get().then(|| {
            view! {
                <details class="sheet__facet">
                    <summary>{say("notes.title")}</summary>
                    <Later page=LaterPage::NoteFilter("sheet-notes") />
                </details>
            }
        })
    };
    let show_words = words.clone();
    let show = move || {
        let n_counted = atlas.answer.get().map_or(0, |answer| answer.counted.len());
        show_words.count("filters.show", n_counted as u64, &[])
    };
    view! {
        <div class="sheet__head">
            <h2 id="sheet-title">{say("filters.label")}</h2>
            <button
                type="button"
                class="button button--icon"
                aria-label=say("filters.close")
                on:click=move |_| close()
            >
                <IconView icon=Icon::Close />
            </button>
        </div>
        <div class="sheet__body">
            {facets}
            {notes}
            {has_map.then(|| view! { <ByViewSwitch id="sheet-by-view" class="facet__option sheet__by-view" /> })}
        </div>
        <div class="sheet__foot">
            <button type="button" class="button" on:click=move |_| clear_all(atlas)>
                {say("filters.clear")}
            </button>
            <button type="button" class="button button--main" on:click=move |_| close()>{show}</button>
        </div>
    }
}
