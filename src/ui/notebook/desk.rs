//! What the parts of the notebook's page share: the notebook, the file that is being read, what was done last.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::files;
use crate::state::notebook::{Import, NotebookState};
use crate::ui::words::say;

/// What was done last.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    text: String,
    /// The state of the notebook that "Undo" may take back; none where nothing is offered.
    undo_at: Option<u64>,
}

#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) notebook: NotebookState,
    said: RwSignal<Option<Said>>,
    /// The file that was read and not taken in yet.
    pub(super) import: RwSignal<Option<Arc<Import>>>,
    /// Another with every change of the notebook.
    changes: Memo<u64>,
    /// The same, but standing still while a note is open for writing, so that nothing moves under the person's hands.
    steady: Memo<u64>,
}

impl Desk {
    pub(super) fn new(notebook: NotebookState) -> Self {
        let changes = Memo::new(move |before: Option<&u64>| {
            notebook.with(|_| ());
            before.map_or(0, |before| before + 1)
        });
        let steady = Memo::new(move |before: Option<&u64>| {
            let now = changes.get();
            let is_open = notebook.editing.with(Option::is_some);
            before.copied().filter(|_| is_open).unwrap_or(now)
        });
        Self { notebook, said: RwSignal::new(None), import: RwSignal::new(None), changes, steady }
    }

    /// The desk that the page provides.
    pub(super) fn of_context() -> Self {
        expect_context::<Self>()
    }

    /// To be called by what is drawn from the notebook as a whole: it is drawn anew when the notebook has changed and
    /// no note is open. Reads, because a memo that is only tracked never looks at what it is made of.
    pub(super) fn settled(self) {
        self.steady.with(|_| ());
    }

    pub(super) fn say(self, text: String) {
        self.said.set(Some(Said { text, undo_at: None }));
    }

    /// Says what was done, and offers to take it back for as long as nothing else was done.
    pub(super) fn say_with_undo(self, text: String) {
        self.said.set(Some(Said { text, undo_at: Some(self.changes.get_untracked()) }));
    }

    /// Hands the person a file and says whether the browser did.
    pub(super) fn hand_over(self, file_name: &str, mime_type: &str, text: &str) -> bool {
        let is_done = files::download(file_name, mime_type, text);
        self.say(say(if is_done { "notebook.download.done" } else { "about.data.failed" }));
        is_done
    }
}

/// One line on what was done last.
#[component]
pub(super) fn StatusLine() -> impl IntoView {
    let desk = Desk::of_context();
    let undo = move || {
        let is_offered = desk.said.get()?.undo_at == Some(desk.changes.get());
        is_offered.then(|| {
            view! {
                <button
                    type="button"
                    class="button button--quiet"
                    id="undo-import"
                    on:click=move |_| {
                        desk.notebook.undo();
                        desk.say(say("notes.undone"));
                        crate::browser::dom::focus_id("page-title", false);
                    }
                >
                    {say("notebook.undo-import")}
                </button>
            }
        })
    };
    view! {
        <div class="notebook__said">
            <p role="status">{move || desk.said.get().map(|said| said.text)}</p>
            {undo}
        </div>
    }
}
