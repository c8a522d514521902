//! Proposed corrections as a file that `make data` lists beside the records.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::json::{correction_value, put};
use super::super::record::Record;
use super::versions;

/// A JSON list of `{partnership, field, old, proposed, source, note, created}`: every version with a correction to a
/// partnership, in the order given; those in the trash are left out.
pub fn corrections(records: &[Arc<Record>]) -> String {
    let mut list: Vec<Value> = Vec::new();
    for (_, content) in versions(records) {
        let (Some(partnership), Some(correction)) = (content.target.partnership(), &content.correction)
        else {
            continue;
        };
        let mut object = Map::new();
        put(&mut object, "partnership", partnership);
        if let Value::Object(fields) = correction_value(correction) {
            object.extend(fields);
        }
        put(&mut object, "note", content.text.as_str());
        put(&mut object, "created", content.created.to_string());
        list.push(object.into());
    }
    Value::from(list).to_string()
}
