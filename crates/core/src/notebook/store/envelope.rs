//! One stored note: a short head that any version of the app can read, and the note as JSON.
//!
//! `2 7 1a2b3c4d {…}`: schema, epoch, CRC-32 of all but itself, JSON.

use crc32fast::Hasher;
use serde_json::Value;

use super::super::json::{WrongField, record_of, record_value};
use super::super::record::Record;
use super::schema1;
use crate::file;

/// The schema that is written.
pub const SCHEMA: u64 = 2;

/// The largest schema, epoch or count that is believed: a double holds every whole number up to here.
const MOST: u64 = 1 << 53;

/// A note read from its stored form.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    pub record: Record,
    /// How often all notes had been erased when it was written.
    pub epoch: u64,
    /// The schema it was stored in; below [`SCHEMA`], it was migrated while it was read.
    pub schema: u64,
}

/// Why a stored text is not read. It is kept as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It does not begin as a stored note does.
    NoHead,
    /// It was damaged or cut off.
    Checksum,
    NotJson,
    /// This field is missing or of the wrong kind.
    WrongField(&'static str),
    /// It is sound, but another note's.
    OtherNote,
    /// A newer version of the app wrote it, in this schema.
    TooNew(u64),
}

/// The stored form of a record.
pub fn encode(record: &Record, epoch: u64) -> String {
    let json = record_value(record).to_string();
    seal(SCHEMA, epoch, &json)
}

/// Puts the head before a text.
pub(super) fn seal(schema: u64, epoch: u64, json: &str) -> String {
    let head = format!("{schema} {epoch} ");
    let sum = checksum(&[&head, json]);
    format!("{head}{sum:08x} {json}")
}

/// Reads any text at all.
///
/// # Errors
/// If it is no note that this version can read, with the reason.
pub fn decode(text: &str) -> Result<Stored, Unreadable> {
    let mut fields = text.splitn(4, ' ');
    let mut next = || fields.next().ok_or(Unreadable::NoHead);
    let (schema_text, epoch_text, sum, json) = (next()?, next()?, next()?, next()?);
    let schema = number(schema_text).filter(|it| *it > 0).ok_or(Unreadable::NoHead)?;
    // What comes after may be of any form: a newer schema is not judged.
    if schema > SCHEMA {
        return Err(Unreadable::TooNew(schema));
    }
    let epoch = number(epoch_text).ok_or(Unreadable::NoHead)?;
    if sum != format!("{:08x}", checksum(&[schema_text, " ", epoch_text, " ", json])) {
        return Err(Unreadable::Checksum);
    }
    let value = file::parse(json).ok().ok_or(Unreadable::NotJson)?;
    let record = read(schema, &value).map_err(Unreadable::WrongField)?;
    Ok(Stored { record, epoch, schema })
}

fn read(schema: u64, value: &Value) -> Result<Record, WrongField> {
    if schema == 1 { record_of(&schema1::migrated(value)?) } else { record_of(value) }
}

/// Whether a schema key names a schema above ours. What cannot be read does not.
pub(super) fn reads_as_newer(schema_value: &str) -> bool {
    number(schema_value).is_some_and(|schema| schema > SCHEMA)
}

/// A whole number in ASCII digits, without leading zeros, that is believed.
pub(super) fn number(text: &str) -> Option<u64> {
    let is_plain = !text.is_empty() && text.len() <= 16 && text.bytes().all(|b| b.is_ascii_digit());
    let is_plain = is_plain && (text == "0" || !text.starts_with('0'));
    let value =
        text.bytes().fold(0_u64, |sum, b| sum.wrapping_mul(10).wrapping_add(u64::from(b.wrapping_sub(b'0'))));
    (is_plain && value <= MOST).then_some(value)
}

pub(super) fn checksum(parts: &[&str]) -> u32 {
    let mut hasher = Hasher::new();
    for part in parts {
        hasher.update(part.as_bytes());
    }
    hasher.finalize()
}
