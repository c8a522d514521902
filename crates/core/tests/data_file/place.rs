//! Places in a data file, by JSON pointer (RFC 6901), and what can be done to them.

use serde_json::Value;

/// A data file in which everything is used once and nothing is wrong.
pub(crate) fn small() -> Value {
    serde_json::from_str(include_str!("small.json")).unwrap()
}

/// Every place below the root.
pub(crate) fn places(file: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
        let mut visit = |step: &str, value| {
            let at = format!("{at}/{step}");
            found.push(at.clone());
            walk(value, &at, found);
        };
        match value {
            Value::Object(object) => object.iter().for_each(|(name, value)| visit(name, value)),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(idx, value)| visit(&idx.to_string(), value));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(file, "", &mut found);
    found
}

/// Puts `value` at a place: instead of what is there, or as a new field. Nothing happens where the way ends early.
pub(crate) fn set(file: &mut Value, at: &str, value: Value) {
    if let Some(place) = file.pointer_mut(at) {
        *place = value;
    } else if let Some((parent, name)) = at.rsplit_once('/')
        && let Some(Value::Object(object)) = file.pointer_mut(parent)
    {
        object.insert(name.to_owned(), value);
    }
}

/// Takes a field out of its object or an item out of its list, if it is there.
pub(crate) fn remove(file: &mut Value, at: &str) {
    let Some((parent, step)) = at.rsplit_once('/') else { return };
    match file.pointer_mut(parent) {
        Some(Value::Object(object)) => drop(object.remove(step)),
        Some(Value::Array(items)) => {
            let idx = step.parse().ok().filter(|idx| *idx < items.len());
            idx.map(|idx: usize| items.remove(idx));
        }
        _ => {}
    }
}
