//! What a note says, and what it is about.

use serde_json::{Map, Value};

use super::instant::{Day, Instant};
use crate::domain::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// What a note asks for.
    Flag, "flag", {
        Question = "question",
        ToVerify = "to-verify",
        Correction = "correction",
        FollowUp = "follow-up",
    }
}

vocabulary! {
    /// How much a note matters, most first.
    Priority, "priority", {
        High = "high",
        Normal = "normal",
        Low = "low",
    }
}

/// A change proposed to a record of the data set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Correction {
    /// The path of the field in the data file, from the record on, its parts joined by dots and a member of a list
    /// by its id: `seat.city`, `milestones.memorandum-2020.date`.
    pub field: String,
    /// What stood there.
    pub old: String,
    pub proposed: String,
    /// Where the proposed value was read.
    pub source: String,
}

/// Where in a partnership a quoted sentence stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    Summary,
    /// The title or detail of the milestone with this id.
    Milestone(String),
    /// Anywhere else, by a name of the caller's.
    Other(String),
}

/// Which part of a partnership a note is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// The milestone with this id.
    Milestone(String),
    Quote {
        exact: String,
        prefix: String,
        suffix: String,
        place: Where,
    },
}

/// How many characters around a quote tell it from its like.
const N_AROUND: usize = 32;

impl Part {
    /// The quote of what is selected in a text, with what stands before and after it there. None for blanks alone.
    pub fn quote(before: &str, selected: &str, after: &str, place: Where) -> Option<Self> {
        let exact = selected.trim();
        if exact.is_empty() {
            return None;
        }
        let lead = selected.len() - selected.trim_start().len();
        let before = format!("{before}{}", &selected[..lead]);
        let after = format!("{}{after}", &selected[lead + exact.len()..]);
        let n_skipped = before.chars().count().saturating_sub(N_AROUND);
        Some(Self::Quote {
            exact: exact.to_owned(),
            prefix: before.chars().skip(n_skipped).collect(),
            suffix: after.chars().take(N_AROUND).collect(),
            place,
        })
    }

    /// The id of the milestone that it is, or is in.
    pub fn milestone(&self) -> Option<&str> {
        match self {
            Self::Milestone(id) | Self::Quote { place: Where::Milestone(id), .. } => Some(id),
            _ => None,
        }
    }
}

/// What a note is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    Partnership {
        /// The id of the record; it may be gone, and from a file it may be any text.
        partnership: String,
        part: Part,
        /// What the person saw there when the note was written: the name, the title, the quote.
        seen: String,
        /// The number of the edition then.
        edition: Option<String>,
    },
    /// The target of an annotation made elsewhere, as it came.
    Foreign(Value),
}

impl Target {
    /// The id of the partnership, for our own targets.
    pub fn partnership(&self) -> Option<&str> {
        match self {
            Self::Partnership { partnership, .. } => Some(partnership),
            Self::Foreign(_) => None,
        }
    }
}

/// What a note says. Every text may hold anything at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    pub target: Target,
    /// Plain text with line breaks.
    pub text: String,
    pub tags: Vec<String>,
    pub flag: Option<Flag>,
    pub priority: Option<Priority>,
    pub follow_up: Option<Day>,
    pub correction: Option<Correction>,
    pub creator: Option<String>,
    pub created: Instant,
    pub modified: Instant,
    /// When it went to the trash.
    pub trashed: Option<Instant>,
    /// The properties of a Web Annotation that the notebook has no place for, as they came.
    pub extra: Map<String, Value>,
}

impl Content {
    /// An empty note.
    pub fn new(target: Target, now: Instant) -> Self {
        Self {
            target,
            text: String::new(),
            tags: Vec::new(),
            flag: None,
            priority: None,
            follow_up: None,
            correction: None,
            creator: None,
            created: now,
            modified: now,
            trashed: None,
            extra: Map::new(),
        }
    }

    pub fn is_trashed(&self) -> bool {
        self.trashed.is_some()
    }

    /// Whether its follow-up is due on this day.
    pub fn is_due(&self, on: Day) -> bool {
        self.follow_up.is_some_and(|day| day <= on)
    }
}

/// The value of a code, if there is one.
pub(super) fn value_of<V: Vocabulary>(code: Option<&str>) -> Option<V> {
    code.and_then(V::from_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_trimmed_and_knows_what_stands_around_it() {
        let Some(Part::Quote { exact, prefix, suffix, .. }) =
            Part::quote(&"ı".repeat(40), " signed it ", "in Baku.", Where::Summary)
        else {
            panic!("it is a quote");
        };
        assert_eq!((exact.as_str(), suffix.as_str()), ("signed it", " in Baku."));
        assert_eq!(prefix, format!("{} ", "ı".repeat(31)));
        assert_eq!(Part::quote("a", " \n", "b", Where::Summary), None);
    }
}
