//! Keeping what changed: in local storage at once, in the second store until it is on the disk.

use std::sync::Arc;

use atlas_core::notebook::store::{Index, Key, Keys, Meta, Refusal, SCHEMA, may_write, put};
use atlas_core::notebook::{Instant, Record};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{NotebookState, now};
use crate::browser::store_failure::StoreFailure;
use crate::browser::{device, local_store};

/// Whether what was written last is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Saving {
    /// Nothing was written yet.
    Nothing,
    /// Typed, and not yet written.
    Waiting,
    /// Written, and not yet on the disk.
    Writing,
    /// It is on the disk, in at least one of the stores.
    Saved(Instant),
    /// It is in this tab alone, as the person wants it.
    InMemory,
    /// No store took it. It is in this tab, and can be downloaded.
    NotSaved,
}

/// What writing to one store did.
struct Outcome {
    changes: Vec<(String, Option<String>)>,
    /// As they are now, merged with what other tabs had written.
    records: Vec<Record>,
}

impl NotebookState {
    /// Keeps these records, `n_changes` of them changed since they were last counted. What the person is told follows
    /// in [`super::Signals::saving`].
    pub(super) fn store(self, records: Vec<Arc<Record>>, n_changes: usize) {
        if records.is_empty() {
            return;
        }
        if self.is_memory_only.get_untracked() {
            return self.saving.set(Saving::InMemory);
        }
        // The browser, or a person in its settings, has cleared what was kept: all of it is kept again.
        let records = if self.was_cleared() {
            self.with_untracked(|book| book.records().to_vec())
        } else {
            self.with_unkept(records)
        };
        self.count(n_changes);
        self.saving.set(Saving::Writing);
        let is_in_local = self.store_locally(&records);
        self.share(&records);
        if !self.is_ready.get_untracked() {
            // Both stores get it as soon as they have been read; until then nothing is said to be saved.
            return;
        }
        self.n_writing.update_value(|n_writing| *n_writing += 1);
        spawn_local(async move {
            let is_in_second = self.store_second(&records).await;
            self.n_writing.update_value(|n_writing| *n_writing = n_writing.saturating_sub(1));
            let is_kept = is_in_local || is_in_second;
            self.note_kept(&records, is_kept);
            if self.refusal.with_untracked(Option::is_some) || !is_kept {
                self.saving.set(Saving::NotSaved);
            } else if self.n_writing.get_value() == 0
                && self.saving.with_untracked(|it| *it == Saving::Writing)
            {
                self.saving.set(Saving::Saved(now()));
            }
        });
    }

    /// Whether local storage works and yet has none of what is always there.
    fn was_cleared(self) -> bool {
        self.is_ready.get_untracked()
            && self.local_failure.with_untracked(Option::is_none)
            && local_store::get(&self.keys.text(&Key::Epoch)).is_none()
    }

    /// These records, and as they are now those that no store has taken before.
    fn with_unkept(self, mut records: Vec<Arc<Record>>) -> Vec<Arc<Record>> {
        let mut unkept = self.unkept.get_value();
        unkept.retain(|id| records.iter().all(|record| record.id() != id));
        records.extend(self.with_untracked(|book| {
            unkept.iter().filter_map(|id| book.record(id).cloned()).collect::<Vec<_>>()
        }));
        records
    }

    fn note_kept(self, records: &[Arc<Record>], is_kept: bool) {
        self.unkept.update_value(|unkept| {
            unkept.retain(|id| records.iter().all(|record| record.id() != id));
            if !is_kept {
                unkept.extend(records.iter().map(|record| record.id().clone()));
            }
        });
    }

    /// Takes new notes into the index and counts changes towards the next backup.
    fn count(self, n_changes: usize) {
        let is_first = self.meta.with_untracked(|meta| meta.first_note.is_none());
        self.index.update_value(|index| {
            let mut all = Index::default();
            self.with_untracked(|book| book.records().iter().for_each(|record| all.add(record.id())));
            *index = all;
        });
        self.meta.update(|meta| {
            meta.n_changes = meta.n_changes.saturating_add(n_changes.min(u32::MAX as usize) as u32);
            meta.last_seen = Some(now());
            meta.first_note.get_or_insert_with(now);
        });
        if is_first {
            // Asked where it matters and not before: at the first note.
            spawn_local(async move {
                if let Some(is_persisted) = device::ask_to_persist().await {
                    self.is_persisted.set(Some(is_persisted));
                }
            });
        }
    }

    /// Whether local storage has all of them now.
    fn store_locally(self, records: &[Arc<Record>]) -> bool {
        let present: Vec<Option<String>> =
            self.read_keys(records).iter().map(|key| local_store::get(key)).collect();
        let outcome = match self.outcome(records, &present) {
            Ok(outcome) => outcome,
            Err(refusal) => {
                self.refuse(refusal);
                return false;
            }
        };
        for (key, value) in &outcome.changes {
            let done = match value {
                Some(value) => local_store::set(key, value),
                None => local_store::remove(key),
            };
            if let Err(failure) = done {
                self.local_failure.set(Some(failure));
                return false;
            }
        }
        self.local_failure.set(None);
        self.take(outcome.records);
        true
    }

