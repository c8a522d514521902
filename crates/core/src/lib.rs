//! What the atlas knows: partnerships, evidence, search and the map, independent of any browser or framework.

pub mod decimals;
pub mod domain;
mod file;
pub mod map;
mod names;
pub mod order;
