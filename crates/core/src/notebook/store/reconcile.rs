//! Brings two stores and their damage together into one notebook, and says what each store lacks.
//!
//! Never deletes what could not be read, and gives the same again when run again. The epoch is the highest that either
//! store or any sound note names: what is older was erased and is not read.

use std::borrow::Cow;
use std::sync::Arc;

use super::super::book::Notebook;
use super::super::id::{NoteId, ReplicaId};
use super::super::record::Record;
use super::envelope::{SCHEMA, Unreadable, decode, encode, number, reads_as_newer};
use super::key::{Key, Keys};
use super::meta::{Index, Meta};
use crate::order::order_by;

/// A key and its value.
pub type Pair = (String, String);

/// Which of the two stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    Local,
    Second,
}

/// A text that could not be read: to be shown and downloaded, never dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    pub store: Store,
    /// The key that it had.
    pub key: String,
    pub value: String,
    /// None for one that was set aside earlier.
    pub reason: Option<Unreadable>,
}

/// What one store lacks. Write all of `puts` in order, and only when all are written remove `removes`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Repair {
    pub puts: Vec<Pair>,
    /// Keys of notes that were erased.
    pub removes: Vec<String>,
}

/// What two stores come to.
#[derive(Debug, Clone)]
pub struct Reconciled {
    pub notebook: Notebook,
    /// The present epoch: every note is to be written with it.
    pub epoch: u64,
    pub quarantine: Vec<Quarantined>,
    /// For local storage.
    pub local: Repair,
    /// For the second store.
    pub second: Repair,
    /// A newer version of the app was here: nothing may be written, and both repairs are empty.
    pub refuses_writing: bool,
    pub meta: Meta,
    /// How many notes fewer there are than the larger index says: lost by the browser, or not written before a crash.
    pub n_missing: u64,
    /// The present index.
    pub index: Index,
}

/// One store as it was read.
#[derive(Default)]
struct Reading<'a> {
    /// Sound notes.
    notes: Vec<Note<'a>>,
    /// Note keys whose text cannot be read.
    unreadable: Vec<(&'a str, &'a str, Unreadable)>,
    quarantine: Vec<(&'a str, &'a str, u64)>,
    epoch: Option<&'a str>,
    schema: Option<&'a str>,
    index: Option<&'a str>,
    meta: Option<&'a str>,
}

struct Note<'a> {
    key: &'a str,
    value: &'a str,
    record: Record,
    epoch: u64,
    /// Whether it needs to be written in the present schema.
    is_old: bool,
    /// The other store has the very same.
    is_copy: bool,
}

/// Reconciles what the two stores hold; of a store that cannot be read give none of its pairs, and drop its repair.
pub fn reconcile(keys: &Keys, replica: ReplicaId, local: &[Pair], second: &[Pair]) -> Reconciled {
    let of_local = read(keys, local, &Reading::default());
    let of_second = read(keys, second, &of_local);
    let readings = [of_local, of_second];
    let epoch = readings.iter().map(highest_epoch).max().unwrap_or(0);
    let refuses_writing = readings.iter().any(|reading| {
        reading.schema.is_some_and(reads_as_newer)
            || reading.unreadable.iter().any(|(_, _, reason)| matches!(reason, Unreadable::TooNew(_)))
    });
    let present = |note: &&Note<'_>| note.epoch == epoch && !note.is_copy;
    let records = readings.iter().flat_map(|it| &it.notes).filter(present).map(|note| note.record.clone());
    let notebook = Notebook::of(replica, records.collect());
    let mut index = Index::default();
    for record in notebook.records() {
        index.add(record.id());
    }
    let known =
        readings.iter().filter_map(|it| Index::parse(it.index?)).map(|it| it.n_records).max().unwrap_or(0);
    let meta = readings.iter().filter_map(|it| it.meta).map(Meta::parse).max().unwrap_or_default();

    let [mut local, mut second] = [Repair::default(), Repair::default()];
    if !refuses_writing {
        let values = values(&notebook, &readings, epoch);
        let written = Written { keys, epoch, notebook: &notebook, values: &values, index, meta };
        local = repair(&readings[0], &written);
        second = repair(&readings[1], &written);
    }
    let n_missing = known.saturating_sub(index.n_records);
    let [of_local, of_second] = &readings;
    let mut quarantine = Vec::new();
    set_aside(Store::Local, of_local, epoch, &mut quarantine);
    set_aside(Store::Second, of_second, epoch, &mut quarantine);
    Reconciled { notebook, epoch, quarantine, local, second, refuses_writing, meta, n_missing, index }
}

