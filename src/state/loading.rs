//! Data that comes while the app runs: the details of what is shown, another language, a person's own file.

use std::sync::Arc;

use atlas_core::domain::messages::Messages;
use atlas_core::domain::vocabulary::Lang;
use leptos::prelude::*;

use super::atlas::Atlas;
use super::index::Index;
use super::navigation::keeping_place;
use super::session::{self, DataFailure, DataFile, Details, Session, Whole};
use crate::browser::boot::LoadError;

impl Atlas {
    fn session_untracked(self) -> Option<Arc<Session>> {
        self.shown.with_untracked(|shown| shown.as_ref().ok().cloned())
    }

    /// Whether this data set is shown still.
    fn is_shown(self, session: &Session) -> bool {
        self.session_untracked().is_some_and(|shown| shown.details == session.details)
    }

    fn words_untracked(self) -> Arc<Messages> {
        self.messages.get_untracked()
    }

    /// Fetches the words of pages that come later. Where they cannot be had, English stands in and the page says so.
    pub(crate) async fn load_later_words(self) {
        if !session::load_later_words(&self.words_untracked()).await {
            self.is_language_missing.set(true);
        }
    }

    /// Asks for the details of what is shown, unless they are here or on their way.
    ///
    /// They are added to the page as it is. Only where the data file is not the one that the digest was made from is
    /// all that is shown replaced by what the file says; but not by an older edition, which a cache on the way kept.
    pub(crate) fn ask_for_details(self) {
        let Some(session) = self.session_untracked() else { return };
        let is_to_ask =
            session.details.with_untracked(|it| matches!(it, Details::NotAsked | Details::Missing(_)));
        if !is_to_ask {
            return;
        }
        session.details.set(Details::OnTheirWay);
        leptos::task::spawn_local(async move {
            let words = self.words_untracked();
            match session::read_whole(DataFile::Published, &words).await {
                Ok(whole) if whole.checksum == session.digest.checksum => {
                    session.details.set(Details::Here(whole));
                    self.keep_index().await;
                }
                Ok(whole) if is_older(&whole, &session) => {
                    let detail = "the data file is of an older edition than the page".to_owned();
                    session.details.set(Details::Missing(DataFailure::NotLoaded(LoadError { detail })));
                }
                Ok(whole) => {
                    let other = Session::of_whole(whole, &words).await;
                    if self.is_shown(&session) {
                        keeping_place(|| self.shown.set(other));
                        self.keep_index().await;
                    }
                }
                Err(failure) => session.details.set(Details::Missing(failure)),
            }
        });
    }

    /// Loads the published data set again, after a failure or a preview.
    pub(crate) fn reload_data(self) {
        leptos::task::spawn_local(async move {
            let words = self.words_untracked();
            let shown = session::load_whole(&words).await;
            self.shown.set(shown);
            self.keep_index().await;
        });
    }

    /// Shows a person's own data file, in this tab only.
    pub(crate) async fn preview(self, name: String, json: String) -> Result<(), DataFailure> {
        let words = self.words_untracked();
        let whole = session::read_whole(DataFile::Own { name, json }, &words).await?;
        self.shown.set(Ok(Session::of_whole(whole, &words).await?));
        self.keep_index().await;
        Ok(())
    }

    /// Changes to another language.
    pub(crate) async fn change_language(self, lang: Lang) {
        let (messages, failure) = session::load_messages(lang).await;
        // Where pages that come later are here, their words are wanted too.
        let is_whole = !Messages::english().is_whole() || session::load_later_words(&messages).await;
        let index = match self.session_untracked() {
            Some(session) => {
                let details = session.details.get_untracked();
                let index = Index::of(&session.digest, &details, &messages).await;
                Some((session, index))
            }
            None => None,
        };
        keeping_place(|| {
            self.is_language_missing.set(failure.is_some() || !is_whole);
            if let Some((session, index)) = index {
                session.index.set(index);
            }
            self.messages.set(messages);
        });
        self.keep_index().await;
    }

    /// Makes the index of what is shown anew until it is of the details that are here and in the reader's language: both
    /// may change while it is made.
    async fn keep_index(self) {
        while let Some(session) = self.session_untracked() {
            let (details, words) = (session.details.get_untracked(), self.words_untracked());
            if session.index.with_untracked(|index| index.is_of(&details, &words)) {
                return;
            }
            let index = Index::of(&session.digest, &details, &words).await;
            if self.words_untracked().lang() == words.lang() {
                session.index.set(index);
            }
        }
    }
}

/// Whether a data file was released before what is shown.
fn is_older(whole: &Whole, shown: &Session) -> bool {
    let editions = whole.dataset.edition.as_ref().zip(shown.digest.edition.as_ref());
    editions.is_some_and(|(file, page)| file.is_older_than(page))
}
