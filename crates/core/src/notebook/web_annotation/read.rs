//! Reads Web Annotations of any origin; nothing in a file can make it panic, and nothing is dropped.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::book::Notebook;
use super::super::id::{NoteId, ReplicaId};
use super::super::instant::{Day, Instant};
use super::super::json::{context_of, correction_of, dot_of, record_of, sibling_of};
use super::super::note::{Content, value_of};
use super::super::record::{Context, Dot, Record, Sibling};
use super::body::take_bodies;
use super::iri::{id_of, id_of_content};
use super::own;
use super::surrogates::mended;
use super::target::target_of;
use super::write::motivation;
use crate::file;

/// An annotation nested deeper than this is not taken in: stored with its versions, it could not be read again.
const MOST_NESTED: usize = 64;

/// The same for one of ours, whose versions wrap their contents.
const MOST_NESTED_OURS: usize = 72;

/// Versions numbered higher than this are not believed.
const MOST_COUNTED: u64 = 1 << 53;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Imported {
    /// Each note once, by id.
    pub records: Vec<Record>,
    /// What was not understood, as it came.
    pub aside: Vec<Value>,
}

/// Why a file could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is no JSON that can be read: where and why, for developers.
    NotJson(String),
}

/// Reads a file: an annotation, a list of them, a page, or a collection with its pages embedded.
///
/// `base` is the absolute address of this site, with a slash at its end: annotations of its pages become notes on
/// partnerships. Bytes that are no UTF-8, and escaped halves of surrogate pairs, become U+FFFD.
///
/// # Errors
/// If it is not JSON.
pub fn read(bytes: &[u8], base: &str) -> Result<Imported, Unread> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut value = file::parse(text).or_else(|_| file::parse(&mended(text))).map_err(Unread::NotJson)?;
    settle(&mut value);
    let mut reader = Reader { base, records: Vec::new(), aside: Vec::new() };
    reader.any(value);
    let notebook = Notebook::of(ReplicaId::FOREIGN, reader.records);
    let records = notebook.records().iter().map(|record| (**record).clone()).collect();
    Ok(Imported { records, aside: reader.aside })
}

struct Reader<'a> {
    base: &'a str,
    records: Vec<Record>,
    aside: Vec<Value>,
}

impl Reader<'_> {
    fn any(&mut self, value: Value) {
        match value {
            Value::Array(values) => values.into_iter().for_each(|value| self.any(value)),
            Value::Object(object) if is(&object, "AnnotationCollection") => self.collection(object),
            Value::Object(object) if is(&object, "AnnotationPage") => self.page(object),
            Value::Object(object) if is(&object, "Annotation") || object.contains_key("target") => {
                self.annotation(object);
            }
            other => self.aside.push(other),
        }
    }

    fn collection(&mut self, mut object: Map<String, Value>) {
        if let Some(Value::Array(others)) = object.remove(own!("others")) {
            for other in others {
                match record_of(&other) {
                    Ok(record) if is_believed(&record) && depth(&other) <= MOST_NESTED_OURS => {
                        self.records.push(record);
                    }
                    _ => self.aside.push(other),
                }
            }
        }
        let first = object.remove("first");
        let items = object.remove("items");
        let has_content = first.is_some() || items.is_some();
        match first {
            Some(page @ Value::Object(_)) => self.any(page),
            // A page elsewhere: nothing is fetched.
            Some(elsewhere) => self.aside.push(elsewhere),
            None => {}
        }
        if let Some(items) = items {
            self.any(items);
        }
        if !has_content && object.get("total").and_then(Value::as_u64) != Some(0) {
            self.aside.push(object.into());
        }
    }

    fn page(&mut self, mut object: Map<String, Value>) {
        let next = object.remove("next");
        match object.remove("items") {
            Some(Value::Array(items)) => items.into_iter().for_each(|item| self.any(item)),
            Some(one) => self.any(one),
            None => self.aside.push(object.into()),
        }
        match next {
            Some(page @ Value::Object(_)) => self.any(page),
            Some(elsewhere) => self.aside.push(elsewhere),
            None => {}
        }
    }

    fn annotation(&mut self, mut object: Map<String, Value>) {
        object.remove("@context");
        let value = Value::Object(object);
        let most = if value.get(own!("dot")).is_some() { MOST_NESTED_OURS } else { MOST_NESTED };
        if depth(&value) > most || value.get("target").is_none_or(Value::is_null) {
            self.aside.push(value);
            return;
        }
        let id = match value.get("id").or_else(|| value.get("@id")) {
            Some(Value::String(iri)) => id_of(iri),
            None => id_of_content(&value.to_string()),
            Some(_) => {
                self.aside.push(value);
                return;
            }
        };
        match self.record(id, &value) {
            Some(record) => self.records.push(record),
            None => self.aside.push(value),
        }
    }

    /// The record of an annotation: with its versions if it is ours, else as one version of a foreign writer,
    /// numbered by its last change. So the same file changes nothing a second time, and a later one is newer.
    fn record(&self, id: NoteId, value: &Value) -> Option<Record> {
        let content = self.read_content(value.as_object()?.clone())?;
        let dot = value.get(own!("dot")).and_then(dot_of);
        let seen = context_of(value.get(own!("context")));
        if let (Some(dot), Some(seen)) = (dot, seen) {
            let mut siblings = vec![Sibling { dot, content: Arc::new(content) }];
            if let Some(others) = value.get(own!("versions")) {
                siblings
                    .extend(others.as_array()?.iter().map(sibling_of).collect::<Result<Vec<_>, _>>().ok()?);
            }
            return Some(Record::new(id, siblings, seen)).filter(is_believed);
        }
        let counter = content.modified.millis().max(1).unsigned_abs();
        let dot = Dot { counter, replica: ReplicaId::FOREIGN };
        Some(Record::new(id, vec![Sibling { dot, content: Arc::new(content) }], Context::default()))
    }

    fn read_content(&self, mut object: Map<String, Value>) -> Option<Content> {
        for name in ["id", "@id", "@type", own!("dot"), own!("context"), own!("versions")] {
            object.remove(name);
        }
        // This name is the notebook's own for what it carries along of a body.
        if let Some(given) = object.remove(own!("text")) {
            object.insert(own!("as-given-text").to_owned(), given);
        }
        let is_among_others = object.get("type").is_some_and(Value::is_array) && is(&object, "Annotation");
        if let Some(given) = object.remove("type").filter(|it| it != "Annotation") {
            object.insert(if is_among_others { "type" } else { own!("as-given-type") }.to_owned(), given);
        }
        let target = target_of(object.remove("target")?, self.base);
        let mut content = Content::new(target, Instant::UNKNOWN);
        let modified = time(&mut object, "modified");
        content.created = time(&mut object, "created").or(modified).unwrap_or(Instant::UNKNOWN);
        content.modified = modified.unwrap_or(content.created);
        let (body, body_value) = (object.remove("body"), object.remove("bodyValue"));
        take_own(&mut content, &mut object);
        if let Some(name) = object.get("creator").and_then(name_of) {
            content.creator = Some(name);
            if object
                .get("creator")
                .and_then(Value::as_object)
                .is_some_and(|it| is(it, "Person") && it.len() == 2)
            {
                object.remove("creator");
            }
        }
        content.extra = object;
        take_bodies(&mut content, body, body_value);
        if content.extra.get("motivation").is_some_and(|it| it == motivation(&content)) {
            content.extra.remove("motivation");
        }
        Some(content)
    }
}

