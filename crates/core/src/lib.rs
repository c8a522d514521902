//! What the atlas knows: partnerships, evidence, search, the map and the notebook, independent of any browser or framework.

pub mod decimals;
pub mod domain;
mod file;
pub mod fnv;
pub mod html;
pub mod map;
pub mod notebook;
pub use atlas_index::order;
pub mod row_window;
