//! Notes on a sentence: from what the reader has selected, and the marks under what was quoted.

use atlas_core::notebook::{NoteId, Part, Target, Where};
use leptos::prelude::*;

use crate::browser::{selection, time};
use crate::state::notebook::NotebookState;
use crate::ui::words::say;

/// The place that a text of the page says it is: a milestone by its id, or the summary.
fn place_of(name: String) -> Where {
    if name.is_empty() { Where::Summary } else { Where::Milestone(name) }
}

/// What is selected now, as what a note can be about.
fn selected_part() -> Option<Part> {
    let selected = selection::selected()?;
    Part::quote(&selected.before, &selected.text, &selected.after, place_of(selected.place))
}

/// Begins a note on what is selected; it comes into view while there is something selected.
#[component]
pub(super) fn QuoteButton(on_quote: Callback<(Part, String)>) -> impl IntoView {
    let part = RwSignal::new(selected_part());
    let watch = selection::watch(move || {
        let now = selected_part();
        if *part.read_untracked() != now {
            part.set(now);
        }
    });
    // Dropped with the page that this is on.
    let _watch = StoredValue::new_local(watch);
    let is_any = Memo::new(move |_| part.read().is_some());
    let on_press = move |_| {
        if let Some(Part::Quote { exact, .. }) = part.get_untracked()
            && let Some(part) = part.get_untracked()
        {
            on_quote.run((part, exact));
        }
    };
    view! {
        <p class="note-quote no-print" data-selected=move || is_any.get().then_some("")>
            <button
                type="button"
                class="button"
                id="note-quote"
                disabled=move || !is_any.get()
                // Pressing it must not take the selection away.
                on:mousedown=move |event| event.prevent_default()
                on:click=on_press
            >
                {say("notes.on-selection")}
            </button>
        </p>
    }
}

/// Marks the sentences of the page that these notes quote.
pub(super) fn mark_quotes(notebook: NotebookState, ids: Memo<Vec<NoteId>>) {
    let quotes = Memo::new(move |_| {
        let quote_of = |id: &NoteId| {
            notebook.with(|book| match &book.note(id)?.target {
                Target::Partnership { part: Part::Quote { exact, place, .. }, .. } => match place {
                    Where::Summary => Some((String::new(), exact.clone())),
                    Where::Milestone(id) => Some((id.clone(), exact.clone())),
                    Where::Other(_) => None,
                },
                _ => None,
            })
        };
        ids.with(|ids| ids.iter().filter_map(quote_of).collect::<Vec<_>>())
    });
    Effect::new(move || {
        let quotes = quotes.get();
        time::before_next_paint(move || selection::mark_quotes(&quotes));
    });
}
