//! The notes on a partnership, on its page; and the pieces that the notebook's page is made of too.

pub(crate) mod card;
mod correction;
mod editor;
mod filter;
pub(crate) mod history;
mod quoting;
pub(crate) mod save_state;
pub(crate) mod text;

use std::sync::Arc;

use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::Partnership;
use atlas_core::notebook::{Content, NoteId, Part, Target, steady};
use leptos::prelude::*;

use super::details::whole;
use super::words::{say, words};
use crate::state::atlas::Atlas;
use crate::state::notebook::NotebookState;
use card::NoteById;
pub(crate) use filter::NoteFilterOptions;
use history::{History, Trashed};
use quoting::{QuoteButton, mark_quotes};
use save_state::SaveState;

/// How many notes are shown at first, and how many more at each press.
const N_AT_ONCE: usize = 50;

/// An empty note on a part of this partnership, where `seen` stands now.
fn new_note(partnership: &Partnership, part: Part, seen: String) -> Content {
    let edition = whole().and_then(|whole| whole.dataset.edition.as_ref().map(|it| it.number.clone()));
    let partnership = partnership.id.to_string();
    NotebookState::new_content(Target::Partnership { partnership, part, seen, edition })
}

#[component]
pub(crate) fn Notes(partnership: Arc<Partnership>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let notebook = NotebookState::of_tab(atlas.noted);
    let words = words();
    let begin = {
        let partnership = Arc::clone(&partnership);
        move |part, seen| untrack(|| notebook.begin(new_note(&partnership, part, seen)))
    };
    let asked = begin.clone();
    Effect::new(move || {
        // Asked for where this part of the app was not there yet, or at a milestone.
        if let Some((part, seen)) = atlas.note_request.get() {
            atlas.note_request.set(None);
            asked(part, seen);
        }
    });
    let name = partnership.partner.name.get(words.lang()).to_owned();
    let begin_whole = begin.clone();
    let ids = note_ids(notebook, partnership.id.to_string());
    let n_shown = RwSignal::new(N_AT_ONCE);
    let shown = move || ids.with(|ids| ids.iter().take(n_shown.get()).cloned().collect::<Vec<_>>());
    let has_more = Memo::new(move |_| ids.read().len() > n_shown.get());
    let has_some = Memo::new(move |_| !ids.read().is_empty());
    let is_editing = Memo::new(move |_| notebook.editing.read().is_some());
    mark_quotes(notebook, ids);
    let kept_where =
        move || say(if notebook.is_memory_only.get() { "notes.private.memory" } else { "notes.private" });
    // In a frame the page with all notes is another notebook.
    let all = (!atlas.is_framed)
        .then(|| view! { <a href=move || atlas.href_of(Route::Notebook)>{say("notes.all")}</a> });
    let more = say("notes.more");
    view! {
        <section class="partner__section no-print" aria-labelledby="notes-title">
            <div class="notes__head">
                <h2 id="notes-title">{say("notes.title")}</h2>
                <History />
            </div>
            <p class="notes__private">
                {kept_where} " " {all}
            </p>
            <Trashed />
            <Show when=move || has_some.get()>
                <ol class="notes__list" aria-labelledby="notes-title">
                    <For each=shown key=ToString::to_string let:id>
                        <li><NoteById id with_partner=false /></li>
                    </For>
                </ol>
            </Show>
            <Show when=move || has_more.get()>
                <button type="button" class="button" on:click=move |_| n_shown.update(|n| *n += N_AT_ONCE)>
                    {more.clone()}
                </button>
            </Show>
            <p class="partner__actions">
                <button
                    type="button"
                    class="button"
                    id="note-write"
                    on:click=move |_| begin_whole(Part::Whole, name.clone())
                >
                    {say("notes.write")}
                </button>
            </p>
            <Show when=move || !is_editing.get()>
                <SaveState />
            </Show>
        </section>
        <QuoteButton on_quote=Callback::new(move |(part, seen)| begin(part, seen)) />
    }
}

/// The notes on a partnership, last changed first; while one is open they keep their places, and one that is not
/// written yet is among them.
fn note_ids(notebook: NotebookState, partnership: String) -> Memo<Vec<NoteId>> {
    let open = Memo::new({
        let partnership = partnership.clone();
        move |_| {
            notebook.editing.with(|editing| {
                let editing = editing.as_ref()?;
                let is_here = editing.content.target.partnership() == Some(&partnership);
                is_here.then(|| editing.id.clone())
            })
        }
    });
    Memo::new(move |before: Option<&Vec<NoteId>>| {
        let now = notebook.with(|book| {
            book.notes_of(&partnership).iter().map(|record| record.id().clone()).collect::<Vec<_>>()
        });
        match open.get() {
            Some(open) => steady(before.map_or(&now, |before| before), &now, &open),
            None => now,
        }
    })
}
