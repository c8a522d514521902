//! Notes and records as JSON, in the compact form in which they are stored.
//!
//! Strict: what does not have this form is refused with the name of the field, so that it is set aside as it is and
//! not read by halves.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::id::{NoteId, ReplicaId};
use super::instant::{Day, Instant};
use super::note::{Content, Correction, Part, Target, Where, value_of};
use super::record::{Context, Dot, Record, Sibling};
use crate::domain::vocabulary::Vocabulary as _;
use crate::file;

/// The name of the field that is missing or wrong.
pub(super) type WrongField = &'static str;

/// Puts a value into an object.
pub(super) fn put(object: &mut Map<String, Value>, name: &str, value: impl Into<Value>) {
    object.insert(name.to_owned(), value.into());
}

/// Puts a text into an object, if there is one.
pub(super) fn put_text(object: &mut Map<String, Value>, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        put(object, name, text);
    }
}

pub(super) fn record_value(record: &Record) -> Value {
    let mut object = Map::new();
    put(&mut object, "id", record.id().as_str());
    // The dots of the versions themselves are seen too; room is scarce.
    let replaced = record.context().dots().iter().copied().filter(|dot| !record.has(*dot));
    put(&mut object, "context", context_value(&Context::of(replaced)));
    put(&mut object, "versions", record.siblings().iter().map(sibling_value).collect::<Vec<_>>());
    object.into()
}

pub(super) fn record_of(value: &Value) -> Result<Record, WrongField> {
    let id = NoteId::new(value.get("id").and_then(Value::as_str).ok_or("id")?);
    let context = context_of(value.get("context")).ok_or("context")?;
    let versions = file::list(value, "versions").ok().ok_or("versions")?;
    let siblings = versions.iter().map(sibling_of).collect::<Result<_, _>>()?;
    Ok(Record::new(id, siblings, context))
}

pub(super) fn context_value(context: &Context) -> Value {
    context.dots().iter().map(|dot| dot_value(*dot)).collect::<Vec<_>>().into()
}

pub(super) fn context_of(value: Option<&Value>) -> Option<Context> {
    let dots = value?.as_array()?;
    Some(Context::of(dots.iter().map(dot_of).collect::<Option<Vec<_>>>()?))
}

pub(super) fn dot_value(dot: Dot) -> Value {
    vec![Value::from(dot.replica.to_string()), Value::from(dot.counter)].into()
}

pub(super) fn dot_of(value: &Value) -> Option<Dot> {
    let [replica, counter] = value.as_array()?.as_slice() else { return None };
    Some(Dot {
        replica: ReplicaId::parse(replica.as_str()?)?,
        counter: counter.as_u64().filter(|it| *it > 0)?,
    })
}

pub(super) fn sibling_value(sibling: &Sibling) -> Value {
    let mut object = Map::new();
    put(&mut object, "dot", dot_value(sibling.dot));
    put(&mut object, "content", content_value(&sibling.content));
    object.into()
}

pub(super) fn sibling_of(value: &Value) -> Result<Sibling, WrongField> {
    let dot = value.get("dot").and_then(dot_of).ok_or("dot")?;
    let content = content_of(value.get("content").ok_or("content")?)?;
    Ok(Sibling { dot, content: Arc::new(content) })
}

pub(super) fn content_value(content: &Content) -> Value {
    let mut object = Map::new();
    put(&mut object, "target", target_value(&content.target));
    put(&mut object, "text", content.text.as_str());
    if !content.tags.is_empty() {
        put(&mut object, "tags", content.tags.clone());
    }
    put_text(&mut object, "flag", content.flag.map(super::note::Flag::code));
    put_text(&mut object, "priority", content.priority.map(super::note::Priority::code));
    put_text(&mut object, "followUp", content.follow_up.map(|day| day.to_string()).as_deref());
    if let Some(correction) = &content.correction {
        put(&mut object, "correction", correction_value(correction));
    }
    put_text(&mut object, "creator", content.creator.as_deref());
    put(&mut object, "created", content.created.millis());
    put(&mut object, "modified", content.modified.millis());
    if let Some(trashed) = content.trashed {
        put(&mut object, "trashed", trashed.millis());
    }
    if !content.extra.is_empty() {
        put(&mut object, "extra", content.extra.clone());
    }
    object.into()
}

