//! The note that is open for writing: kept a moment after the last key, and before the page goes away.

use atlas_core::notebook::{Content, Context, NoteId};
use leptos::prelude::*;

use super::{NotebookState, Saving, now};
use crate::browser::device;

/// A pause in typing after which a note is kept. Two of them and the writing stay below a second.
const PAUSE_MILLIS: i32 = 450;

/// A note that is open for writing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Editing {
    pub(crate) id: NoteId,
    /// What the fields hold.
    pub(crate) content: Content,
    /// What the person has seen of the note's versions.
    seen: Context,
    /// Whether it differs from what was written last.
    is_typed: bool,
    /// Whether it was written since it was opened: all of that is one change.
    is_written: bool,
    /// One more whenever the fields are to be filled anew: after an undo, or when another tab has written.
    pub(crate) n_loads: u32,
}

impl NotebookState {
    /// Opens a new note. Nothing is kept before something is written.
    pub(crate) fn begin(self, content: Content) {
        self.start_afresh();
        let id = NoteId::random(device::random_bytes());
        self.editing.set(Some(Editing {
            id,
            content,
            seen: Context::default(),
            is_typed: false,
            is_written: false,
            n_loads: 0,
        }));
    }

    /// Opens a note to be changed.
    pub(crate) fn edit(self, id: &NoteId) {
        self.start_afresh();
        let opened = self.with_untracked(|book| {
            let record = book.record(id)?;
            let (content, seen) = (record.shown()?.clone(), record.context().clone());
            Some(Editing { id: id.clone(), content, seen, is_typed: false, is_written: false, n_loads: 0 })
        });
        self.editing.set(opened);
    }

    /// Closes what is open, so that nothing is said of one note that is true of another.
    fn start_afresh(self) {
        self.stop_editing();
        self.just_trashed.set(None);
        if matches!(self.saving.get_untracked(), Saving::Saved(_)) {
            self.saving.set(Saving::Nothing);
        }
    }

    /// Changes a field of the open note; it is kept after a pause.
    pub(crate) fn type_in(self, change: impl FnOnce(&mut Content)) {
        self.editing.update_untracked(|editing| {
            if let Some(editing) = editing {
                change(&mut editing.content);
                editing.is_typed = true;
            }
        });
        self.saving.set(Saving::Waiting);
        self.typing.with_value(|typing| typing.call(PAUSE_MILLIS, move || self.flush()));
    }

    /// Keeps what was typed, now.
    pub(crate) fn flush(self) {
        self.typing.with_value(crate::browser::time::Debounce::cancel);
        let Some(typed) = self.editing.get_untracked().filter(|editing| editing.is_typed) else { return };
        let content = Content { modified: now(), ..typed.content };
        let mut seen = typed.seen;
        // Before anything is told of it, so that nothing fills the fields anew with what they hold.
        let written = self.book.try_update_value(|book| {
            let written = book.draft(&typed.id, &seen, content.clone());
            seen = written.seen;
            written.record
        });
        self.editing.update_untracked(|editing| {
            if let Some(editing) = editing {
                editing.content = content;
                editing.seen = seen;
                editing.is_typed = false;
                editing.is_written = true;
            }
        });
        self.store(written.into_iter().collect(), usize::from(!typed.is_written));
        self.announce();
    }

    /// Keeps what was typed and closes the note.
    pub(crate) fn stop_editing(self) {
        self.flush();
        self.book.update_value(atlas_core::notebook::Notebook::end_draft);
        if self.editing.with_untracked(Option::is_some) {
            self.editing.set(None);
        }
    }

    /// Fills the fields with what the notebook has now, unless the person is in the middle of a word.
    pub(super) fn reload_editor(self) {
        let Some(editing) = self.editing.get_untracked().filter(|editing| !editing.is_typed) else { return };
        let loaded = self.with_untracked(|book| {
            let record = book.record(&editing.id)?;
            // Another text beside this one is shown with the note; it does not take the place of this one.
            let stands = record.siblings().iter().any(|it| *it.content == editing.content);
            let shown = if stands { editing.content.clone() } else { record.live()?.clone() };
            Some((shown, record.context().clone()))
        });
        match loaded {
            Some((content, _)) if content == editing.content => {}
            Some((content, seen)) => {
                self.editing.set(Some(Editing { content, seen, n_loads: editing.n_loads + 1, ..editing }));
            }
            // Undone, or thrown away in another tab. One that was never written stays open.
            None if editing.seen == Context::default() => {}
            None => self.editing.set(None),
        }
    }
}
