//! Undo and redo, and the way back for what has just gone to the trash.

use leptos::ev;
use leptos::prelude::*;

use super::card::edit_id;
use crate::browser::{dom, time};
use crate::state::atlas::Atlas;
use crate::state::notebook::NotebookState;
use crate::ui::words::{say, words};

/// What a person presses for undo or redo, outside of fields that have an undo of their own.
fn is_redo(event: &ev::KeyboardEvent) -> Option<bool> {
    let is_command = event.ctrl_key() || event.meta_key();
    if !is_command || event.alt_key() || event.default_prevented() || dom::is_in_text_field() {
        return None;
    }
    match event.key().to_ascii_lowercase().as_str() {
        "z" => Some(event.shift_key()),
        "y" if event.ctrl_key() => Some(true),
        _ => None,
    }
}

/// The two buttons, and their keys while they are on the page.
#[component]
pub(crate) fn History() -> impl IntoView {
    let notebook = NotebookState::of_tab(Atlas::of_context().noted);
    let words = words();
    let can_undo = Memo::new(move |_| notebook.with(atlas_core::notebook::Notebook::can_undo));
    let can_redo = Memo::new(move |_| notebook.with(atlas_core::notebook::Notebook::can_redo));
    let said = RwSignal::new(String::new());
    let step = StoredValue::new(move |is_redo: bool| {
        let (n_skipped, key) = match is_redo {
            true if can_redo.get_untracked() => (notebook.redo(), "notes.redone"),
            false if can_undo.get_untracked() => (notebook.undo(), "notes.undone"),
            _ => return,
        };
        said.set(match n_skipped {
            0 => words.text(key).to_owned(),
            _ => words.count("notes.undo-skipped", n_skipped as u64, &[]),
        });
    });
    let step = move |is_redo| step.with_value(|step| step(is_redo));
    let pressed = window_event_listener(ev::keydown, move |event| {
        if let Some(is_redo) = is_redo(&event) {
            event.prevent_default();
            step(is_redo);
        }
    });
    on_cleanup(move || pressed.remove());
    let is_any = Memo::new(move |_| can_undo.get() || can_redo.get());
    let (undo, redo) = (say("notes.undo"), say("notes.redo"));
    view! {
        <div class="note-history">
            <Show when=move || is_any.get()>
                <button
                    type="button"
                    class="button button--quiet"
                    id="note-undo"
                    aria-disabled=move || (!can_undo.get()).then_some("true")
                    aria-keyshortcuts="Control+Z Meta+Z"
                    on:click=move |_| step(false)
                >
                    {undo.clone()}
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    id="note-redo"
                    aria-disabled=move || (!can_redo.get()).then_some("true")
                    aria-keyshortcuts="Control+Y Control+Shift+Z Meta+Shift+Z"
                    on:click=move |_| step(true)
                >
                    {redo.clone()}
                </button>
            </Show>
            <span class="note-history__said" role="status">{move || said.get()}</span>
        </div>
    }
}

/// Says that a note has just gone to the trash, with a way to take it back at once.
#[component]
pub(crate) fn Trashed() -> impl IntoView {
    let notebook = NotebookState::of_tab(Atlas::of_context().noted);
    let trashed = Memo::new(move |_| {
        let id = notebook.just_trashed.get()?;
        notebook.with(|book| book.record(&id).is_some_and(|it| it.is_in_trash())).then_some(id)
    });
    let line = move || {
        trashed.get().map(|id| {
            let on_undo = move |_| {
                notebook.restore(std::slice::from_ref(&id));
                let button_id = edit_id(&id);
                time::before_next_paint(move || {
                    dom::focus_id(&button_id, false);
                });
            };
            view! {
                {say("notes.trashed")}
                " "
                <button type="button" class="button button--quiet" id="undo-trash" on:click=on_undo>
                    {say("notes.restore")}
                </button>
            }
        })
    };
    view! { <p class="note-trashed" role="status">{line}</p> }
}
