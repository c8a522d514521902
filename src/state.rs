//! What the app holds while it runs: values and ids in signals over the core, provided once.

mod asking;
pub(crate) mod atlas;
pub(crate) mod embed;
pub(crate) mod highlight;
pub(crate) mod host;
mod index;
mod loading;
pub(crate) mod map;
pub(crate) mod navigation;
pub(crate) mod notebook;
pub(crate) mod noted;
pub(crate) mod rows;
pub(crate) mod session;
pub(crate) mod start;
mod theme;
