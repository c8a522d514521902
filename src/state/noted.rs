//! What the list and the map know of the notebook, which they themselves never open: who has notes.

use std::collections::BTreeMap;

use atlas_core::domain::partnership::PartnershipId;
use atlas_core::notebook::{Day, Marks, NoteFilter, Notebook};

/// Which partnerships have notes, and which of them stay in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Noted {
    marks: BTreeMap<String, Marks>,
    /// The partnerships that stay in the list while it is filtered by notes.
    only: Option<Vec<String>>,
    pub(crate) n_notes: usize,
    /// How many follow-ups are due.
    pub(crate) n_due: usize,
}

impl Noted {
    /// What a notebook comes to today.
    pub(super) fn of(book: &Notebook, today: Day, filter: Option<&NoteFilter>) -> Self {
        let mut marks = BTreeMap::new();
        for (id, of_one) in book.marks(today) {
            marks.insert(id, of_one);
        }
        Self {
            marks,
            only: filter.map(|filter| book.partnerships_with(filter)),
            n_notes: book.n_notes(),
            n_due: book.due(today).len(),
        }
    }

    /// What the notes on a partnership come to, if there are any.
    pub(crate) fn marks(&self, id: &PartnershipId) -> Option<&Marks> {
        self.marks.get(id.as_str())
    }

    /// Whether the list is filtered by notes.
    pub(crate) fn is_filtered(&self) -> bool {
        self.only.is_some()
    }

    /// Whether a partnership stays in the list.
    pub(crate) fn keeps(&self, id: &PartnershipId) -> bool {
        self.only.as_ref().is_none_or(|only| only.iter().any(|it| it == id.as_str()))
    }
}
