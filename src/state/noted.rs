//! What the list, the map and the partner's page know of the notebook, which they themselves never open: who has notes.

use std::collections::BTreeMap;

use atlas_core::domain::partnership::PartnershipId;
use atlas_core::notebook::{Day, Marks, NoteFilter, Notebook, Part, Target, Where};

use super::atlas::Atlas;
use leptos::prelude::*;

/// Which partnerships have notes, and which of them stay in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Noted {
    marks: BTreeMap<String, Marks>,
    /// How many notes there are on the milestones of a partnership, by their ids; under no id, on its summary.
    places: BTreeMap<String, BTreeMap<String, usize>>,
    /// What the list is filtered by.
    pub(crate) filter: Option<NoteFilter>,
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
            places: places(book),
            filter: filter.cloned(),
            only: filter.map(|filter| book.partnerships_with(filter)),
            n_notes: book.n_notes(),
            n_due: book.due(today).len(),
        }
    }

    /// What the notes on a partnership come to, if there are any.
    pub(crate) fn marks(&self, id: &PartnershipId) -> Option<&Marks> {
        self.marks.get(id.as_str())
    }

    /// How many notes there are on a milestone, by its id, or on a quoted sentence there; for an empty id, on the
    /// summary.
    pub(crate) fn n_on(&self, partnership: &PartnershipId, milestone_id: &str) -> usize {
        let places = self.places.get(partnership.as_str());
        places.and_then(|places| places.get(milestone_id)).copied().unwrap_or(0)
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

fn places(book: &Notebook) -> BTreeMap<String, BTreeMap<String, usize>> {
    let mut places: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for (_, content) in book.notes() {
        let Target::Partnership { partnership, part, .. } = &content.target else { continue };
        let is_on_summary = matches!(part, Part::Quote { place: Where::Summary, .. });
        let Some(milestone_id) = part.milestone().or(is_on_summary.then_some("")) else { continue };
        let of_partnership = places.entry(partnership.clone()).or_default();
        *of_partnership.entry(milestone_id.to_owned()).or_default() += 1;
    }
    places
}

impl Atlas {
    /// Begins a note on this part of the open partnership, where `seen` stands.
    pub(crate) fn ask_for_note(self, part: Part, seen: String) {
        self.note_request.set(Some((part, seen)));
        self.wants_notes.set(true);
    }
}
