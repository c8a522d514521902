//! What must hold for the notebook, as properties, as a model of many tabs, and fault by fault.

#![cfg(test)]

#[path = "notebook/damage.rs"]
mod damage;
#[path = "notebook/editing.rs"]
mod editing;
#[path = "notebook/exports.rs"]
mod exports;
#[path = "notebook/generate.rs"]
mod generate;
#[path = "notebook/hostile.rs"]
mod hostile;
#[path = "notebook/importing.rs"]
mod importing;
#[path = "notebook/large.rs"]
mod large;
#[path = "notebook/merging.rs"]
mod merging;
#[path = "notebook/model.rs"]
mod model;
#[path = "notebook/queries.rs"]
mod queries;
#[path = "notebook/races.rs"]
mod races;
#[path = "notebook/schemas.rs"]
mod schemas;
#[path = "notebook/stand.rs"]
mod stand;
#[path = "notebook/stores.rs"]
mod stores;
#[path = "notebook/storing.rs"]
mod storing;
#[path = "notebook/world.rs"]
mod world;
