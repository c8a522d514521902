//! What must be there before the readable shell is replaced: the data set and the words of the language.

use std::sync::Arc;

use atlas_core::domain::link::{Link, Route};
use atlas_core::domain::messages::Messages;

use super::session::{self, Shown};
use crate::browser::{boot, page};

/// The first data set and catalogue.
#[derive(Clone)]
pub(crate) struct Start {
    pub(crate) base: String,
    pub(crate) shown: Shown,
    pub(crate) messages: Arc<Messages>,
    /// Whether the language's catalogue could not be had.
    pub(crate) is_language_missing: bool,
}

/// Which page the address means, before anything is loaded.
pub(crate) fn first_route() -> Route {
    first_link().route
}

fn first_link() -> Link {
    let base = boot::base_path();
    let (path, query) = page::address();
    Link::parse(path.strip_prefix(&base).unwrap_or(&path), &query).0
}

/// Loads both at once. Never fails: what could not be had is told in the page.
pub(crate) async fn load() -> Start {
    // The digest is on its way already, so that waiting for one after the other costs nothing.
    let lang = first_link().lang;
    let (messages, failure) = session::load_messages(lang).await;
    let shown = session::load_first(&messages).await;
    Start { base: boot::base_path(), shown, messages, is_language_missing: failure.is_some() }
}