/// Takes our own properties out of an annotation; what they should not be stays where it is.
fn take_own(content: &mut Content, object: &mut Map<String, Value>) {
    content.flag = taken(object, own!("flag"), |it| value_of(it.as_str()));
    content.priority = taken(object, own!("priority"), |it| value_of(it.as_str()));
    content.follow_up = taken(object, own!("followUp"), |it| it.as_str().and_then(Day::parse));
    content.correction = taken(object, own!("correction"), |it| correction_of(it).ok());
}

fn taken<T>(object: &mut Map<String, Value>, name: &str, of: impl Fn(&Value) -> Option<T>) -> Option<T> {
    let value = object.get(name).and_then(of)?;
    object.remove(name);
    Some(value)
}

/// A date, taken out; one that cannot be read is kept under a name of ours, since it may not stand in its place.
fn time(object: &mut Map<String, Value>, name: &str) -> Option<Instant> {
    let given = object.remove(name)?;
    let time = given.as_str().and_then(Instant::parse);
    if time.is_none() {
        object.insert([own!("as-given-"), name].concat(), given);
    }
    time
}

/// Whether an object is of this type, alone or among others.
fn is(object: &Map<String, Value>, name: &str) -> bool {
    let of = object.get("type").or_else(|| object.get("@type"));
    of.is_some_and(|of| of == name || of.as_array().is_some_and(|types| types.iter().any(|it| it == name)))
}

/// The name of a creator, or their IRI.
fn name_of(creator: &Value) -> Option<String> {
    let name = ["name", "nickname", "id"].into_iter().find_map(|name| creator.get(name)?.as_str());
    name.or(creator.as_str()).map(str::to_owned)
}

fn is_believed(record: &Record) -> bool {
    record.context().dots().iter().all(|dot| dot.counter <= MOST_COUNTED)
}

/// How deep a value is nested; 1 for one without parts.
fn depth(value: &Value) -> usize {
    let inner = match value {
        Value::Array(values) => values.iter().map(depth).max(),
        Value::Object(object) => object.values().map(depth).max(),
        _ => None,
    };
    1 + inner.unwrap_or(0)
}

/// Rounds every fraction to one that is read just as it was written.
///
/// The reader of numbers that the app can afford may miss the last bit. Without this, a note that carries a fraction
/// would differ a little after every reading, and pass for two.
fn settle(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(settle),
        Value::Object(object) => object.values_mut().for_each(settle),
        Value::Number(number) if number.is_f64() => {
            for _ in 0..8 {
                let again = file::parse(&value.to_string()).unwrap_or_default();
                if again == *value {
                    return;
                }
                *value = again;
            }
            *value = Value::String(value.to_string());
        }
        _ => {}
    }
}
