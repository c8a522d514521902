//! What a schema can say beyond the type of each field: which fields go together, and that none is null.

use schemars::Schema;
use serde_json::{Value, json};

pub(super) fn marker_with_place(schema: &mut Schema) {
    schema.insert("if".into(), json!({ "properties": { "northern_cyprus": { "const": "marker" } } }));
    schema.insert("then".into(), json!({ "required": ["northern_cyprus_at"] }));
}

pub(super) fn found_by_address_or_title(schema: &mut Schema) {
    schema.insert("anyOf".into(), json!([{ "required": ["url"] }, { "required": ["title", "date"] }]));
}

pub(super) fn whole_if_counted(schema: &mut Schema) {
    schema.insert("if".into(), json!({ "properties": { "listing": { "const": "counted" } } }));
    schema.insert(
        "then".into(),
        json!({
            "required": ["stage", "summary", "works_in", "mechanisms", "milestones"],
            "properties": { "name": { "required": ["tr"] }, "sectors": { "minItems": 1 } },
        }),
    );
    schema.insert("else".into(), json!({ "properties": { "stage": false } }));
    schema.insert("anyOf".into(), json!([{ "required": ["milestones"] }, sourced()]));
}

pub(super) fn sourced_unless_from_memory(schema: &mut Schema) {
    let from_memory =
        json!({ "required": ["from_memory"], "properties": { "from_memory": { "const": true } } });
    schema.insert("anyOf".into(), json!([from_memory, sourced()]));
}

pub(super) fn sourced_unless_shown_by_a_milestone(schema: &mut Schema) {
    schema.insert("anyOf".into(), json!([{ "required": ["milestone"] }, sourced()]));
}

fn sourced() -> Value {
    json!({ "required": ["sources"], "properties": { "sources": { "minItems": 1 } } })
}

/// What is optional may be left out, and may not be null.
pub(super) fn without_null(schema: &mut Schema) {
    let is_null = |schema: &Value| *schema == json!({ "type": "null" });
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    let Some(Value::Array(any_of)) = schema.get_mut("anyOf") else { return };
    if any_of.iter().any(is_null) {
        any_of.retain(|schema| !is_null(schema));
        if let [Value::Object(only)] = &any_of[..] {
            let only = only.clone();
            schema.remove("anyOf");
            only.into_iter().for_each(|(name, value)| drop(schema.insert(name, value)));
        }
    }
}
