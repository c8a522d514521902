//! Nothing matches: what to loosen, and what that would give.

use atlas_core::domain::link::View;
use leptos::prelude::*;

use super::filters::{clear_all, note_filter_label};
use super::part::clear_note_filter;
use super::words::{self, say};
use crate::state::atlas::Atlas;
use crate::state::navigation::Step;

#[component]
pub(crate) fn EmptyResult() -> impl IntoView {
    let atlas = Atlas::of_context();
    let loosened = move || {
        let words = words::words();
        loosened_views(&atlas.view(), &words)
            .into_iter()
            .filter_map(|(name, view)| {
                let n = atlas.n_counted_in(&view);
                let label = words.count("empty.without", n as u64, &[("filter", &name)]);
                (n > 0).then(|| {
                    view! {
                        <li>
                            <button type="button" class="button" on:click=move |_| atlas.show(view.clone(), Step::Push)>
                                {label}
                            </button>
                        </li>
                    }
                })
            })
            .collect_view()
    };
    let without_notes = move || {
        note_filter_label(atlas).map(|label| {
            let label = words::words().format("filters.remove", &[("filter", &label)]);
            view! {
                <li>
                    <button type="button" class="button" on:click=move |_| clear_note_filter(atlas)>
                        {label}
                    </button>
                </li>
            }
        })
    };
    view! {
        <div class="empty">
            <h2>{say("empty.title")}</h2>
            <p>{say("empty.loosen")}</p>
            <ul>{loosened} {without_notes}</ul>
            <p class="result-bar__rest">{say("empty.spelling")}</p>
            <button type="button" class="button button--main" on:click=move |_| clear_all(atlas)>
                {say("filters.clear")}
            </button>
        </div>
    }
}

/// The view without each single thing that narrows it, with the words for that thing.
fn loosened_views(view: &View, words: &atlas_core::domain::messages::Messages) -> Vec<(String, View)> {
    let mut all = Vec::new();
    if !view.text.trim().is_empty() {
        all.push((format!("“{}”", view.text.trim()), View { text: String::new(), ..view.clone() }));
    }
    if view.bbox.is_some() {
        all.push((say("filters.in-view"), View { bbox: None, ..view.clone() }));
    }
    for value in view.filter.values() {
        let filter = view.filter.without(value);
        all.push((value.label(words), View { filter, ..view.clone() }));
    }
    all
}
