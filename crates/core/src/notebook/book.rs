//! All notes in this browser, and what a person can do to them.
//!
//! Every change gives back the records to be stored, whole. The notebook itself stores nothing.

use std::sync::Arc;

use super::id::{NoteId, ReplicaId};
use super::instant::Instant;
use super::journal::{Entry, Journal, Step, Undone, keep, trashed};
use super::note::Content;
use super::record::{Context, Dot, Record};
use crate::order::sort_by;

/// How long the trash keeps a note.
pub const TRASH_DAYS: i64 = 30;

/// What writing a note gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// To be stored.
    pub record: Arc<Record>,
    /// For the editor's next writing: what it has seen, this version included.
    pub seen: Context,
}

/// The notes, each once, and the steps that can be undone.
#[derive(Debug, Clone)]
pub struct Notebook {
    replica: ReplicaId,
    /// Sorted by id.
    records: Vec<Arc<Record>>,
    journal: Journal,
}

impl Notebook {
    /// An empty notebook. Every open tab has a replica id of its own: see [`ReplicaId`].
    pub fn new(replica: ReplicaId) -> Self {
        Self { replica, records: Vec::new(), journal: Journal::default() }
    }

    /// A notebook of these records; several of one note are merged.
    pub fn of(replica: ReplicaId, records: Vec<Record>) -> Self {
        let mut notebook = Self::new(replica);
        notebook.take(records);
        notebook
    }

    pub fn replica(&self) -> ReplicaId {
        self.replica
    }

    /// Every record, by id: those in the trash and those deleted for ever too.
    pub fn records(&self) -> &[Arc<Record>] {
        &self.records
    }

    pub fn record(&self, id: &NoteId) -> Option<&Arc<Record>> {
        self.place(id).ok().map(|idx| &self.records[idx])
    }

    /// The shown content of a note, unless it is in the trash.
    pub fn note(&self, id: &NoteId) -> Option<&Content> {
        self.record(id)?.live()
    }

    /// Every note that is not in the trash, by id.
    pub fn notes(&self) -> impl Iterator<Item = (&Arc<Record>, &Content)> {
        self.records.iter().filter_map(|record| Some((record, record.live()?)))
    }

    /// The notes in the trash, by id.
    pub fn trash(&self) -> impl Iterator<Item = (&Arc<Record>, &Content)> {
        self.records.iter().filter(|it| it.is_in_trash()).filter_map(|record| Some((record, record.shown()?)))
    }

    /// How many notes there are, without those in the trash.
    pub fn n_notes(&self) -> usize {
        self.notes().count()
    }

    /// Writes a note, new or known, as a step of its own.
    ///
    /// `seen` is what the editor knew: [`Record::context`] when it opened, then [`Written::seen`]; the default for a
    /// new note. Versions that it has not seen stay beside the new one. To choose among alternatives, write with the
    /// present context: that replaces all of them.
    pub fn write(&mut self, id: &NoteId, seen: &Context, content: Content) -> Written {
        self.journal.end_draft();
        self.put(id, seen, content, false)
    }

    /// Writes a note while it is being typed: drafts of one note in a row are one step to undo.
    pub fn draft(&mut self, id: &NoteId, seen: &Context, content: Content) -> Written {
        self.put(id, seen, content, true)
    }

    /// The next draft begins a new step.
    pub fn end_draft(&mut self) {
        self.journal.end_draft();
    }

    fn put(&mut self, id: &NoteId, seen: &Context, content: Content, is_draft: bool) -> Written {
        let old = self.old(id);
        let new = old.with(self.replica, &|it| seen.covers(it.dot), vec![Arc::new(content)]);
        let made = Dot { counter: new.context().newest(self.replica), replica: self.replica };
        if let Some(entry) = Entry::between(&old, &new)
            && !(is_draft && self.journal.folds(&entry))
        {
            self.journal.push(Step { entries: vec![entry], is_open_draft: is_draft });
        }
        let seen = Context::of(seen.dots().iter().copied().chain([made]));
        Written { record: self.set(new), seen }
    }

    /// Moves notes to the trash, in one step; all their versions are kept there.
    pub fn trash_notes(&mut self, ids: &[NoteId], now: Instant) -> Vec<Arc<Record>> {
        self.change(ids, &|it| (!it.is_trashed()).then(|| trashed(it, now)))
    }

    /// Takes notes out of the trash, in one step.
    pub fn restore_notes(&mut self, ids: &[NoteId]) -> Vec<Arc<Record>> {
        self.change(ids, &|it| it.is_trashed().then(|| Arc::new(Content { trashed: None, ..it.clone() })))
    }

    /// Gives every version of these notes new content where `change` has some, in one step.
    fn change(
        &mut self,
        ids: &[NoteId],
        change: &dyn Fn(&Content) -> Option<Arc<Content>>,
    ) -> Vec<Arc<Record>> {
        let mut new_records = Vec::new();
        for id in ids {
            let Some(record) = self.record(id) else { continue };
            let contents: Vec<_> =
                record.siblings().iter().rev().filter_map(|it| change(&it.content)).collect();
            if !contents.is_empty() {
                new_records.push(record.with(self.replica, &|it| change(&it.content).is_some(), contents));
            }
        }
        self.step(new_records)
    }

    /// Deletes what has been in the trash for [`TRASH_DAYS`]; only ids and versions remain, for ever.
    ///
    /// `seen_before` is the time that an earlier session saw. Both clocks must agree that the days are over, so that
    /// one jump of the clock cannot empty the trash; without it nothing is deleted.
    pub fn purge_expired(&mut self, now: Instant, seen_before: Option<Instant>) -> Vec<Arc<Record>> {
        let Some(latest) = seen_before.map(|before| before.min(now)) else { return Vec::new() };
        let is_over = |record: &Record| record.trashed().is_some_and(|at| at.plus_days(TRASH_DAYS) <= latest);
        self.purge(&|record| is_over(record))
    }

