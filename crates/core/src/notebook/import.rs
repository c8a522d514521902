//! Taking in the notes of a file: what it would change, then the change, as one step that can be undone.

use std::sync::Arc;

use super::book::Notebook;
use super::id::NoteId;
use super::record::Record;

/// What one record of a file would do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// There is no such note here.
    New,
    /// It replaces what is here: whoever wrote it had seen that.
    Newer,
    /// It says what is here.
    Same,
    /// What is here has replaced it, or the note was deleted here: it changes nothing.
    Older,
    /// The note was thrown away here after this was written: it stays in the trash, whence it can be taken back.
    InTrash,
    /// Both sides were changed without knowing of each other.
    Conflict,
}

/// What to do with a note that was changed on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Choice {
    Mine,
    Theirs,
    /// Keep both texts as versions beside each other.
    #[default]
    Both,
}

/// What importing a file would do, before anything changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    pub n_new: usize,
    pub n_newer: usize,
    pub n_same: usize,
    pub n_older: usize,
    pub n_in_trash: usize,
    /// The notes in conflict, in the order of the file.
    pub conflicts: Vec<NoteId>,
}

impl Notebook {
    /// What a record from a file would do here.
    pub fn outcome(&self, theirs: &Record) -> Outcome {
        let Some(ours) = self.record(theirs.id()) else {
            return if theirs.is_purged() { Outcome::Older } else { Outcome::New };
        };
        let merged = ours.merge(theirs);
        let is_ours = merged.siblings() == ours.siblings();
        let is_theirs = merged.siblings() == theirs.siblings();
        match (is_ours, is_theirs) {
            (true, true) => Outcome::Same,
            (true, false) if ours.is_in_trash() => Outcome::InTrash,
            (true, false) => Outcome::Older,
            (false, true) => Outcome::Newer,
            (false, false) => Outcome::Conflict,
        }
    }

    /// Counts what importing these records would do. What the file holds besides is in
    /// [`super::web_annotation::Imported::aside`].
    pub fn preview(&self, records: &[Record]) -> Preview {
        let mut preview = Preview::default();
        for record in records {
            match self.outcome(record) {
                Outcome::New => preview.n_new += 1,
                Outcome::Newer => preview.n_newer += 1,
                Outcome::Same => preview.n_same += 1,
                Outcome::Older => preview.n_older += 1,
                Outcome::InTrash => preview.n_in_trash += 1,
                Outcome::Conflict => preview.conflicts.push(record.id().clone()),
            }
        }
        preview
    }

    /// Merges the records of a file as one step. `choice` is asked for the notes in conflict alone.
    ///
    /// Imported records belong to the present epoch like all others, so that a backup can be read after an erase.
    /// Give each note once, as reading a file does. Returns the records to be stored.
    pub fn import(&mut self, records: &[Record], choice: &dyn Fn(&NoteId) -> Choice) -> Vec<Arc<Record>> {
        let mut new_records = Vec::new();
        for theirs in records {
            let ours = self.old(theirs.id());
            let merged = ours.merge(theirs);
            let chosen = if self.outcome(theirs) == Outcome::Conflict {
                match choice(theirs.id()) {
                    Choice::Both => merged,
                    Choice::Mine => merged.only(&|it| ours.siblings().contains(it)),
                    Choice::Theirs => merged.only(&|it| theirs.siblings().contains(it)),
                }
            } else {
                merged
            };
            new_records.push(chosen);
        }
        self.step(new_records)
    }
}
