//! What lists, marks and filters ask of the notebook.

use std::cmp::Ordering;
use std::sync::Arc;

use super::book::Notebook;
use super::instant::Day;
use super::note::{Content, Flag};
use super::record::Record;
use crate::domain::vocabulary::Vocabulary as _;
use crate::order::sort_by;

/// What the notes of one partnership come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    pub n_notes: usize,
    /// Whether a note has it, by [`Flag`].
    pub flags: [bool; Flag::ALL.len()],
    /// Whether a follow-up is due.
    pub is_due: bool,
}

/// Which notes a partnership must have to stay in the list: one that meets all of these.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoteFilter {
    pub tag: Option<String>,
    pub flag: Option<Flag>,
    /// Only follow-ups due on this day.
    pub due: Option<Day>,
}

impl NoteFilter {
    pub fn meets(&self, content: &Content) -> bool {
        self.tag.as_ref().is_none_or(|tag| content.tags.contains(tag))
            && self.flag.is_none_or(|flag| content.flag == Some(flag))
            && self.due.is_none_or(|on| content.is_due(on))
    }
}

/// By what notes are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    #[default]
    None,
    Partnership,
    Tag,
    Flag,
    /// Of the last change, in UTC.
    Month,
}

/// In what order notes stand in their group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoteOrder {
    /// Last changed first.
    #[default]
    Modified,
    /// Last written first.
    Created,
    /// Due first, those without a date last.
    FollowUp,
    /// High first; none is normal.
    Priority,
}

/// Notes that stand together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The id of the partnership, the tag, the code of the flag, or the month as `2026-11`; none for notes
    /// without one, which come last.
    pub key: Option<String>,
    pub notes: Vec<Arc<Record>>,
}

impl Notebook {
    /// The notes on one partnership, last changed first.
    pub fn notes_of(&self, partnership: &str) -> Vec<Arc<Record>> {
        let is_of = |content: &Content| content.target.partnership() == Some(partnership);
        let mut notes: Vec<_> = self
            .notes()
            .filter(|(_, content)| is_of(content))
            .map(|(record, _)| Arc::clone(record))
            .collect();
        sort_notes(&mut notes, NoteOrder::Modified);
        notes
    }

    /// What the notes come to, for every partnership with notes, by its id.
    pub fn marks(&self, today: Day) -> Vec<(String, Marks)> {
        let mut notes: Vec<(&str, &Content)> =
            self.notes().filter_map(|(_, content)| Some((content.target.partnership()?, content))).collect();
        sort_by(&mut notes, |a, b| a.0.cmp(b.0));
        let mut all: Vec<(String, Marks)> = Vec::new();
        for (id, content) in notes {
            if all.last().is_none_or(|(last, _)| last != id) {
                all.push((id.to_owned(), Marks::default()));
            }
            let Some((_, marks)) = all.last_mut() else { continue };
            marks.n_notes += 1;
            marks.is_due |= content.is_due(today);
            if let Some(flag) = content.flag {
                marks.flags[flag as usize] = true;
            }
        }
        all
    }

    /// The ids of the partnerships that have a note which meets the filter, sorted, each once.
    pub fn partnerships_with(&self, filter: &NoteFilter) -> Vec<String> {
        let meets = self.notes().filter(|(_, content)| filter.meets(content));
        let mut ids: Vec<&str> = meets.filter_map(|(_, content)| content.target.partnership()).collect();
        sort_by(&mut ids, Ord::cmp);
        ids.dedup();
        ids.into_iter().map(str::to_owned).collect()
    }

    /// Every tag in use and how many notes have it, by tag.
    pub fn tags(&self) -> Vec<(String, usize)> {
        let mut tags: Vec<&str> =
            self.notes().flat_map(|(_, content)| content.tags.iter().map(String::as_str)).collect();
        sort_by(&mut tags, Ord::cmp);
        let mut counted: Vec<(String, usize)> = Vec::new();
        for tag in tags {
            match counted.last_mut().filter(|(last, _)| last == tag) {
                Some((_, n_notes)) => *n_notes += 1,
                None => counted.push((tag.to_owned(), 1)),
            }
        }
        counted
    }

    /// The notes whose follow-up is due on this day, longest overdue first.
    pub fn due(&self, on: Day) -> Vec<Arc<Record>> {
        let due = self.notes().filter(|(_, content)| content.is_due(on));
        let mut notes: Vec<_> = due.map(|(record, _)| Arc::clone(record)).collect();
        sort_notes(&mut notes, NoteOrder::FollowUp);
        notes
    }
}

/// Sorts notes; those without a live version come last, and equals are ordered by id.
pub fn sort_notes(notes: &mut [Arc<Record>], order: NoteOrder) {
    sort_by(notes, |a, b| match (a.shown(), b.shown()) {
        (Some(of_a), Some(of_b)) => compare(of_a, of_b, order).then_with(|| a.id().cmp(b.id())),
        (of_a, of_b) => of_b.is_some().cmp(&of_a.is_some()),
    });
}

fn compare(a: &Content, b: &Content, order: NoteOrder) -> Ordering {
    let by_modified = b.modified.cmp(&a.modified);
    match order {
        NoteOrder::Modified => by_modified,
        NoteOrder::Created => b.created.cmp(&a.created),
        NoteOrder::FollowUp => {
            let key = |it: &Content| (it.follow_up.is_none(), it.follow_up);
            key(a).cmp(&key(b)).then(by_modified)
        }
        NoteOrder::Priority => {
            let key = |it: &Content| it.priority.map_or(1, |priority| priority as u8);
            key(a).cmp(&key(b)).then(by_modified)
        }
    }
}

/// Parts notes into groups, the groups by key (months newest first), the notes of each in the order given.
/// A note with several tags stands in several groups.
pub fn grouped(mut notes: Vec<Arc<Record>>, grouping: Grouping, order: NoteOrder) -> Vec<Group> {
    sort_notes(&mut notes, order);
    let mut keyed: Vec<(Option<String>, Arc<Record>)> = Vec::new();
    for note in notes {
        let Some(content) = note.shown() else { continue };
        let keys: Vec<String> = match grouping {
            Grouping::None => Vec::new(),
            Grouping::Partnership => content.target.partnership().map(str::to_owned).into_iter().collect(),
            Grouping::Tag => content.tags.clone(),
            Grouping::Flag => content.flag.map(|flag| flag.code().to_owned()).into_iter().collect(),
            Grouping::Month => vec![content.modified.month()],
        };
        if keys.is_empty() {
            keyed.push((None, Arc::clone(&note)));
        }
        keyed.extend(keys.into_iter().map(|key| (Some(key), Arc::clone(&note))));
    }
    sort_by(&mut keyed, |(a, _), (b, _)| {
        let by_key = if grouping == Grouping::Month { b.cmp(a) } else { a.cmp(b) };
        a.is_none().cmp(&b.is_none()).then(by_key)
    });
    let mut groups: Vec<Group> = Vec::new();
    for (key, note) in keyed {
        match groups.last_mut().filter(|last| last.key == key) {
            Some(last) => last.notes.push(note),
            None => groups.push(Group { key, notes: vec![note] }),
        }
    }
    groups
}
