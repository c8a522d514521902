//! What a person did, so that it can be undone and done again.
//!
//! Undoing never turns time back: it writes a new version with the earlier content, which merges like any other. It
//! touches only versions that the step itself made and that still stand. Where another tab has replaced them since,
//! that note is skipped, and where another tab wrote beside them, its text stays: nobody's later work is overwritten
//! unseen. A note that the step created goes to the trash, so that even then no word is lost.

use std::sync::Arc;

use super::id::{NoteId, ReplicaId};
use super::instant::Instant;
use super::note::Content;
use super::record::{Dot, Record, Sibling};
use crate::order::sort_by;

/// How many steps can be undone.
pub(super) const N_STEPS: usize = 100;

/// What one step did to one note.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) id: NoteId,
    /// The versions that it replaced, the newest first.
    before: Vec<Sibling>,
    /// The versions that it made.
    made: Vec<Sibling>,
}

/// A version that came back under a new dot.
#[derive(Debug, Clone)]
pub(super) struct Renamed {
    id: NoteId,
    old: Dot,
    new: Dot,
}

/// An entry taken back.
pub(super) struct Reverted {
    pub(super) record: Record,
    renamed: Vec<Renamed>,
}

impl Entry {
    /// What led from one record to the other; none if no version came or went.
    pub(super) fn between(old: &Record, new: &Record) -> Option<Self> {
        let gone = old.siblings().iter().filter(|it| !new.siblings().contains(it));
        let before: Vec<_> = gone.cloned().collect();
        let came = new.siblings().iter().filter(|it| !old.siblings().contains(it));
        let made: Vec<_> = came.cloned().collect();
        (!before.is_empty() || !made.is_empty()).then(|| Self { id: new.id().clone(), before, made })
    }

    /// The record with this entry taken back; none if another tab has replaced what the entry made.
    pub(super) fn reverted(&self, record: &Record, replica: ReplicaId, now: Instant) -> Option<Reverted> {
        let is_ours = |it: &Sibling| self.made.contains(it);
        let standing: Vec<&Sibling> = record.siblings().iter().filter(|it| is_ours(it)).collect();
        // What only took versions away is taken back by putting them beside whatever is there now.
        if standing.is_empty() && !self.made.is_empty() {
            return None;
        }
        let contents: Vec<_> = if self.before.is_empty() {
            standing.iter().rev().map(|it| trashed(&it.content, now)).collect()
        } else {
            self.before.iter().rev().map(|it| Arc::clone(&it.content)).collect()
        };
        let n_contents = contents.len() as u64;
        let record = record.with(replica, &is_ours, contents);
        let newest = record.context().newest(replica);
        let renamed = self.before.iter().rev().zip(1..).map(|(it, nth)| Renamed {
            id: self.id.clone(),
            old: it.dot,
            new: Dot { counter: newest.saturating_sub(n_contents) + nth, replica },
        });
        Some(Reverted { renamed: renamed.collect(), record })
    }
}

/// The content, in the trash since now.
pub(super) fn trashed(content: &Content, now: Instant) -> Arc<Content> {
    Arc::new(Content { trashed: Some(content.trashed.unwrap_or(now)), ..content.clone() })
}

/// One thing that a person did.
#[derive(Debug, Clone, Default)]
pub(super) struct Step {
    pub(super) entries: Vec<Entry>,
    /// Whether the next draft of the same note belongs to this step.
    pub(super) is_open_draft: bool,
}

/// The steps that can be undone and done again.
#[derive(Debug, Clone, Default)]
pub(super) struct Journal {
    pub(super) done: Vec<Step>,
    pub(super) undone: Vec<Step>,
}

impl Journal {
    /// Takes in a new step; what was undone before it cannot be done again.
    pub(super) fn push(&mut self, step: Step) {
        if step.entries.is_empty() {
            return;
        }
        self.undone.clear();
        self.end_draft();
        keep(&mut self.done, step);
    }

    pub(super) fn end_draft(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.is_open_draft = false;
        }
    }

    /// Takes a draft into the open step, if it replaced what that step made.
    pub(super) fn folds(&mut self, draft: &Entry) -> bool {
        let Some(last) = self.done.last_mut().filter(|last| last.is_open_draft) else { return false };
        let [entry] = last.entries.as_mut_slice() else { return false };
        if entry.id != draft.id || !entry.made.iter().all(|it| draft.before.contains(it)) {
            return false;
        }
        entry.made.clone_from(&draft.made);
        self.undone.clear();
        true
    }
}

impl Journal {
    /// Takes back every entry of a step whose notes are as it left them, in the notebook that `old` and `set` stand
    /// for, and gives the step that does it again.
    pub(super) fn revert(
        &mut self,
        step: &Step,
        old: &dyn Fn(&NoteId) -> Arc<Record>,
        replica: ReplicaId,
        now: Instant,
    ) -> (Vec<Record>, usize, Step) {
        let (mut records, mut n_skipped, mut inverse) = (Vec::new(), 0, Step::default());
        let mut renamed = Vec::new();
        for entry in &step.entries {
            let old = old(&entry.id);
            match entry.reverted(&old, replica, now) {
                Some(reverted) => {
                    inverse.entries.extend(Entry::between(&old, &reverted.record));
                    renamed.extend(reverted.renamed);
                    records.push(reverted.record);
                }
                None => n_skipped += 1,
            }
        }
        self.rename(renamed);
        (records, n_skipped, inverse)
    }

    /// Other steps know the versions that came back by their former dots.
    fn rename(&mut self, mut renamed: Vec<Renamed>) {
        sort_by(&mut renamed, |a, b| a.id.cmp(&b.id));
        for entry in self.done.iter_mut().chain(&mut self.undone).flat_map(|step| &mut step.entries) {
            let first = renamed.partition_point(|it| it.id < entry.id);
            let of_note = renamed.get(first..).unwrap_or_default().iter().take_while(|it| it.id == entry.id);
            for sibling in entry.made.iter_mut().chain(&mut entry.before) {
                if let Some(it) = of_note.clone().find(|it| it.old == sibling.dot) {
                    sibling.dot = it.new;
                }
            }
        }
    }
}

/// Puts a step on a stack of bounded height.
pub(super) fn keep(steps: &mut Vec<Step>, step: Step) {
    if steps.len() >= N_STEPS {
        steps.remove(0);
    }
    steps.push(step);
}

/// What an undo or redo did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Undone {
    /// The records to be stored.
    pub changed: Vec<Arc<Record>>,
    /// Notes left as they are, because another tab has changed them since.
    pub n_skipped: usize,
}
