//! The form in which notes are kept: one key a note, in two stores that are reconciled at every start.
//!
//! Pure: texts in, texts out. Local storage takes the keys as they are; the second store may do the same.
//!
//! How to write, in each store and if possible as one transaction: [`may_write`] with the present values of the epoch
//! and schema keys, then [`put`] with the present value of the note's key, which merges what another tab wrote there,
//! then write and read back. "Saved" may be shown when the second store has completed.
//!
//! How to erase: write `epoch + 1` under [`Key::Epoch`] in both stores, then remove every other key that
//! [`Keys::parse`] knows. Should that stop half-way, the next [`reconcile`] does the rest.

mod envelope;
mod key;
mod meta;
mod reconcile;
mod schema1;

pub use envelope::{SCHEMA, Stored, Unreadable, decode, encode};
pub use key::{Key, Keys};
pub use meta::{Index, Meta};
pub use reconcile::{Pair, Quarantined, Reconciled, Repair, Store, reconcile};

use super::record::Record;
use envelope::{number, reads_as_newer};

/// Why nothing may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A newer version of the app has been here; this one would damage what it wrote. Reload the page.
    TooNew,
    /// All notes were erased in another tab. Reconcile anew; the unsaved text stays with the person.
    Erased,
}

/// What to write for a note.
#[derive(Debug, Clone, PartialEq)]
pub struct Put {
    /// The value of its key.
    pub value: String,
    /// The record that it holds: ours merged with what was there. Hand it to [`super::Notebook::take`].
    pub record: Record,
    /// What was there cannot be read. First write [`Keys::quarantined`] for it.
    pub unreadable: Option<Unreadable>,
}

/// Whether a store takes our writing, by the present values of its epoch and schema keys.
///
/// # Errors
/// If a newer app was here, or all was erased since `epoch`.
pub fn may_write(epoch_value: Option<&str>, schema_value: Option<&str>, epoch: u64) -> Result<(), Refusal> {
    if schema_value.is_some_and(reads_as_newer) {
        return Err(Refusal::TooNew);
    }
    if epoch_value.and_then(number).is_some_and(|present| present > epoch) {
        return Err(Refusal::Erased);
    }
    Ok(())
}

/// Joins a record with what its key holds at present, so that no tab overwrites what another has written.
///
/// # Errors
/// If what is there is newer than this app or than this epoch.
pub fn put(record: &Record, present: Option<&str>, epoch: u64) -> Result<Put, Refusal> {
    let (merged, unreadable) = match present.map(decode) {
        Some(Err(Unreadable::TooNew(_))) => return Err(Refusal::TooNew),
        Some(Ok(stored)) if stored.epoch > epoch => return Err(Refusal::Erased),
        Some(Ok(stored)) if stored.epoch == epoch && stored.record.id() == record.id() => {
            (record.merge(&stored.record), None)
        }
        Some(Ok(stored)) if stored.record.id() != record.id() => {
            (record.clone(), Some(Unreadable::OtherNote))
        }
        Some(Err(unreadable)) => (record.clone(), Some(unreadable)),
        Some(Ok(_)) | None => (record.clone(), None),
    };
    Ok(Put { value: encode(&merged, epoch), record: merged, unreadable })
}
