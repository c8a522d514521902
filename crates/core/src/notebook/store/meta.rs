//! What is kept beside the notes: how many there should be, and what is known about backups.

use serde_json::{Map, Value};

use super::super::id::NoteId;
use super::super::instant::Instant;
use super::super::json::put;
use super::envelope::{checksum, number};
use crate::file;

/// How many records there should be and a sum over their ids, so that a store which lost keys is found out.
///
/// It is never needed to find a note, and is rebuilt from the notes at every start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Index {
    pub n_records: u64,
    sum: u32,
}

impl Index {
    /// Takes in a record that is stored for the first time.
    pub fn add(&mut self, id: &NoteId) {
        self.n_records += 1;
        self.sum ^= checksum(&[id.as_str()]);
    }

    /// The value of its key, `<count> <sum>`.
    pub fn text(self) -> String {
        format!("{} {:08x}", self.n_records, self.sum)
    }

    pub fn parse(text: &str) -> Option<Self> {
        let (n_records, sum) = text.split_once(' ')?;
        let index = Self { n_records: number(n_records)?, sum: u32::from_str_radix(sum, 16).ok()? };
        (index.text() == text).then_some(index)
    }
}

/// What is known about backups and clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Meta {
    pub last_backup: Option<Instant>,
    /// When the first note was written.
    pub first_note: Option<Instant>,
    /// Since the last backup.
    pub n_changes: u32,
    /// What the clock said when the notebook was last closed or saved; see [`super::super::Notebook::purge_expired`].
    pub last_seen: Option<Instant>,
}

impl Meta {
    /// The value of its key.
    pub fn text(&self) -> String {
        let mut object = Map::new();
        let times =
            [("lastBackup", self.last_backup), ("firstNote", self.first_note), ("lastSeen", self.last_seen)];
        for (name, time) in times {
            if let Some(time) = time {
                put(&mut object, name, time.millis());
            }
        }
        put(&mut object, "changes", self.n_changes);
        Value::from(object).to_string()
    }

    /// What a text says; of one that cannot be read, nothing is known.
    pub fn parse(text: &str) -> Self {
        let value = file::parse(text).unwrap_or_default();
        let time = |name| value.get(name).and_then(Value::as_i64).map(Instant::from_millis);
        let n_changes = value.get("changes").and_then(Value::as_u64).unwrap_or(0);
        Self {
            last_backup: time("lastBackup"),
            first_note: time("firstNote"),
            n_changes: n_changes.min(u64::from(u32::MAX)) as u32,
            last_seen: time("lastSeen"),
        }
    }
}
