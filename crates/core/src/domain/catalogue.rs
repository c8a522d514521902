//! The catalogue: one index over all records that answers a query with hits and a count for every option.

mod facet;
mod filter;

pub use facet::{Facet, FacetValue};
pub use filter::Filter;

/// The order of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The newest milestone first, records without a dated one last.
    Newest,
    /// The best match of the text first.
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
