//! The index over a data set: in the language of its reader, and with its details once those are here.

use std::sync::Arc;

use atlas_core::domain::catalogue::{Builder, Catalogue, Entry};
use atlas_core::domain::digest::Digest;
use atlas_core::domain::messages::Messages;
use atlas_core::domain::vocabulary::Lang;

use super::session::Details;
use crate::browser::time::Pieces;

/// How many records are taken in before the clock is looked at: a fraction of a millisecond.
const N_AT_ONCE: usize = 20;

/// An index, with what it was made of.
#[derive(Clone)]
pub(crate) struct Index {
    pub(super) catalogue: Arc<Catalogue>,
    lang: Lang,
    has_details: bool,
}

impl Index {
    /// Indexes the records in the reader's language; English words find them too, and their details where those are here.
    /// A large data set is indexed in pieces, between which the page has its turn.
    pub(crate) async fn of(digest: &Digest, details: &Details, words: &Messages) -> Self {
        let english = Messages::english();
        let lang = words.lang();
        let languages: &[&Messages] = if lang == Lang::En { &[words] } else { &[words, &english] };
        let whole = details.here();
        let details = whole.map_or(&[][..], |whole| &whole.dataset.partnerships);
        let mut pieces = Pieces::begin();
        let mut builder = Builder::default();
        for (idx, brief) in digest.briefs.iter().enumerate() {
            builder.push(Entry::of(brief, details.get(idx).map(AsRef::as_ref), languages));
            if idx % N_AT_ONCE == 0 {
                pieces.pause().await;
            }
        }
        let mut finishing = builder.finishing();
        loop {
            if let Some(catalogue) = finishing.advance() {
                return Self { catalogue: Arc::new(catalogue), lang, has_details: whole.is_some() };
            }
            pieces.pause().await;
        }
    }

    /// Whether it was made of these details in the language of these words.
    pub(super) fn is_of(&self, details: &Details, words: &Messages) -> bool {
        self.lang == words.lang() && self.has_details == details.here().is_some()
    }
}
