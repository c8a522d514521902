//! A note with its versions, and the merge that loses none of them.
//!
//! A record is a multi-value register with dots, the causal CRDT that Almeida, Shoker and Baquero call `DotFun`
//! ("Delta state replicated data types", 2018): every version has a dot of its own, and the context says which dots
//! were ever seen. A version stays if both sides have it, or if the other side has never seen it; one that the other
//! side has seen and no longer has was replaced there. So merging is commutative, associative and idempotent, edits
//! made without knowing of each other stand side by side, and what was deleted does not come back.

use std::cmp::Ordering;
use std::sync::Arc;

use super::id::{NoteId, ReplicaId};
use super::instant::Instant;
use super::json::content_value;
use super::note::Content;
use crate::order::sort_by;

/// Names one version of one note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dot {
    /// One more than the highest that its writer knew; from 1. The higher is the later.
    pub counter: u64,
    pub replica: ReplicaId,
}

/// The versions of a note that were ever seen: of each replica, all up to a counter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context(Vec<Dot>);

impl Context {
    /// Of several counters of one replica, the highest.
    pub fn of(dots: impl IntoIterator<Item = Dot>) -> Self {
        let mut context = Self::default();
        for dot in dots {
            context.add(dot);
        }
        context
    }

    pub fn covers(&self, dot: Dot) -> bool {
        self.0.iter().any(|seen| seen.replica == dot.replica && seen.counter >= dot.counter)
    }

    /// The highest dot of each replica, by replica.
    pub fn dots(&self) -> &[Dot] {
        &self.0
    }

    fn add(&mut self, dot: Dot) {
        let at = self.0.partition_point(|seen| seen.replica < dot.replica);
        match self.0.get_mut(at).filter(|seen| seen.replica == dot.replica) {
            Some(seen) => seen.counter = seen.counter.max(dot.counter),
            None => self.0.insert(at, dot),
        }
    }

    fn join(&mut self, other: &Self) {
        for dot in &other.0 {
            self.add(*dot);
        }
    }

    /// The highest counter of this replica; 0 for none.
    pub(super) fn newest(&self, replica: ReplicaId) -> u64 {
        self.0.iter().find(|dot| dot.replica == replica).map_or(0, |dot| dot.counter)
    }

    /// The dot of the next version by this replica.
    fn next(&self, replica: ReplicaId) -> Dot {
        let highest = self.0.iter().map(|dot| dot.counter).max().unwrap_or(0);
        Dot { counter: highest.saturating_add(1), replica }
    }
}

/// One version of a note that no other has replaced.
#[derive(Debug, Clone, PartialEq)]
pub struct Sibling {
    pub dot: Dot,
    pub content: Arc<Content>,
}

impl Sibling {
    /// Newest first. Two that share a dot, which only a damaged or forged file brings, are told apart by their text.
    fn compare(&self, other: &Self) -> Ordering {
        other.dot.cmp(&self.dot).then_with(|| {
            if self.content == other.content {
                return Ordering::Equal;
            }
            let text = |it: &Self| content_value(&it.content).to_string();
            text(self).cmp(&text(other))
        })
    }
}

/// A note: its versions and what was ever seen of it. Without versions it was deleted for ever.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    id: NoteId,
    siblings: Vec<Sibling>,
    context: Context,
}

impl Record {
    /// Equal versions are joined, and the context made to cover all of them.
    pub fn new(id: NoteId, siblings: Vec<Sibling>, mut context: Context) -> Self {
        for sibling in &siblings {
            context.add(sibling.dot);
        }
        let mut siblings = siblings;
        sort_by(&mut siblings, Sibling::compare);
        siblings.dedup();
        Self { id, siblings, context }
    }

    /// A note of which nothing is known.
    pub(super) fn empty(id: NoteId) -> Self {
        Self { id, siblings: Vec::new(), context: Context::default() }
    }

    pub fn id(&self) -> &NoteId {
        &self.id
    }

    /// Newest first.
    pub fn siblings(&self) -> &[Sibling] {
        &self.siblings
    }

    /// What an editor must hand back with its text, so that it replaces what the person saw and nothing else.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The version to show: the highest dot, but one in the trash only if all are. None if deleted for ever.
    pub fn shown(&self) -> Option<&Content> {
        self.shown_idx().map(|idx| &*self.siblings[idx].content)
    }

    /// The other versions, newest first: written without knowing of the shown one. The person chooses. One may be in
    /// the trash: see [`Content::is_trashed`].
    pub fn alternatives(&self) -> impl Iterator<Item = &Content> {
        let shown = self.shown_idx();
        let others = self.siblings.iter().enumerate().filter(move |(idx, _)| Some(*idx) != shown);
        others.map(|(_, sibling)| &*sibling.content)
    }

    /// The shown version, unless it is in the trash.
    pub fn live(&self) -> Option<&Content> {
        self.shown().filter(|content| !content.is_trashed())
    }

    pub fn is_in_trash(&self) -> bool {
        self.shown().is_some_and(Content::is_trashed)
    }

    /// Deleted for ever: only the id and the versions seen remain.
    pub fn is_purged(&self) -> bool {
        self.siblings.is_empty()
    }

    /// When the last of its versions went to the trash, if all of them are there.
    pub(super) fn trashed(&self) -> Option<Instant> {
        self.shown().filter(|content| content.is_trashed())?;
        self.siblings.iter().filter_map(|sibling| sibling.content.trashed).max()
    }

    fn shown_idx(&self) -> Option<usize> {
        let live = self.siblings.iter().position(|sibling| !sibling.content.is_trashed());
        live.or(if self.siblings.is_empty() { None } else { Some(0) })
    }

    pub(super) fn has(&self, dot: Dot) -> bool {
        self.siblings.iter().any(|sibling| sibling.dot == dot)
    }

    /// The least record that knows all that both know. The id is this one's: merge only records of one note.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        let kept = |from: &Self, by: &Self| -> Vec<Sibling> {
            let stays = |it: &&Sibling| by.has(it.dot) || !by.context.covers(it.dot);
            from.siblings.iter().filter(stays).cloned().collect()
        };
        let mut siblings = kept(self, other);
        siblings.extend(kept(other, self));
        let mut context = self.context.clone();
        context.join(&other.context);
        Self::new(self.id.clone(), siblings, context)
    }

    /// With new versions in place of those that `goes` picks; the last of `contents` is the newest.
    pub(super) fn with(
        &self,
        replica: ReplicaId,
        goes: &dyn Fn(&Sibling) -> bool,
        contents: Vec<Arc<Content>>,
    ) -> Self {
        let mut siblings: Vec<_> = self.siblings.iter().filter(|it| !goes(it)).cloned().collect();
        let mut context = self.context.clone();
        for content in contents {
            let dot = context.next(replica);
            context.add(dot);
            siblings.push(Sibling { dot, content });
        }
        Self::new(self.id.clone(), siblings, context)
    }

    /// With only the versions that `stays` picks. What goes is seen as replaced and does not come back.
    #[must_use]
    pub(super) fn only(&self, stays: &dyn Fn(&Sibling) -> bool) -> Self {
        let siblings = self.siblings.iter().filter(|it| stays(it)).cloned().collect();
        Self { id: self.id.clone(), siblings, context: self.context.clone() }
    }
}
