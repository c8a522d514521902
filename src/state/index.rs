//! The index over the data set that is shown, in the reader's language.

use std::sync::Arc;

use atlas_core::domain::catalogue::Catalogue;
use atlas_core::domain::messages::Messages;
use atlas_core::domain::vocabulary::Lang;
use leptos::prelude::*;

use super::session::Shown;

/// An index is told from another by where it is: comparing two would cost more than building one.
#[derive(Clone)]
pub(super) struct Index(pub(super) Arc<Catalogue>);

impl PartialEq for Index {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Indexes the records in the reader's language; English words find them too, and their details once those are here.
pub(super) fn index(shown: &Shown, messages: &Messages) -> Option<Index> {
    let session = shown.as_ref().ok()?;
    let english = Messages::english();
    let languages: &[&Messages] =
        if messages.lang() == Lang::En { &[messages] } else { &[messages, &english] };
    let details = session.details.read();
    let details = details.here().map_or(&[][..], |whole| &whole.dataset.partnerships);
    Some(Index(Arc::new(Catalogue::in_languages(&session.digest.briefs, details, languages))))
}
