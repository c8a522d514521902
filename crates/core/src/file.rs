//! Reads the fields of the files that come with the app: its outlines and its words.
//!
//! By hand from JSON values, since a derived reader for every type would make the app 35 kB larger. The data set,
//! which people edit, has a checker of its own that says much more.

use serde_json::Value;

/// The value that a file holds.
///
/// # Errors
/// If it is not JSON; with the place of the first mistake.
pub(crate) fn parse(text: &str) -> Result<Value, String> {
    let not_json =
        |error: serde_json::Error| format!("no JSON from line {}, column {}", error.line(), error.column());
    serde_json::from_slice(text.as_bytes()).map_err(not_json)
}

/// The field of an object with this name, whatever it holds.
pub(crate) fn field<'v>(object: &'v Value, name: &str) -> Result<&'v Value, String> {
    object.get(name).ok_or_else(|| wrong(name))
}

/// A field that is text.
pub(crate) fn text(object: &Value, name: &str) -> Result<String, String> {
    object.get(name).and_then(Value::as_str).map(str::to_owned).ok_or_else(|| wrong(name))
}

/// A field that is a number.
pub(crate) fn number(object: &Value, name: &str) -> Result<f64, String> {
    object.get(name).and_then(Value::as_f64).ok_or_else(|| wrong(name))
}

/// A field that is a list.
pub(crate) fn list<'v>(object: &'v Value, name: &str) -> Result<&'v [Value], String> {
    object.get(name).and_then(Value::as_array).map(Vec::as_slice).ok_or_else(|| wrong(name))
}

fn wrong(name: &str) -> String {
    format!("field `{name}` is missing or of the wrong kind")
}
