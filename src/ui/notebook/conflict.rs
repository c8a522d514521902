//! A note that was changed here and in the file: both texts, and which of them is to stay.

use std::sync::Arc;

use atlas_core::notebook::{Choice, NoteId, Record};
use leptos::prelude::*;

use super::names::title_of;
use crate::ui::words::say;

/// What was chosen so far, by note.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choices(pub(super) StoredValue<Vec<(NoteId, Choice)>>);

impl Default for Choices {
    fn default() -> Self {
        Self(StoredValue::new(Vec::new()))
    }
}

impl Choices {
    fn choose(self, id: &NoteId, choice: Choice) {
        self.0.update_value(|choices| {
            choices.retain(|(known, _)| known != id);
            choices.push((id.clone(), choice));
        });
    }
}

const OPTIONS: [(Choice, &str); 3] = [
    (Choice::Both, "notebook.conflict.both"),
    (Choice::Mine, "notebook.conflict.mine"),
    (Choice::Theirs, "notebook.conflict.theirs"),
];

#[component]
pub(super) fn Conflict(ours: Arc<Record>, theirs: Arc<Record>, choices: Choices) -> impl IntoView {
    let id = ours.id().clone();
    let about = ours.shown().or(theirs.shown()).and_then(title_of);
    let legend = about.unwrap_or_else(|| say("notebook.group.elsewhere"));
    let options = OPTIONS
        .map(|(choice, key)| {
            let id = id.clone();
            view! {
                <label class="check">
                    <input
                        type="radio"
                        name=format!("conflict-{id}")
                        checked=choice == Choice::default()
                        on:change=move |_| choices.choose(&id, choice)
                    />
                    {say(key)}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="conflict">
            <legend>{legend}</legend>
            <div class="conflict__texts">
                <Texts record=ours key="notebook.conflict.here" />
                <Texts record=theirs key="notebook.conflict.in-file" />
            </div>
            <div class="conflict__choice">{options}</div>
        </fieldset>
    }
}

/// Every text that one side has.
#[component]
fn Texts(record: Arc<Record>, key: &'static str) -> impl IntoView {
    let texts = record
        .siblings()
        .iter()
        .map(|sibling| {
            let content = &sibling.content;
            let tags = (!content.tags.is_empty()).then(|| content.tags.join(", "));
            let trashed = content.is_trashed().then(|| say("notebook.conflict.in-trash"));
            let facts: Vec<_> = tags.into_iter().chain(trashed).collect();
            let facts = (!facts.is_empty())
                .then(|| view! { <p class="notebook__small" dir="auto">{facts.join(" · ")}</p> });
            view! { <p class="conflict__text" dir="auto">{content.text.clone()}</p>{facts} }
        })
        .collect_view();
    view! { <div><p class="conflict__side">{say(key)}</p>{texts}</div> }
}
