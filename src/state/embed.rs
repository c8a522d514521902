//! The builder of embeds: what its address says, and what there is to copy from it.

use std::sync::Arc;

use atlas_core::domain::brief::{self, Brief};
use atlas_core::domain::embed::Snippet;
use atlas_core::domain::link::{Draft, FrameView, Link, Route};
use atlas_core::domain::messages::Messages;
use leptos::prelude::*;

use super::atlas::Atlas;
use super::navigation::Step;
use super::session;
use crate::browser::page;

/// Everything that a web team copies, and the attributes of the tag for the preview.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ToCopy {
    pub(crate) tag: String,
    pub(crate) iframe: String,
    pub(crate) plain: String,
    pub(crate) policy: String,
    pub(crate) style: String,
    pub(crate) attributes: Vec<(&'static str, String)>,
}

impl Atlas {
    /// What the builder has chosen so far; none on other pages. Reactive.
    pub(crate) fn draft(self) -> Option<Draft> {
        self.link.with(|link| match &link.route {
            Route::Embed(draft) => Some(draft.clone()),
            _ => None,
        })
    }

    /// Whether what is chosen is for the readers of another site. Reactive.
    pub(crate) fn is_building(self) -> bool {
        self.link.with(|link| matches!(link.route, Route::Embed(_)))
    }

    /// Changes what the builder has chosen. Its history is not worth going back through.
    pub(crate) fn edit_draft(self, change: impl FnOnce(&mut Draft)) {
        let before = self.link.get_untracked();
        let after = before.with_draft(change);
        if after != before {
            self.go(&after, Step::Replace);
        }
    }

    /// The words of the language that the frame is to be in, which come when it is chosen.
    pub(crate) fn frame_words(self) -> Signal<Arc<Messages>> {
        let words = RwSignal::new(self.messages.get_untracked());
        let lang = Memo::new(move |_| {
            let lang = self.draft().and_then(|draft| draft.lang);
            lang.unwrap_or_else(|| self.messages.with(|messages| messages.lang()))
        });
        Effect::new(move || {
            let wanted = lang.get();
            if words.with_untracked(|words| words.lang()) == wanted {
                return;
            }
            leptos::task::spawn_local(async move {
                let (messages, _failure) = session::load_messages(wanted).await;
                // The person may have left the builder, or chosen another language, meanwhile.
                if lang.try_get_untracked() == Some(wanted) {
                    let _gone = words.try_set(messages);
                }
            });
        });
        words.into()
    }

    /// The partnerships that the frame shows and counts.
    fn framed(self, draft: &Draft) -> Vec<Arc<Brief>> {
        let partner = draft.frame.partner.as_ref().filter(|_| draft.frame.view == FrameView::Partner);
        match partner {
            Some(id) => self.all_briefs().into_iter().filter(|brief| brief.id == *id).collect(),
            None => self.answer.get().map(|answer| self.briefs(&answer.counted.to_vec())).unwrap_or_default(),
        }
    }

    /// Every record, in the order of the data set.
    pub(crate) fn all_briefs(self) -> Vec<Arc<Brief>> {
        self.shown
            .with(|shown| shown.as_ref().map(|session| session.digest.briefs.clone()).unwrap_or_default())
    }

    /// The full address of this site, which ends in a slash.
    pub(crate) fn site_url(self) -> String {
        format!("{}{}", page::origin(), self.base.with_value(String::clone))
    }

    /// The address of the doctor, which is a page without the app.
    pub(crate) fn doctor_href(self) -> String {
        let link = Link::new(self.link.read().lang, Route::Doctor);
        self.base.with_value(|base| link.href(base))
    }

    /// What there is to copy; none outside the builder. Reactive.
    pub(crate) fn to_copy(self, words: &Messages) -> Option<ToCopy> {
        let draft = self.draft()?;
        let link = draft.link(&self.link.read());
        let briefs = self.framed(&draft);
        let partners: Vec<_> =
            briefs.iter().map(|brief| (brief.id.clone(), brief.name.get(words.lang()).to_owned())).collect();
        let edition = self.shown.with(|shown| shown.as_ref().ok().and_then(|it| it.digest.edition.clone()));
        let snippet = Snippet {
            site: &self.site_url(),
            link: &link,
            height: draft.height_or_default(),
            words,
            partners: &partners,
            count: &brief::count_in_words(&briefs, words),
            edition: edition.as_ref(),
        };
        Some(ToCopy {
            tag: snippet.tag(),
            iframe: snippet.iframe(),
            plain: snippet.plain(),
            policy: snippet.policy(),
            style: snippet.style(),
            attributes: snippet.attributes(),
        })
    }
}
