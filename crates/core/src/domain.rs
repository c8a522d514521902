//! The domain: partnerships, their vocabulary, the data set, search, links and languages.

pub mod brief;
pub mod catalogue;
pub mod check;
pub mod dataset;
pub mod digest;
pub mod edtf;
pub mod embed;
pub mod export;
pub mod fold;
pub mod link;
pub mod locale;
pub mod meeting_brief;
pub mod messages;
pub mod partnership;
pub mod region;
#[cfg(feature = "schema")]
pub mod shape;
pub mod text;
pub mod vocabulary;
