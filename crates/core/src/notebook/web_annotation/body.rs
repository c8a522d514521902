//! The text and tags of a note as the bodies of an annotation, both ways.

use serde_json::{Map, Value};

use super::super::json::put;
use super::super::note::Content;
use super::own;

/// Under this name the notebook keeps the attributes of a text body that are not the ones we would write.
const ATTRIBUTES: &str = own!("text");

/// The bodies of a note: its text, its tags, and those that the notebook only carries along.
pub(super) fn bodies(content: &Content) -> Vec<Value> {
    let mut bodies = Vec::new();
    let attributes = content.extra.get(ATTRIBUTES).and_then(Value::as_object);
    if !content.text.is_empty() || attributes.is_some() {
        let mut body = attributes.cloned().unwrap_or_else(our_attributes);
        put(&mut body, "type", "TextualBody");
        put(&mut body, "value", content.text.as_str());
        bodies.push(body.into());
    }
    for tag in &content.tags {
        let mut body = Map::new();
        put(&mut body, "type", "TextualBody");
        put(&mut body, "value", tag.as_str());
        put(&mut body, "purpose", "tagging");
        bodies.push(body.into());
    }
    match content.extra.get("body") {
        Some(Value::Array(others)) => bodies.extend(others.iter().cloned()),
        Some(other) => bodies.push(other.clone()),
        None => {}
    }
    bodies
}

fn our_attributes() -> Map<String, Value> {
    let mut attributes = Map::new();
    put(&mut attributes, "format", "text/plain");
    put(&mut attributes, "purpose", "commenting");
    attributes
}

/// Takes text and tags from the bodies of an annotation. Bodies of other kinds stay in `extra` as they are.
pub(super) fn take_bodies(content: &mut Content, body: Option<Value>, body_value: Option<Value>) {
    let mut others = Vec::new();
    let mut texts: Vec<(String, Map<String, Value>)> = Vec::new();
    if let Some(Value::String(text)) = body_value {
        texts.push((text, our_attributes()));
    } else if let Some(other) = body_value {
        others.push(other);
    }
    for body in listed(body) {
        match textual(body) {
            Ok((text, attributes)) if is_tag(&attributes) => content.tags.push(text),
            Ok((text, attributes)) if texts.first().is_none_or(|(_, first)| *first == attributes) => {
                texts.push((text, attributes));
            }
            Ok((text, mut attributes)) => {
                put(&mut attributes, "type", "TextualBody");
                put(&mut attributes, "value", text);
                others.push(attributes.into());
            }
            Err(other) => others.push(other),
        }
    }
    if let Some((_, attributes)) = texts.first().filter(|(_, attributes)| *attributes != our_attributes()) {
        put(&mut content.extra, ATTRIBUTES, attributes.clone());
    }
    let texts: Vec<&str> = texts.iter().map(|(text, _)| text.as_str()).collect();
    content.text = texts.join("\n\n");
    if !others.is_empty() {
        put(&mut content.extra, "body", others);
    }
}

fn listed(body: Option<Value>) -> Vec<Value> {
    match body {
        Some(Value::Array(bodies)) => bodies,
        Some(Value::Null) | None => Vec::new(),
        Some(one) => vec![one],
    }
}

/// The text of a textual body and its attributes, or the body as it is.
///
/// A plain string that is no IRI is taken for a text too: the standard has no such body, but files do.
fn textual(body: Value) -> Result<(String, Map<String, Value>), Value> {
    match body {
        Value::String(text) if !super::iri::is_iri(&text) => Ok((text, our_attributes())),
        Value::Object(mut object) => {
            let is_text = object.get("value").is_some_and(Value::is_string)
                && object.get("type").is_none_or(|of| of == "TextualBody")
                && !object.contains_key("source");
            if !is_text {
                return Err(object.into());
            }
            object.remove("type");
            match object.remove("value") {
                Some(Value::String(text)) => Ok((text, object)),
                _ => Err(object.into()),
            }
        }
        other => Err(other),
    }
}

/// Whether a textual body is a tag and nothing more.
fn is_tag(attributes: &Map<String, Value>) -> bool {
    attributes.get("purpose").is_some_and(|purpose| purpose == "tagging")
        && attributes
            .iter()
            .all(|(name, value)| name == "purpose" || name == "format" && value == "text/plain")
}
