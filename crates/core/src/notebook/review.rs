//! Which notes are about something that the present edition no longer has, or has in other words.

use std::sync::Arc;

use super::book::Notebook;
use super::note::{Content, Part, Target, Where};
use super::record::Record;
use crate::domain::dataset::Dataset;
use crate::domain::partnership::{Milestone, Partnership, PartnershipId};
use crate::domain::text::Text;

/// What happened to the thing that a note is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    PartnershipGone,
    MilestoneGone,
    /// It is there in other words; these, in English, or none if the text is gone.
    TextChanged(Option<String>),
}

/// A note that a person should look at again.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    pub note: Arc<Record>,
    pub change: Change,
    /// What the person saw when the note was written.
    pub seen: String,
}

impl Notebook {
    /// The notes that need review against this data set, by id. Foreign targets are never among them.
    pub fn needs_review(&self, dataset: &Dataset) -> Vec<Review> {
        let found = self.notes().filter_map(|(note, content)| {
            let Target::Partnership { seen, .. } = &content.target else { return None };
            Some(Review { note: Arc::clone(note), change: change_of(content, dataset)?, seen: seen.clone() })
        });
        found.collect()
    }
}

/// What happened to what this note is about; none if it stands as it was.
pub fn change_of(content: &Content, dataset: &Dataset) -> Option<Change> {
    let Target::Partnership { partnership, part, seen, .. } = &content.target else { return None };
    let id = PartnershipId::parse(partnership);
    let Some(partnership) = id.and_then(|id| dataset.partnership(&id)) else {
        return Some(Change::PartnershipGone);
    };
    match part {
        Part::Whole => is_not(seen, &partnership.partner.name),
        Part::Milestone(id) => {
            milestone(partnership, id).map_or(Some(Change::MilestoneGone), |it| is_not(seen, &it.title))
        }
        Part::Quote { exact, place, .. } => match place {
            Where::Summary => is_not_in(exact, &[partnership.summary.as_ref()]),
            Where::Milestone(id) => milestone(partnership, id).map_or(Some(Change::MilestoneGone), |it| {
                is_not_in(exact, &[Some(&it.title), it.detail.as_ref()])
            }),
            Where::Other(_) => None,
        },
    }
}

fn milestone<'p>(partnership: &'p Partnership, id: &str) -> Option<&'p Milestone> {
    partnership.milestones.iter().find(|milestone| milestone.id == id)
}

/// A name or title has changed if it is not what was seen in any language. Nothing seen is no change.
fn is_not(seen: &str, text: &Text) -> Option<Change> {
    let is_same = seen.is_empty() || text.all().any(|it| it == seen);
    (!is_same).then(|| Change::TextChanged(Some(text.en.clone())))
}

/// A quote is gone if no text has it in any language.
fn is_not_in(exact: &str, texts: &[Option<&Text>]) -> Option<Change> {
    let mut there = texts.iter().flatten();
    let is_there = there.clone().any(|text| text.all().any(|it| it.contains(exact)));
    (!is_there).then(|| Change::TextChanged(there.next_back().map(|text| text.en.clone())))
}
