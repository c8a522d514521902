//! What stands between a note and its being kept: one clear sentence each, and what to do.

use atlas_core::notebook::store::Refusal;
use leptos::prelude::*;

use super::backup::BackupButton;
use super::desk::Desk;
use crate::browser::page;
use crate::state::notebook::Saving;
use crate::ui::notices::notice;
use crate::ui::words::{say, words};

#[component]
pub(super) fn Troubles() -> impl IntoView {
    view! { <Refused /> <NotKept /> <Missing /> <SetAside /> }
}

/// Nothing may be written at all.
#[component]
fn Refused() -> impl IntoView {
    let notebook = Desk::of_context().notebook;
    move || {
        let key = match notebook.refusal.get()? {
            Refusal::TooNew => "notebook.refused.too-new",
            Refusal::Erased => "notebook.refused.erased",
        };
        let actions = view! {
            <button type="button" class="button button--quiet" id="reload" on:click=move |_| page::reload()>
                {say("notebook.refused.reload")}
            </button>
            <BackupButton label_key="notebook.backup.do" id="backup-refused" />
        };
        Some(notice(say(key), Some(actions.into_any())))
    }
}

/// Neither store has taken the notes.
#[component]
fn NotKept() -> impl IntoView {
    let desk = Desk::of_context();
    let notebook = desk.notebook;
    let is_shown = Memo::new(move |_| {
        let is_lost = notebook.local_failure.with(Option::is_some)
            && notebook.second_failure.with(Option::is_some)
            || notebook.saving.with(|saving| *saving == Saving::NotSaved);
        is_lost && notebook.refusal.with(Option::is_none) && !notebook.is_memory_only.get()
    });
    move || {
        is_shown.get().then(|| {
            let actions = view! {
                <button type="button" class="button button--quiet" id="save-again" on:click=move |_| notebook.save_all()>
                    {say("failure.retry")}
                </button>
                <BackupButton label_key="notebook.backup.do" id="backup-not-kept" />
            };
            notice(say("notebook.not-kept"), Some(actions.into_any()))
        })
    }
}

/// The browser has lost some.
#[component]
fn Missing() -> impl IntoView {
    let notebook = Desk::of_context().notebook;
    let words = words();
    move || {
        let n_missing = notebook.n_missing.get();
        (n_missing > 0).then(|| notice(words.count("notebook.missing", n_missing, &[]), None))
    }
}

/// Some of what is stored cannot be read.
#[component]
fn SetAside() -> impl IntoView {
    let desk = Desk::of_context();
    let words = words();
    move || {
        let n_aside = desk.notebook.quarantine.with(Vec::len);
        (n_aside > 0).then(|| {
            let on_download = move |_| {
                desk.hand_over("not-readable.json", "application/json", &desk.notebook.quarantine_text());
            };
            let action = view! {
                <button type="button" class="button button--quiet" id="quarantine" on:click=on_download>
                    {say("notebook.quarantine.download")}
                </button>
            };
            notice(words.count("notebook.quarantine", n_aside as u64, &[]), Some(action.into_any()))
        })
    }
}
