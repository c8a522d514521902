//! Writes notes as one Web Annotation collection.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::instant::Instant;
use super::super::json::{
    context_value, correction_value, dot_value, put, put_text, record_value, sibling_value,
};
use super::super::note::{Content, Flag, Priority};
use super::super::record::{Record, Sibling};
use super::body::bodies;
use super::iri::iri_of;
use super::target::target_value;
use super::{CONTEXT, NAMESPACE, own};
use crate::domain::vocabulary::Vocabulary as _;

/// What stands around the notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame<'a> {
    /// The id of this file: a `urn:uuid:` IRI of its own.
    pub iri: &'a str,
    /// A title for a person.
    pub label: &'a str,
    /// The absolute address of the site, with a slash at its end.
    pub base: &'a str,
    /// When it is written.
    pub now: Instant,
}

/// The records as an `AnnotationCollection`. Give all of [`super::super::Notebook::records`] for a backup.
///
/// Its items are the notes that are not in the trash. The trash, and what is known of deleted notes, goes along in a
/// property of our own, so that other readers do not show it.
pub fn collection(records: &[Arc<Record>], frame: &Frame<'_>) -> String {
    let (mut items, mut others) = (String::new(), String::new());
    let mut n_items = 0_u64;
    for record in records {
        if let Some(item) = annotation(record, frame.base) {
            push(&mut items, &item);
            n_items += 1;
        } else {
            push(&mut others, &record_value(record));
        }
    }
    let mut own_prefix = Map::new();
    put(&mut own_prefix, "atlas", NAMESPACE);
    let page_iri = [frame.iri, "#page"].concat();
    let mut page = Map::new();
    put(&mut page, "id", page_iri.as_str());
    put(&mut page, "type", "AnnotationPage");
    put(&mut page, "partOf", frame.iri);
    put(&mut page, "startIndex", 0);
    let mut collection = Map::new();
    put(&mut collection, "@context", vec![Value::from(CONTEXT), own_prefix.into()]);
    put(&mut collection, "id", frame.iri);
    put(&mut collection, "type", "AnnotationCollection");
    put(&mut collection, "label", frame.label);
    put(&mut collection, "created", frame.now.to_string());
    put(&mut collection, "total", n_items);
    put(&mut collection, "last", page_iri);
    // The lists are put in as texts: as values, a hundred thousand notes would not fit into memory twice.
    let page = open(page, "items", &items);
    let collection = open(collection, own!("others"), &others);
    let collection = collection.strip_suffix('}').unwrap_or(&collection);
    [collection, ",\"first\":", &page, "}"].concat()
}

fn push(list: &mut String, value: &Value) {
    if !list.is_empty() {
        list.push_str(",\n");
    }
    list.push_str(&value.to_string());
}

/// An object that is not empty, with a list written at its end.
fn open(object: Map<String, Value>, name: &str, list: &str) -> String {
    let object = Value::from(object).to_string();
    let object = object.strip_suffix('}').unwrap_or(&object);
    [object, ",\"", name, "\":[\n", list, "\n]}"].concat()
}

/// A note as an annotation; none if it has no version outside the trash.
fn annotation(record: &Record, base: &str) -> Option<Value> {
    let content = record.live()?;
    let is_shown = |it: &&Sibling| std::ptr::eq(&raw const *it.content, content);
    let shown = record.siblings().iter().find(is_shown)?;
    let others = record.siblings().iter().filter(|it| !is_shown(it)).map(sibling_value);
    let others: Vec<Value> = others.collect();
    let mut object = of_content(content, base);
    put(&mut object, "id", iri_of(record.id()));
    put(&mut object, own!("dot"), dot_value(shown.dot));
    put(&mut object, own!("context"), context_value(record.context()));
    if !others.is_empty() {
        put(&mut object, own!("versions"), others);
    }
    Some(object.into())
}

fn of_content(content: &Content, base: &str) -> Map<String, Value> {
    let mut object = content.extra.clone();
    object.remove("body");
    object.remove(own!("text"));
    let types = object.get("type").and_then(Value::as_array);
    if types.is_none_or(|types| !types.iter().any(|it| it == "Annotation")) {
        put(&mut object, "type", "Annotation");
    }
    if !object.contains_key("motivation") {
        put(&mut object, "motivation", motivation(content));
    }
    let bodies = bodies(content);
    if !bodies.is_empty() {
        put(&mut object, "body", bodies);
    }
    put(&mut object, "target", target_value(&content.target, base));
    for (name, time) in [("created", content.created), ("modified", content.modified)] {
        if time != Instant::UNKNOWN {
            put(&mut object, name, time.to_string());
        }
    }
    if let (Some(name), false) = (&content.creator, object.contains_key("creator")) {
        let mut creator = Map::new();
        put(&mut creator, "type", "Person");
        put(&mut creator, "name", name.as_str());
        put(&mut object, "creator", creator);
    }
    put_text(&mut object, own!("flag"), content.flag.map(Flag::code));
    put_text(&mut object, own!("priority"), content.priority.map(Priority::code));
    put_text(&mut object, own!("followUp"), content.follow_up.map(|day| day.to_string()).as_deref());
    if let Some(correction) = &content.correction {
        put(&mut object, own!("correction"), correction_value(correction));
    }
    object
}

/// Why a note was written, in the words of the data model.
pub(super) fn motivation(content: &Content) -> &'static str {
    match content.flag {
        Some(Flag::Question) => "questioning",
        Some(Flag::ToVerify) => "assessing",
        Some(Flag::Correction) => "editing",
        Some(Flag::FollowUp) => "bookmarking",
        None if content.text.is_empty() && !content.tags.is_empty() => "tagging",
        None => "commenting",
    }
}
