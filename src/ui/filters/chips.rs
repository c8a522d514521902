//! What the list is narrowed by, as chips.

use atlas_core::domain::catalogue::FacetValue;
use atlas_core::domain::vocabulary::Vocabulary as _;
use leptos::prelude::*;

use crate::browser::dom;
use crate::state::atlas::Atlas;
use crate::state::map::MapState;
use crate::ui::icon::{Icon, IconView};
use crate::ui::live::{live, live_if};
use crate::ui::part::clear_note_filter;
use crate::ui::words::{say, words};

/// Clears what narrows the list: the filters of the address, and the private one by notes.
pub(crate) fn clear_all(atlas: Atlas) {
    atlas.clear();
    clear_note_filter(atlas);
}

/// The filter by notes in words, if there is one.
pub(crate) fn note_filter_label(atlas: Atlas) -> Option<String> {
    let filter = atlas.noted.read().filter.clone()?;
    let flag = filter.flag.map(|flag| say(&flag.message_key()));
    let due = filter.due.map(|_| say("notes.due"));
    let parts: Vec<_> = [flag, filter.tag, due].into_iter().flatten().collect();
    Some(if parts.is_empty() {
        say("notes.filter.any")
    } else {
        words().format("notes.filter.label", &[("filter", &parts.join(" · "))])
    })
}

/// What is chosen; each chip takes itself away.
#[component]
pub(super) fn Chips() -> impl IntoView {
    let atlas = Atlas::of_context();
    let map = MapState::of_context();
    let values = move || atlas.view().filter.values().collect::<Vec<_>>();
    let clear = say("filters.clear");
    let in_view = say("filters.in-view");
    let is_by_view = Memo::new(move |_| atlas.view().bbox.is_some());
    let is_by_notes = Memo::new(move |_| atlas.noted.read().is_filtered());
    let is_any = Memo::new(move |_| {
        let view = atlas.view();
        view.is_narrowed() || view.bbox.is_some() || is_by_notes.get()
    });
    let is_chip =
        Memo::new(move |_| !atlas.view().filter.is_empty() || is_by_view.get() || is_by_notes.get());
    let chips = move || {
        view! {
            <div
                class="chips"
                role="group"
                aria-label=say("filters.active")
                data-empty=move || (!is_chip.get()).then_some("")
            >
                {live(move || values().into_iter().map(|value| view! { <Chip value /> }).collect_view().into_any())}
                {
                    let in_view = in_view.clone();
                    live_if(move || {
                        is_by_view
                            .get()
                            .then(|| {
                                view! {
                                    <ChipButton label=in_view.clone() on_press=move |()| map.filter_by_view(false) />
                                }
                                .into_any()
                            })
                    })
                }
                {live_if(move || {
                    note_filter_label(atlas)
                        .map(|label| {
                            view! { <ChipButton label on_press=move |()| clear_note_filter(atlas) /> }.into_any()
                        })
                })}
                <button type="button" class="button button--quiet" id="clear-all" on:click=move |_| {
                    clear_all(atlas);
                    dom::focus_id("search", false);
                }>{clear.clone()}</button>
            </div>
        }
    };
    live_if(move || is_any.get().then(|| chips().into_any()))
}

#[component]
fn Chip(value: FacetValue) -> impl IntoView {
    let atlas = Atlas::of_context();
    view! { <ChipButton label=value.label(&words()) on_press=move |()| atlas.toggle(value) /> }
}

#[component]
fn ChipButton(label: String, #[prop(into)] on_press: Callback<()>) -> impl IntoView {
    let name = words().format("filters.remove", &[("filter", &label)]);
    view! {
        <button type="button" class="chip" aria-label=name on:click=move |_| {
            on_press.run(());
            // The chip is gone now; the focus goes where the person can go on.
            if !dom::focus_first(".chip", false) {
                dom::focus_id("search", false);
            }
        }>
            {label}
            <IconView icon=Icon::Close size_px=14 />
        </button>
    }
}
