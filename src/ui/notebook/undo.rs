//! Taking back the last step and doing it again, by button and by keyboard.

use leptos::ev;
use leptos::prelude::*;

use super::desk::Desk;
use crate::browser::dom;
use crate::ui::words::{say, words};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

/// The step that a key asks for. In a field the browser's own undo is meant.
fn way_of(event: &ev::KeyboardEvent) -> Option<Way> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || dom::is_typing() {
        return None;
    }
    match (event.key().as_str(), event.shift_key()) {
        ("z", false) => Some(Way::Back),
        ("y", false) | ("z" | "Z", true) => Some(Way::Again),
        _ => None,
    }
}

#[component]
pub(super) fn UndoButtons() -> impl IntoView {
    let desk = Desk::of_context();
    let notebook = desk.notebook;
    let words = words();
    let is_possible = Memo::new(move |_| notebook.with(|book| (book.can_undo(), book.can_redo())));
    let step = move |way: Way| {
        let (can_undo, can_redo) = is_possible.get_untracked();
        let (n_skipped, key) = match way {
            Way::Back if can_undo => (notebook.undo(), "notebook.undone"),
            Way::Again if can_redo => (notebook.redo(), "notebook.redone"),
            _ => return,
        };
        desk.say(match n_skipped {
            0 => words.text(key).to_owned(),
            _ => words.count("notebook.undo-skipped", n_skipped as u64, &[]),
        });
    };
    let step = StoredValue::new(step);
    let go = move |way| step.with_value(|step| step(way));
    let pressed = window_event_listener(ev::keydown, move |event| {
        if let Some(way) = way_of(&event) {
            event.prevent_default();
            go(way);
        }
    });
    on_cleanup(move || pressed.remove());
    view! {
        <div class="notebook__undo">
            // A note that is thrown away hands the focus to the button with this id.
            <button
                type="button"
                class="button"
                id="undo-trash"
                aria-disabled=move || (!is_possible.get().0).to_string()
                aria-keyshortcuts="Control+Z"
                on:click=move |_| go(Way::Back)
            >
                {say("notebook.undo")}
            </button>
            <button
                type="button"
                class="button"
                id="redo"
                aria-disabled=move || (!is_possible.get().1).to_string()
                aria-keyshortcuts="Control+Shift+Z"
                on:click=move |_| go(Way::Again)
            >
                {say("notebook.redo")}
            </button>
        </div>
    }
}
