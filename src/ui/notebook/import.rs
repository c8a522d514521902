//! Taking in a file of notes: what it would change is said first, then the person decides.

use std::sync::Arc;

use atlas_core::domain::messages::Messages;
use atlas_core::notebook::{Choice, NoteId};
use leptos::html;
use leptos::prelude::*;

use super::conflict::{Choices, Conflict};
use super::desk::Desk;
use crate::browser::{dom, files, time};
use crate::state::notebook::{Import, ImportFailure};
use crate::ui::words::{say, words};

/// So many conflicts are shown to be decided one by one; of all further ones both texts stay.
const N_CONFLICTS: usize = 100;

/// Opens a file of notes.
#[component]
pub(super) fn ImportButton(label_key: &'static str, id: &'static str) -> impl IntoView {
    let desk = Desk::of_context();
    let words = words();
    let input = NodeRef::<html::Input>::new();
    let on_change = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let words = Arc::clone(&words);
        leptos::task::spawn_local(async move {
            let Some(file) = files::chosen_file(input).await else { return };
            let name = file.name.clone();
            match desk.notebook.read_import(file.name, &file.bytes) {
                Ok(import) => {
                    desk.say(String::new());
                    desk.import.set(Some(Arc::new(import)));
                    time::before_next_paint(|| {
                        dom::focus_id("import-title", true);
                    });
                }
                Err(failure) => {
                    let key = match failure {
                        ImportFailure::NotJson => "notebook.import.not-json",
                        ImportFailure::Empty => "notebook.import.no-notes",
                    };
                    desk.import.set(None);
                    desk.say(words.format(key, &[("file", &name)]));
                }
            }
        });
    };
    view! {
        <label class="button file-button">
            {say(label_key)}
            <input
                type="file"
                id=id
                accept=".json,.jsonld,application/json,application/ld+json"
                node_ref=input
                on:change=on_change
            />
        </label>
    }
}

/// The file that is open, if one is.
#[component]
pub(super) fn ImportPanel() -> impl IntoView {
    let desk = Desk::of_context();
    move || desk.import.get().map(|import| view! { <PreviewOf import /> })
}

/// What taking the file in would do, one sentence each, without those that say nothing.
fn sentences(import: &Import, words: &Messages) -> Vec<String> {
    let preview = &import.preview;
    let counts = [
        ("notebook.import.new", preview.n_new),
        ("notebook.import.newer", preview.n_newer),
        ("notebook.import.conflicts", preview.conflicts.len()),
        ("notebook.import.same", preview.n_same),
        ("notebook.import.older", preview.n_older),
        ("notebook.import.in-trash", preview.n_in_trash),
        ("notebook.import.aside", import.aside.len()),
    ];
    let told = counts.iter().filter(|(_, n)| *n > 0);
    told.map(|(key, n)| words.count(key, *n as u64, &[])).collect()
}

#[component]
fn PreviewOf(import: Arc<Import>) -> impl IntoView {
    let desk = Desk::of_context();
    let words = words();
    let choices = Choices::default();
    let preview = &import.preview;
    let changes_something = preview.n_new + preview.n_newer + preview.conflicts.len() > 0;
    let title = words.format("notebook.import.title", &[("file", &import.file_name)]);
    let rows = sentences(&import, &words).into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
    let conflicts = preview.conflicts.iter().take(N_CONFLICTS).filter_map(|id| {
        let ours = desk.notebook.with_untracked(|book| book.record(id).cloned())?;
        let theirs = Arc::new(import.record(id)?.clone());
        Some(view! { <Conflict ours theirs choices /> })
    });
    let conflicts = conflicts.collect_view();
    let n_further = preview.conflicts.len().saturating_sub(N_CONFLICTS);
    let further = (n_further > 0)
        .then(|| view! { <p>{words.count("notebook.import.further", n_further as u64, &[])}</p> });
    let aside = (!import.aside.is_empty()).then(|| {
        let import = Arc::clone(&import);
        let on_aside = move |_| {
            desk.hand_over("not-understood.json", "application/json", &import.aside_text());
        };
        view! {
            <button type="button" class="button" id="import-aside" on:click=on_aside>
                {say("notebook.import.download-aside")}
            </button>
        }
    });
    let close = move || {
        desk.import.set(None);
        dom::focus_id("page-title", true);
    };
    let take_in = changes_something.then(|| {
        let on_import = move |_| {
            let preview = &import.preview;
            let is_taken = |id: &NoteId| choices.of(id) != Choice::Mine;
            let is_step = preview.n_new + preview.n_newer > 0 || preview.conflicts.iter().any(is_taken);
            let n_changed = desk.notebook.import(&import, &|id: &NoteId| choices.of(id));
            let text = words.count("notebook.import.done", n_changed as u64, &[("file", &import.file_name)]);
            // Where every text of the person's own stays, nothing is there to be taken back but what was done before.
            if is_step {
                desk.say_with_undo(text);
            } else {
                desk.say(text);
            }
            close();
        };
        view! {
            <button type="button" class="button button--main" id="import-do" on:click=on_import>
                {say("notebook.import.do")}
            </button>
        }
    });
    let nothing = (!changes_something).then(|| view! { <p>{say("notebook.import.nothing")}</p> });
    let on_cancel = move |_| {
        desk.say(say("notebook.import.cancelled"));
        close();
    };
    view! {
        <section class="import" aria-labelledby="import-title">
            <h2 id="import-title" tabindex="-1">{title}</h2>
            <ul class="import__counts">{rows}</ul>
            {nothing}
            {conflicts}
            {further}
            <p class="notebook__actions">
                {take_in}
                <button type="button" class="button" id="import-cancel" on:click=on_cancel>
                    {say("notebook.cancel")}
                </button>
                {aside}
            </p>
        </section>
    }
}

impl Choices {
    /// What the person chose; both, where nothing was chosen.
    fn of(self, id: &NoteId) -> Choice {
        self.0.with_value(|choices| {
            choices.iter().find(|(known, _)| known == id).map_or(Choice::Both, |(_, choice)| *choice)
        })
    }
}
