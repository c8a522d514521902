//! Which words the first page needs, and which come with the parts of the app that load later.
//!
//! The catalogue of a language is one file to write and two to load.

use serde_json::{Map, Value};

/// What the keys of the later half begin with.
const LATER: &[&str] = &[
    "about.",
    "app.short-name",
    "app.tagline",
    "cite.",
    "count.options-word",
    "csv.",
    "disclaimer.full",
    "doctor.",
    "embed.",
    "empty.",
    "evidence.mark",
    "filters.close",
    "filters.show",
    "meeting-brief.",
    "milestone.",
    "new-version.",
    "not-found.",
    "notebook.",
    "notes.",
    "partner.",
    "priority.",
    "problem.",
    "rows.",
    "shell.",
    "source.",
];

/// What stands on the first page all the same: titles of pages on their way, signs of notes, filters by notes.
const FIRST: &[&str] = &[
    "about.title",
    "embed.title",
    "meeting-brief.title",
    "not-found.title",
    "notebook.title",
    "notes.count.one",
    "notes.count.other",
    "notes.due",
    "notes.filter.any",
    "notes.filter.label",
    "notes.title",
    "partner.unknown.title",
];

/// Whether a word comes later.
pub fn is_later(key: &str) -> bool {
    let is_explained = key.starts_with("evidence.") && key.ends_with(".meaning");
    (is_explained || LATER.iter().any(|start| key.starts_with(start))) && !FIRST.contains(&key)
}

/// A catalogue in two: the first half with its tables, the other with words alone.
pub fn halves(mut catalogue: Value) -> (Value, Value) {
    let messages = catalogue.get_mut("messages").and_then(Value::as_object_mut);
    let all = messages.map(std::mem::take).unwrap_or_default();
    let (later, first): (Map<_, _>, Map<_, _>) = all.into_iter().partition(|(key, _)| is_later(key));
    if let Some(catalogue) = catalogue.as_object_mut() {
        catalogue.insert("messages".to_owned(), Value::Object(first));
    }
    (catalogue, Value::Object(later))
}
