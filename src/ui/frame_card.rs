//! One partner on a card, for a frame: what the relation is, and what happened last, with its sources.

use std::sync::Arc;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::link::Route;
use leptos::prelude::*;

use super::details::with_details;
use super::part::{Later, LaterPage};
use super::partner::{PartnerFacts, StageLine};
use super::timeline::Timeline;
use super::words::{DataText, say};
use crate::state::atlas::Atlas;

/// How many milestones a card has room for.
const N_MILESTONES: usize = 3;

#[component]
pub(crate) fn FrameCard(brief: Arc<Brief>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let id = brief.id.clone();
    let route = Route::Partner(id.clone());
    let has_notes = Memo::new(move |_| atlas.frame().is_some_and(|frame| frame.has_notes));
    let details = with_details(
        move |whole| {
            let Some(partnership) = whole.dataset.partnership(&id).cloned() else { return ().into_any() };
            let milestones: Vec<_> = partnership.milestones.iter().take(N_MILESTONES).cloned().collect();
            let lead = partnership
                .summary
                .clone()
                .map(|summary| view! { <p class="partner__lead"><DataText text=summary /></p> });
            view! {
                {lead}
                <section class="partner__section">
                    <h2>{say("partner.timeline")}</h2>
                    <Timeline partnership=id.clone() milestones />
                </section>
                {move || has_notes.get().then(|| view! { <Later page=LaterPage::FrameNotes(Arc::clone(&partnership)) /> })}
            }
            .into_any()
        },
        || ().into_any(),
    );
    view! {
        <article class="frame__card">
            <h1 class="partner__title" id="page-title" tabindex="-1">
                <a href=move || atlas.href_of(route.clone())><DataText text=brief.name.clone() /></a>
            </h1>
            <PartnerFacts brief=Arc::clone(&brief) />
            <StageLine brief />
            {details}
        </article>
    }
}
