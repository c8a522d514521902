//! What `make bench` measures, as the page of tests/bench calls it: the catalogue and the clusters of the core, on
//! seeded records that every contender gets.
//!
//! Compiled to WebAssembly as the app is, and never part of it. Numbers cross in plain arrays, as cheap as can be.

mod columns;
mod index;
mod map;
mod names;
mod peer;
mod random;
mod record;
mod site;

pub use columns::{Columns, facets, spellings};
pub use index::Index;
pub use map::MapIndex;
pub use site::Files;
