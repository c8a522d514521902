//! Notes of schema 1: one flat object without versions, `{id, partnership, text, tags, created, modified}`.

use serde_json::{Map, Value};

use super::super::id::ReplicaId;
use super::super::json::{WrongField, dot_value, put};
use super::super::record::Dot;
use crate::file;

/// The same note in schema 2.
///
/// It depends on nothing else, so that two tabs or stores that migrate the same note get the same version, and one
/// that is migrated twice is not doubled. Times are in milliseconds since 1970; the note's version is by
/// [`ReplicaId::FOREIGN`], numbered by its last change, so that of two old copies the later wins.
///
/// # Errors
/// The name of the field that is missing or wrong.
pub(super) fn migrated(old: &Value) -> Result<Value, WrongField> {
    let text = |name: WrongField| file::text(old, name).ok().ok_or(name);
    let time = |name: WrongField| old.get(name).and_then(Value::as_i64).ok_or(name);
    let modified = time("modified")?;
    let counter = modified.clamp(1, 1 << 53).unsigned_abs();

    let mut target = Map::new();
    put(&mut target, "partnership", text("partnership")?);
    put(&mut target, "seen", "");
    let mut content = Map::new();
    put(&mut content, "target", target);
    put(&mut content, "text", text("text")?);
    put(&mut content, "tags", file::list(old, "tags").ok().ok_or("tags")?.to_vec());
    put(&mut content, "created", time("created")?);
    put(&mut content, "modified", modified);
    let mut version = Map::new();
    let dot = dot_value(Dot { counter, replica: ReplicaId::FOREIGN });
    put(&mut version, "dot", dot.clone());
    put(&mut version, "content", content);
    let mut record = Map::new();
    put(&mut record, "id", text("id")?);
    put(&mut record, "context", vec![dot]);
    put(&mut record, "versions", vec![Value::from(version)]);
    Ok(record.into())
}
