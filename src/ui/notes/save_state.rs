//! Whether what was written is kept, in words; and where it is not, how to take it away.

use atlas_core::notebook::store::Refusal;
use leptos::prelude::*;

use crate::browser::files;
use crate::browser::store_failure::StoreFailure;
use crate::state::atlas::Atlas;
use crate::state::notebook::{NotebookState, Saving};
use crate::ui::words::say;

/// The one sentence that says how things are; none where nothing needs to be said.
fn sentence(notebook: NotebookState) -> Option<&'static str> {
    let failure = notebook.local_failure.get().or_else(|| notebook.second_failure.get());
    match (notebook.refusal.get(), notebook.saving.get()) {
        (Some(Refusal::TooNew), _) => Some("notes.not-saved.too-new"),
        (Some(Refusal::Erased), _) => Some("notes.not-saved.erased"),
        (None, Saving::NotSaved) => Some(match failure {
            Some(StoreFailure::Full) => "notes.not-saved.full",
            Some(StoreFailure::Refused) => "notes.not-saved.refused",
            _ => "notes.not-saved.broken",
        }),
        (None, Saving::Waiting | Saving::Writing) => Some("notes.saving"),
        (None, Saving::InMemory) => Some("notes.saved.memory"),
        (None, Saving::Saved(_)) => Some(match failure {
            None => "notes.saved",
            Some(StoreFailure::Full) => "notes.saved.full",
            Some(_) => "notes.saved.one-store",
        }),
        (None, Saving::Nothing) => None,
    }
}

/// Whether a text is in this page alone.
pub(super) fn is_unsaved(notebook: NotebookState) -> bool {
    notebook.refusal.with(Option::is_some)
        || matches!(notebook.saving.get(), Saving::Waiting | Saving::Writing | Saving::NotSaved)
}

/// The line that says whether the notes are kept. Where they are not it offers the open text, or all notes, to be
/// copied and downloaded.
#[component]
pub(crate) fn SaveState() -> impl IntoView {
    let notebook = NotebookState::of_tab(Atlas::of_context().noted);
    let said = Memo::new(move |_| sentence(notebook));
    let is_lost = Memo::new(move |_| {
        notebook.refusal.with(Option::is_some) || matches!(notebook.saving.get(), Saving::NotSaved)
    });
    let can_retry = Memo::new(move |_| is_lost.get() && notebook.refusal.with(Option::is_none));
    view! {
        <div class="save-state" data-trouble=move || is_lost.get().then_some("")>
            <p role="status" data-saving=move || said.get()>{move || said.get().map(say)}</p>
            {move || {
                is_lost
                    .get()
                    .then(|| {
                        view! {
                            <p class="note__actions">
                                <TakeAway />
                                {can_retry
                                    .get()
                                    .then(|| {
                                        view! {
                                            <button
                                                type="button"
                                                class="button"
                                                on:click=move |_| notebook.save_all()
                                            >
                                                {say("failure.retry")}
                                            </button>
                                        }
                                    })}
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// Copy and download: of the text that is open, or else of all notes.
#[component]
fn TakeAway() -> impl IntoView {
    let notebook = NotebookState::of_tab(Atlas::of_context().noted);
    let outcome = RwSignal::new(None::<&'static str>);
    let open_text =
        move || notebook.editing.with_untracked(|editing| editing.as_ref().map(|it| it.content.text.clone()));
    let all = move || notebook.backup(&say("notebook.title"));
    let on_copy = move |_| {
        let text = open_text().unwrap_or_else(all);
        leptos::task::spawn_local(async move {
            let is_copied = files::copy(&text).await;
            // The person may have left the page meanwhile.
            let _gone = outcome.try_set(Some(if is_copied { "cite.copied" } else { "cite.not-copied" }));
        });
    };
    let on_download = move |_| {
        let is_given = match open_text() {
            Some(text) => files::download("note.txt", "text/plain;charset=utf-8", &text),
            None => files::download("Notebook.jsonld", "application/ld+json", &all()),
        };
        outcome.set((!is_given).then_some("about.data.failed"));
    };
    view! {
        <button type="button" class="button" on:click=on_copy>{say("notes.copy-text")}</button>
        <button type="button" class="button" on:click=on_download>{say("notes.download-text")}</button>
        <span class="copy__said" role="status">{move || outcome.get().map(say)}</span>
    }
}
