//! What runs over every record or every word: sets, values, postings, words near a mistyped one, sorting.
//!
//! It knows numbers and texts and nothing of partnerships. The app is compiled for size; this crate is compiled for
//! speed, so that a hundred thousand records are searched and counted within a millisecond. What is hot is therefore
//! not generic: generic code is compiled where it is called.

mod bits;
mod names;
pub mod order;
mod texts;
mod together;
mod typo;
mod values;
mod words;

pub use bits::Bits;
pub use names::Names;
pub use texts::Texts;
pub use values::{Rows, ValueSets};
pub use words::{Posting, Quality, Scores, WordIndex, WordIndexBuilder, score};