    /// Deletes these notes for ever, if they are in the trash. There is no undo.
    pub fn purge_notes(&mut self, ids: &[NoteId]) -> Vec<Arc<Record>> {
        self.purge(&|record| record.is_in_trash() && ids.contains(record.id()))
    }

    fn purge(&mut self, goes: &dyn Fn(&Record) -> bool) -> Vec<Arc<Record>> {
        let mut changed = Vec::new();
        for record in &mut self.records {
            if goes(record) {
                *record = Arc::new(record.only(&|_| false));
                changed.push(Arc::clone(record));
            }
        }
        changed
    }

    /// Merges records that come from another tab or store. They are no step of this tab, so they are not undone here.
    ///
    /// Gives back those that are now different from what was given or known: to be shown and, where they are not
    /// stored so yet, stored.
    pub fn take(&mut self, records: Vec<Record>) -> Vec<Arc<Record>> {
        let mut changed = Vec::new();
        let mut fresh = Vec::new();
        for record in records {
            match self.place(record.id()) {
                Ok(idx) => {
                    let merged = self.records[idx].merge(&record);
                    if merged != *self.records[idx] {
                        self.records[idx] = Arc::new(merged);
                        changed.push(Arc::clone(&self.records[idx]));
                    }
                }
                Err(_) => fresh.push(Arc::new(record)),
            }
        }
        sort_by(&mut fresh, |a, b| a.id().cmp(b.id()));
        let first = changed.len();
        for record in fresh {
            match changed.get_mut(first..).and_then(<[_]>::last_mut).filter(|last| last.id() == record.id()) {
                Some(last) => *last = Arc::new(last.merge(&record)),
                None => changed.push(record),
            }
        }
        if let Some(fresh) = changed.get(first..).filter(|fresh| !fresh.is_empty()) {
            self.insert(fresh);
        }
        changed
    }

    /// Puts in records of notes not known yet, sorted by id.
    fn insert(&mut self, fresh: &[Arc<Record>]) {
        if let [one] = fresh {
            let at = self.place(one.id()).unwrap_or_else(|at| at);
            self.records.insert(at, Arc::clone(one));
            return;
        }
        self.records.extend_from_slice(fresh);
        sort_by(&mut self.records, |a, b| a.id().cmp(b.id()));
    }

    /// Puts changed records in place as one step that can be undone. Gives back those that really changed.
    pub(super) fn step(&mut self, new_records: Vec<Record>) -> Vec<Arc<Record>> {
        let mut entries = Vec::new();
        let (mut changed, mut fresh) = (Vec::new(), Vec::new());
        for new in new_records {
            let old = self.old(new.id());
            let place = self.place(new.id());
            if *old == new && place.is_ok() {
                continue;
            }
            entries.extend(Entry::between(&old, &new));
            let new = Arc::new(new);
            match place {
                Ok(idx) => self.records[idx] = Arc::clone(&new),
                Err(_) => fresh.push(Arc::clone(&new)),
            }
            changed.push(new);
        }
        sort_by(&mut fresh, |a, b| a.id().cmp(b.id()));
        if !fresh.is_empty() {
            self.insert(&fresh);
        }
        self.journal.push(Step { entries, is_open_draft: false });
        changed
    }

    pub fn can_undo(&self) -> bool {
        !self.journal.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.journal.undone.is_empty()
    }

    /// Takes back the last step of this tab by writing what was there before as new versions.
    ///
    /// Notes that another tab has changed since are left as they are and counted.
    pub fn undo(&mut self, now: Instant) -> Undone {
        let Some(step) = self.journal.done.pop() else { return Undone::default() };
        let (undone, inverse) = self.revert(&step, now);
        if !inverse.entries.is_empty() {
            keep(&mut self.journal.undone, inverse);
        }
        undone
    }

    /// Does again what was undone last.
    pub fn redo(&mut self, now: Instant) -> Undone {
        let Some(step) = self.journal.undone.pop() else { return Undone::default() };
        let (undone, inverse) = self.revert(&step, now);
        if !inverse.entries.is_empty() {
            keep(&mut self.journal.done, inverse);
        }
        undone
    }

    fn revert(&mut self, step: &Step, now: Instant) -> (Undone, Step) {
        let mut journal = std::mem::take(&mut self.journal);
        let (records, n_skipped, inverse) = journal.revert(step, &|id| self.old(id), self.replica, now);
        self.journal = journal;
        let changed = records.into_iter().map(|record| self.set(record)).collect();
        (Undone { changed, n_skipped }, inverse)
    }

    /// The record of a note, or an empty one.
    pub(super) fn old(&self, id: &NoteId) -> Arc<Record> {
        self.record(id).map_or_else(|| Arc::new(Record::empty(id.clone())), Arc::clone)
    }

    fn set(&mut self, record: Record) -> Arc<Record> {
        let record = Arc::new(record);
        match self.place(record.id()) {
            Ok(idx) => self.records[idx] = Arc::clone(&record),
            Err(idx) => self.records.insert(idx, Arc::clone(&record)),
        }
        record
    }

    fn place(&self, id: &NoteId) -> Result<usize, usize> {
        let idx = self.records.partition_point(|record| record.id() < id);
        if self.records.get(idx).is_some_and(|record| record.id() == id) { Ok(idx) } else { Err(idx) }
    }
}
