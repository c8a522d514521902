//! The notebook: notes on partnerships, kept without a server and merged without losing a word.
//!
//! Pure: time, random bytes, stored texts and files are given in, and what to store comes back as values. Where a
//! rule protects a person's text, it is here and not in the browser's code.
//!
//! - [`Content`] is what a note says; a [`Record`] is a note with its versions, which [`Record::merge`] joins.
//! - [`Notebook`] holds the records, edits them, and undoes.
//! - [`store`] is the form in which records are kept, [`web_annotation`] and [`export`] those in which they travel.

mod book;
pub mod durability;
pub mod export;
mod fields;
mod id;
mod import;
mod instant;
mod journal;
mod json;
mod links;
mod note;
mod query;
mod record;
mod review;
mod search;
mod steady;
pub mod store;
pub mod web_annotation;

pub use book::{Notebook, TRASH_DAYS, Written};
pub use fields::{Field, fields};
pub use id::{NoteId, ReplicaId};
pub use import::{Choice, Outcome, Preview};
pub use instant::{Day, Instant};
pub use journal::Undone;
pub use links::{Piece, pieces};
pub use note::{Content, Correction, Flag, Part, Priority, Target, Where};
pub use query::{Group, Grouping, Marks, NoteFilter, NoteOrder, grouped, sort_notes};
pub use record::{Context, Dot, Record, Sibling};
pub use review::{Change, Review, change_of};
pub use search::Search;
pub use steady::steady;