    /// Whether the second store has all of them now, on the disk.
    async fn store_second(self, records: &[Arc<Record>]) -> bool {
        let Some(database) = self.database.get_value() else { return false };
        let mut refused = None;
        let mut taken = Vec::new();
        let done = database
            .update(&self.read_keys(records), |present| match self.outcome(records, &present) {
                Ok(outcome) => {
                    taken = outcome.records;
                    outcome.changes
                }
                Err(refusal) => {
                    refused = Some(refusal);
                    Vec::new()
                }
            })
            .await;
        if let Some(refusal) = refused {
            self.refuse(refusal);
            return false;
        }
        match done {
            Ok(()) => {
                self.second_failure.set(None);
                self.take(taken);
                true
            }
            Err(failure) => {
                self.second_failure.set(Some(failure));
                false
            }
        }
    }

    /// The keys whose present texts decide what is written: epoch, schema, then a key for each record.
    fn read_keys(self, records: &[Arc<Record>]) -> Vec<String> {
        let heads = [Key::Epoch, Key::Schema].into_iter();
        let notes = records.iter().map(|record| Key::Note(record.id().clone()));
        heads.chain(notes).map(|key| self.keys.text(&key)).collect()
    }

    /// What to write, given what is under [`Self::read_keys`].
    fn outcome(self, records: &[Arc<Record>], present: &[Option<String>]) -> Result<Outcome, Refusal> {
        let epoch = self.epoch.get_value();
        let present_of = |idx: usize| present.get(idx).and_then(Option::as_deref);
        may_write(present_of(0), present_of(1), epoch)?;
        let keys: &Keys = &self.keys;
        let mut outcome = Outcome { changes: Vec::new(), records: Vec::new() };
        for (idx, key, text) in [(0, Key::Epoch, epoch.to_string()), (1, Key::Schema, SCHEMA.to_string())] {
            if present_of(idx).is_none() {
                outcome.changes.push((keys.text(&key), Some(text)));
            }
        }
        for (idx, record) in records.iter().enumerate() {
            let key = keys.text(&Key::Note(record.id().clone()));
            let before = present_of(idx + 2);
            let put = put(record, before, epoch)?;
            if let (Some(_), Some(before)) = (put.unreadable, before) {
                let (aside_key, aside) = keys.quarantined(epoch, &key, before);
                outcome.changes.push((aside_key, Some(aside)));
            }
            outcome.changes.push((key, Some(put.value)));
            outcome.records.push(put.record);
        }
        outcome.changes.push((keys.text(&Key::Index), Some(self.index.get_value().text())));
        outcome.changes.push((keys.text(&Key::Meta), Some(self.meta.with_untracked(Meta::text))));
        Ok(outcome)
    }

    /// Takes in what another tab had written in between.
    pub(super) fn take(self, records: Vec<Record>) {
        let changed = self.book.try_update_value(|book| book.take(records)).unwrap_or_default();
        if !changed.is_empty() {
            self.announce();
            self.reload_editor();
        }
    }

    pub(super) fn refuse(self, refusal: Refusal) {
        self.saving.set(Saving::NotSaved);
        self.refusal.set(Some(refusal));
    }

    /// Tries again to keep every note, after room was made or the browser has changed its mind.
    pub(crate) fn save_all(self) {
        self.flush();
        self.local_failure.set(None::<StoreFailure>);
        self.second_failure.set(None);
        self.store(self.with_untracked(|book| book.records().to_vec()), 0);
    }

    /// Changes what is known about backups and clocks, in both stores.
    pub(super) fn update_meta(self, change: impl FnOnce(&mut Meta)) {
        self.meta.update(change);
        if self.is_memory_only.get_untracked() || self.refusal.with_untracked(Option::is_some) {
            return;
        }
        let heads = self.read_keys(&[]);
        let present: Vec<Option<String>> = heads.iter().map(|key| local_store::get(key)).collect();
        // Another tab may be of a newer version by now, or have erased everything.
        if !self.is_writable(&present) {
            return;
        }
        let (key, text) = (self.keys.text(&Key::Meta), self.meta.with_untracked(Meta::text));
        if self.local_failure.with_untracked(Option::is_none)
            && let Err(failure) = local_store::set(&key, &text)
        {
            self.local_failure.set(Some(failure));
        }
        if let Some(database) = self.database.get_value() {
            spawn_local(async move {
                let change = |present: Vec<Option<String>>| {
                    if self.is_writable(&present) { vec![(key, Some(text))] } else { Vec::new() }
                };
                if let Err(failure) = database.update(&heads, change).await {
                    self.second_failure.set(Some(failure));
                }
            });
        }
    }

    /// Whether a store takes our writing, by what is under [`Self::read_keys`].
    fn is_writable(self, present: &[Option<String>]) -> bool {
        let present_of = |idx: usize| present.get(idx).and_then(Option::as_deref);
        may_write(present_of(0), present_of(1), self.epoch.get_value()).is_ok()
    }
}
