//! Data that comes while the app runs: the details of what is shown, another language, a person's own file.

use std::sync::Arc;

use atlas_core::domain::messages::Messages;
use atlas_core::domain::vocabulary::Lang;
use leptos::prelude::*;

use super::atlas::Atlas;
use super::navigation::keeping_place;
use super::session::{self, DataFailure, DataFile, Details, Session, Shown, Whole};

impl Atlas {
    fn session_untracked(self) -> Option<Arc<Session>> {
        self.shown.with_untracked(|shown| shown.as_ref().ok().cloned())
    }

    /// Whether this data set is shown still, in whatever language.
    fn is_shown(self, session: &Session) -> bool {
        self.session_untracked().is_some_and(|shown| shown.details == session.details)
    }

    fn words_untracked(self) -> Arc<Messages> {
        self.messages.get_untracked()
    }

    /// A data file as it is to be shown.
    async fn session_of(self, whole: Arc<Whole>) -> Shown {
        Session::of_whole(whole, self.words_untracked().lang()).await
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
    /// all that is shown replaced by what the file says.
    pub(crate) fn ask_for_details(self) {
        let Some(session) = self.session_untracked() else { return };
        let is_to_ask =
            session.details.with_untracked(|it| matches!(it, Details::NotAsked | Details::Missing(_)));
        if !is_to_ask {
            return;
        }
        session.details.set(Details::OnTheirWay);
        leptos::task::spawn_local(async move {
            match session::read_whole(DataFile::Published, &self.words_untracked()).await {
                Ok(whole) if whole.checksum == session.digest.checksum => {
                    session.details.set(Details::Here(whole));
                }
                Ok(whole) => {
                    let other = self.session_of(whole).await;
                    if self.is_shown(&session) {
                        keeping_place(|| self.shown.set(other));
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
            let shown = session::load_whole(words.lang(), &words).await;
            self.shown.set(shown);
        });
    }

    /// Shows a person's own data file, in this tab only.
    pub(crate) async fn preview(self, name: String, json: String) -> Result<(), DataFailure> {
        let whole = session::read_whole(DataFile::Own { name, json }, &self.words_untracked()).await?;
        self.shown.set(Ok(self.session_of(whole).await?));
        Ok(())
    }

    /// Changes to another language: its words, and the data set in brief in it.
    pub(crate) async fn change_language(self, lang: Lang) {
        let (messages, failure) = session::load_messages(lang).await;
        // Where pages that come later are here, their words are wanted too.
        let is_whole = !Messages::english().is_whole() || session::load_later_words(&messages).await;
        let session = self.in_language(&messages).await;
        keeping_place(|| {
            self.is_language_missing.set(failure.is_some() || !is_whole);
            self.messages.set(messages);
            if let Some(session) = session {
                self.shown.set(Ok(session));
            }
        });
    }

    /// What is shown in another language; none where it is in that one already, or stays as it is because its digest
    /// cannot be had: names it has in every language, and only its summaries are not found then.
    async fn in_language(self, messages: &Messages) -> Option<Arc<Session>> {
        let (lang, shown) = (messages.lang(), self.session_untracked()?);
        if shown.digest.lang == lang {
            return None;
        }
        let whole = shown.details.with_untracked(|details| details.here().cloned());
        if let Some(whole) = whole {
            return Session::of_whole(whole, lang).await.ok();
        }
        let digest = session::read_digest(lang).await.ok()?;
        let is_same = digest.checksum == shown.digest.checksum && self.is_shown(&shown);
        is_same.then(|| Arc::new(Session::in_brief(digest, shown.details.clone())))
    }
}