/// Reads one store. Notes that the other store has letter for letter are taken over from there: that is nearly all of
/// them, and reading a hundred thousand twice would take a second more.
fn read<'a>(keys: &Keys, pairs: &'a [Pair], other: &Reading<'_>) -> Reading<'a> {
    let order = order_by(other.notes.len(), &|a, b| other.notes[a].key.cmp(other.notes[b].key));
    let known = |key: &str| {
        let at = order.partition_point(|idx| other.notes[*idx as usize].key < key);
        order.get(at).map(|idx| &other.notes[*idx as usize]).filter(|note| note.key == key)
    };
    let mut reading = Reading::default();
    for (key, value) in pairs {
        if let Some(same) = known(key).filter(|note| note.value == value) {
            let (record, epoch, is_old) = (same.record.clone(), same.epoch, same.is_old);
            reading.notes.push(Note { key, value, record, epoch, is_old, is_copy: true });
            continue;
        }
        match keys.parse(key) {
            Some(Key::Note(id)) => match decode(value) {
                Ok(stored) if *stored.record.id() == id => {
                    let (record, epoch, is_old) = (stored.record, stored.epoch, stored.schema < SCHEMA);
                    reading.notes.push(Note { key, value, record, epoch, is_old, is_copy: false });
                }
                Ok(_) => reading.unreadable.push((key, value, Unreadable::OtherNote)),
                Err(reason) => reading.unreadable.push((key, value, reason)),
            },
            Some(Key::Quarantine { epoch, .. }) => reading.quarantine.push((key, value, epoch)),
            Some(Key::Epoch) => reading.epoch = Some(value),
            Some(Key::Schema) => reading.schema = Some(value),
            Some(Key::Index) => reading.index = Some(value),
            Some(Key::Meta) => reading.meta = Some(value),
            None => {}
        }
    }
    reading
}

fn highest_epoch(reading: &Reading<'_>) -> u64 {
    let of_key = reading.epoch.and_then(number).unwrap_or(0);
    reading.notes.iter().map(|note| note.epoch).fold(of_key, u64::max)
}

/// What is to be stored for each record.
struct Written<'a> {
    keys: &'a Keys,
    epoch: u64,
    notebook: &'a Notebook,
    /// By place in the notebook.
    values: &'a [Cow<'a, str>],
    index: Index,
    meta: Meta,
}

/// The stored form of every record: what the stores have, where they agree, so that little is written anew.
fn values<'a>(notebook: &Notebook, readings: &[Reading<'a>; 2], epoch: u64) -> Vec<Cow<'a, str>> {
    let mut agreed: Vec<Option<Option<&'a str>>> = vec![None; notebook.records().len()];
    for note in readings.iter().flat_map(|it| &it.notes).filter(|note| note.epoch == epoch) {
        if let Some(idx) = place(notebook, note.record.id()) {
            let is_same = !note.is_old && agreed[idx].is_none_or(|value| value == Some(note.value));
            agreed[idx] = Some(Some(note.value).filter(|_| is_same));
        }
    }
    let value = |(record, agreed): (&Arc<Record>, Option<Option<&'a str>>)| {
        agreed.flatten().map_or_else(|| Cow::Owned(encode(record, epoch)), Cow::Borrowed)
    };
    notebook.records().iter().zip(agreed).map(value).collect()
}

fn repair(reading: &Reading<'_>, written: &Written<'_>) -> Repair {
    let (keys, epoch) = (written.keys, written.epoch);
    let mut puts: Vec<Pair> = Vec::new();
    let put = |puts: &mut Vec<Pair>, key: &Key, present: Option<&str>, value: &str| {
        if present != Some(value) {
            puts.push((keys.text(key), value.to_owned()));
        }
    };
    put(&mut puts, &Key::Epoch, reading.epoch, &epoch.to_string());
    put(&mut puts, &Key::Schema, reading.schema, &SCHEMA.to_string());
    // What cannot be read is copied before a sound copy from the other store may take its place.
    for (key, value, _) in &reading.unreadable {
        let (copy, copied) = keys.quarantined(epoch, key, value);
        if !reading.quarantine.iter().any(|(known, _, _)| *known == copy) {
            puts.push((copy, copied));
        }
    }
    let mut present = vec![None; written.values.len()];
    for note in &reading.notes {
        if let Some(idx) = place(written.notebook, note.record.id()) {
            present[idx] = Some(note.value);
        }
    }
    for ((record, value), present) in written.notebook.records().iter().zip(written.values).zip(present) {
        put(&mut puts, &Key::Note(record.id().clone()), present, value);
    }
    put(&mut puts, &Key::Index, reading.index, &written.index.text());
    put(&mut puts, &Key::Meta, reading.meta, &written.meta.text());
    let stale = reading.notes.iter().filter(|note| note.epoch < epoch);
    let stale = stale.filter(|note| place(written.notebook, note.record.id()).is_none()).map(|note| note.key);
    let old = reading.quarantine.iter().filter(|(_, _, of)| *of < epoch).map(|(key, _, _)| *key);
    let removes = stale.chain(old).map(str::to_owned).collect();
    Repair { puts, removes }
}

fn place(notebook: &Notebook, id: &NoteId) -> Option<usize> {
    let idx = notebook.records().partition_point(|record| record.id() < id);
    notebook.records().get(idx).filter(|record| record.id() == id).map(|_| idx)
}

/// Lists what one store has in quarantine, each text once.
fn set_aside(store: Store, reading: &Reading<'_>, epoch: u64, quarantine: &mut Vec<Quarantined>) {
    let mut add = |key: &str, value: &str, reason: Option<Unreadable>| {
        if !quarantine.iter().any(|it| it.key == key && it.value == value) {
            quarantine.push(Quarantined { store, key: key.to_owned(), value: value.to_owned(), reason });
        }
    };
    for (key, value, reason) in &reading.unreadable {
        add(key, value, Some(*reason));
    }
    for (key, value, _) in reading.quarantine.iter().filter(|(_, _, of)| *of >= epoch) {
        let (key, value) = value.split_once('\n').unwrap_or((key, value));
        add(key, value, None);
    }
}
