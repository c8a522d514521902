//! What the atlas knows: partnerships, evidence, search and the map, independent of any browser or framework.

pub mod domain;
pub mod map;
