//! The keys under which the notebook is kept, apart from those of everything else on the same origin.
//!
//! `ots-atlas:<base path>:notebook:<what>`. Base path and ids are percent-encoded, so that no two atlases on one
//! origin and no two ids share a key, whatever they contain.

use super::super::id::NoteId;
use super::envelope::{checksum, number};
use super::reconcile::Pair;
use crate::domain::link::percent::{decode, encode};

/// What a key holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// A note: [`super::encode`].
    Note(NoteId),
    /// How often all notes were erased, in digits.
    Epoch,
    /// The highest schema that was ever written, in digits.
    Schema,
    /// [`super::Index`]: how many notes there should be.
    Index,
    /// [`super::Meta`]: what is known about backups.
    Meta,
    /// A text that could not be read, behind the key it had and a line break.
    Quarantine { epoch: u64, sum: u32 },
}

/// The keys of one atlas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    prefix: String,
}

impl Keys {
    /// For the atlas under this path of its origin, such as `/atlas/`.
    pub fn new(base_path: &str) -> Self {
        let mut prefix = String::from("ots-atlas:");
        encode(base_path, &mut prefix);
        prefix.push_str(":notebook:");
        Self { prefix }
    }

    /// What all keys begin with.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    pub fn text(&self, key: &Key) -> String {
        let mut text = self.prefix.clone();
        match key {
            Key::Note(id) => {
                text.push_str("note:");
                encode(id.as_str(), &mut text);
            }
            Key::Epoch => text.push_str("epoch"),
            Key::Schema => text.push_str("schema"),
            Key::Index => text.push_str("index"),
            Key::Meta => text.push_str("meta"),
            Key::Quarantine { epoch, sum } => text.push_str(&quarantine_key(*epoch, *sum)),
        }
        text
    }

    /// What a key of the origin holds; none if it is not ours.
    pub fn parse(&self, text: &str) -> Option<Key> {
        let rest = text.strip_prefix(&self.prefix)?;
        let key = match rest.split_once(':') {
            Some(("note", id)) => Key::Note(NoteId::new(&decode(id))),
            Some(("quarantine", rest)) => {
                let (epoch, sum) = rest.split_once(':')?;
                Key::Quarantine { epoch: number(epoch)?, sum: u32::from_str_radix(sum, 16).ok()? }
            }
            _ => match rest {
                "epoch" => Key::Epoch,
                "schema" => Key::Schema,
                "index" => Key::Index,
                "meta" => Key::Meta,
                _ => return None,
            },
        };
        // Only the one spelling that we write: two keys never hold the same note.
        (self.text(&key) == text).then_some(key)
    }

    /// The key and value that set an unreadable text aside. The same text always has the same key.
    pub fn quarantined(&self, epoch: u64, key: &str, value: &str) -> Pair {
        let sum = checksum(&[key, "\n", value]);
        (self.text(&Key::Quarantine { epoch, sum }), [key, "\n", value].concat())
    }
}

fn quarantine_key(epoch: u64, sum: u32) -> String {
    format!("quarantine:{epoch}:{sum:08x}")
}
