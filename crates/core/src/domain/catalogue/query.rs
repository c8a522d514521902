//! What is asked of the catalogue, and what it answers.

use super::facet::{Facet, FacetValue};
use super::filter::Filter;
use super::hits::Hits;
use crate::domain::region::RegionCode;

/// The order of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// The newest milestone first, records without a dated one last.
    #[default]
    Newest,
    /// The best match of the text first, the newest among equals.
    Relevance,
    /// By name, in the order of the reader's language.
    Name,
}

impl Sort {
    pub const ALL: &'static [Self] = &[Self::Newest, Self::Relevance, Self::Name];

    /// The code that addresses carry.
    pub fn code(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Relevance => "relevance",
            Self::Name => "name",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|sort| sort.code() == code)
    }

    /// The order where none was chosen: by relevance with a text, else the newest first.
    pub fn default_for(text: &str) -> Self {
        if text.trim().is_empty() { Self::Newest } else { Self::Relevance }
    }
}

/// What to find and how to order it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    pub text: String,
    pub filter: Filter,
    pub sort: Sort,
    /// Nothing but these records, by index and in any order: those whose seats are in view, for one.
    pub only: Option<Vec<u32>>,
}

/// The hits, by their indices in the catalogue, and a count for every option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The partnerships, in order. Every count is about these.
    pub counted: Hits,
    /// The other records that match, in order, to be shown under headings of their own.
    pub others: Hits,
    /// By the number of the value.
    counts: Vec<u32>,
    filter: Filter,
}

impl Answer {
    pub(super) fn new(counted: Hits, others: Hits, counts: Vec<u32>, filter: Filter) -> Self {
        Self { counted, others, counts, filter }
    }

    /// How many partnerships match.
    pub fn n_counted(&self) -> usize {
        self.counted.len()
    }

    /// How many records match, counted or not.
    pub fn n_all(&self) -> usize {
        self.counted.len() + self.others.len()
    }

    /// All records that match: the partnerships in order, then the others.
    pub fn all(&self) -> Vec<u32> {
        [self.counted.to_vec(), self.others.to_vec()].concat()
    }

    /// How many partnerships the result would hold with this value alone chosen in its facet.
    pub fn count(&self, value: FacetValue) -> u32 {
        self.counts.get(value.number()).copied().unwrap_or(0)
    }

    /// How many partnerships work worldwide and match all but the chosen regions; 0 where no region narrows the
    /// result or those are in it already.
    pub fn n_also_worldwide(&self) -> u32 {
        let worldwide = FacetValue::works_in(RegionCode::WORLDWIDE);
        let is_asked = self.filter.narrows(Facet::Region) && !self.filter.contains(worldwide);
        if is_asked { self.count(worldwide) } else { 0 }
    }
}
