//! The notes: what is due, what needs review, then all others, found and ordered as the person asks.

use std::collections::BTreeSet;
use std::sync::Arc;

use atlas_core::notebook::{Change, NoteId, Record, Review};
use leptos::prelude::*;

use super::desk::Desk;
use super::due::{Due, NeedsReview};
use super::list::NoteList;
use super::toolbar::{Asked, Toolbar};
use crate::state::notebook::today;
use crate::ui::details::whole;

/// What stands before the list, and is not repeated there.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Apart {
    pub(super) due: Vec<Arc<Record>>,
    pub(super) reviews: Vec<Review>,
}

impl Apart {
    pub(super) fn ids(&self) -> BTreeSet<NoteId> {
        let mut ids = BTreeSet::new();
        for note in self.due.iter().chain(self.reviews.iter().map(|review| &review.note)) {
            ids.insert(note.id().clone());
        }
        ids
    }
}

#[component]
pub(super) fn Overview() -> impl IntoView {
    let desk = Desk::of_context();
    let asked = RwSignal::new(Asked::default());
    let is_narrowed = Memo::new(move |_| asked.with(Asked::is_narrowed));
    let apart = Memo::new(move |_| {
        desk.settled();
        let whole = whole();
        desk.notebook.with_untracked(|book| {
            let reviews = whole.map(|whole| book.needs_review(&whole.dataset)).unwrap_or_default();
            let mut due = today().map(|today| book.due(today)).unwrap_or_default();
            // What has changed under a note is to be seen before it is followed up.
            let in_review: BTreeSet<_> = reviews.iter().map(|it: &Review| it.note.id()).collect();
            due.retain(|note| !in_review.contains(note.id()));
            Apart { due, reviews }
        })
    });
    // Whoever searches finds these too, among all others.
    let shown_apart = Memo::new(move |_| if is_narrowed.get() { Apart::default() } else { apart.get() });
    view! {
        <Due apart=shown_apart />
        <NeedsReview apart=shown_apart />
        <Toolbar asked />
        <NoteList asked apart=shown_apart />
    }
}

/// The key of the sentence that says what changed.
pub(super) fn change_key(change: &Change) -> &'static str {
    match change {
        Change::PartnershipGone => "notebook.review.partnership-gone",
        Change::MilestoneGone => "notebook.review.milestone-gone",
        Change::TextChanged(None) => "notebook.review.text-gone",
        Change::TextChanged(Some(_)) => "notebook.review.text-changed",
    }
}