fn content_of(value: &Value) -> Result<Content, WrongField> {
    let instant = |name| value.get(name).and_then(Value::as_i64).map(Instant::from_millis);
    let created = instant("created").ok_or("created")?;
    let mut content = Content::new(target_of(value.get("target").ok_or("target")?)?, created);
    content.modified = instant("modified").ok_or("modified")?;
    content.text = text(value, "text")?;
    for tag in value.get("tags").map_or(Some(&Vec::new()), Value::as_array).ok_or("tags")? {
        content.tags.push(tag.as_str().ok_or("tags")?.to_owned());
    }
    content.flag = read(value, "flag", |code| value_of(Some(code)))?;
    content.priority = read(value, "priority", |code| value_of(Some(code)))?;
    content.follow_up = read(value, "followUp", Day::parse)?;
    content.creator = read(value, "creator", |text| Some(text.to_owned()))?;
    content.correction = value.get("correction").map(correction_of).transpose()?;
    if value.get("trashed").is_some() {
        content.trashed = Some(instant("trashed").ok_or("trashed")?);
    }
    if let Some(extra) = value.get("extra") {
        content.extra.clone_from(extra.as_object().ok_or("extra")?);
    }
    Ok(content)
}

/// A field that may be missing, but if it is there must be text that means something.
fn read<T>(value: &Value, name: WrongField, of: impl Fn(&str) -> Option<T>) -> Result<Option<T>, WrongField> {
    value.get(name).map(|it| it.as_str().and_then(of).ok_or(name)).transpose()
}

fn text(value: &Value, name: WrongField) -> Result<String, WrongField> {
    value.get(name).and_then(Value::as_str).map(str::to_owned).ok_or(name)
}

pub(super) fn correction_value(correction: &Correction) -> Value {
    let mut object = Map::new();
    put(&mut object, "field", correction.field.as_str());
    put(&mut object, "old", correction.old.as_str());
    put(&mut object, "proposed", correction.proposed.as_str());
    put(&mut object, "source", correction.source.as_str());
    object.into()
}

pub(super) fn correction_of(value: &Value) -> Result<Correction, WrongField> {
    let text = |name| text(value, name);
    Ok(Correction {
        field: text("field")?,
        old: text("old")?,
        proposed: text("proposed")?,
        source: text("source")?,
    })
}

fn target_value(target: &Target) -> Value {
    let mut object = Map::new();
    match target {
        Target::Foreign(value) => put(&mut object, "foreign", value.clone()),
        Target::Partnership { partnership, part, seen, edition } => {
            put(&mut object, "partnership", partnership.as_str());
            put(&mut object, "seen", seen.as_str());
            put_text(&mut object, "edition", edition.as_deref());
            match part {
                Part::Whole => {}
                Part::Milestone(id) => put(&mut object, "milestone", id.as_str()),
                Part::Quote { exact, prefix, suffix, place } => {
                    put(&mut object, "exact", exact.as_str());
                    put(&mut object, "prefix", prefix.as_str());
                    put(&mut object, "suffix", suffix.as_str());
                    put(&mut object, "in", place_text(place));
                }
            }
        }
    }
    object.into()
}

fn target_of(value: &Value) -> Result<Target, WrongField> {
    if let Some(foreign) = value.get("foreign") {
        return Ok(Target::Foreign(foreign.clone()));
    }
    let part = if value.get("exact").is_some() {
        Part::Quote {
            exact: text(value, "exact")?,
            prefix: text(value, "prefix")?,
            suffix: text(value, "suffix")?,
            place: place_of(&text(value, "in")?),
        }
    } else {
        read(value, "milestone", |id| Some(Part::Milestone(id.to_owned())))?.unwrap_or(Part::Whole)
    };
    Ok(Target::Partnership {
        partnership: text(value, "partnership")?,
        part,
        seen: text(value, "seen")?,
        edition: read(value, "edition", |edition| Some(edition.to_owned()))?,
    })
}

/// `summary`, `milestone:<id>` or `other:<name>`.
pub(super) fn place_text(place: &Where) -> String {
    match place {
        Where::Summary => String::from("summary"),
        Where::Milestone(id) => ["milestone:", id].concat(),
        Where::Other(name) => ["other:", name].concat(),
    }
}

pub(super) fn place_of(text: &str) -> Where {
    match text.split_once(':') {
        None if text == "summary" => Where::Summary,
        Some(("milestone", id)) => Where::Milestone(id.to_owned()),
        Some(("other", name)) => Where::Other(name.to_owned()),
        _ => Where::Other(text.to_owned()),
    }
}
