//! The map with what stands beside it: the list, or a partner's page. The map stays while the two change.

use atlas_core::domain::partnership::PartnershipId;
use leptos::prelude::*;

use super::filters::Filters;
use super::map::MapView;
use super::part::{Later, LaterPage};
use super::partner_unknown::PartnerUnknown;
use super::result::{ResultBar, ResultList};
use super::words::say;
use crate::state::atlas::{Atlas, session};

#[component]
pub(crate) fn Explore() -> impl IntoView {
    let atlas = Atlas::of_context();
    let panel = move || match atlas.open_id.get() {
        None => view! { <ListPanel /> }.into_any(),
        Some(id) => view! { <PartnerPanel id /> }.into_any(),
    };
    view! {
        <div class="explore" data-page=move || if atlas.open_id.get().is_some() { "partner" } else { "list" }>
            <div class="explore__panel">
                {panel}
                <p class="explore__disclaimer">
                    {say("disclaimer.short")}" "{say("disclaimer.credit")}
                </p>
            </div>
            <MapView />
        </div>
    }
}

#[component]
fn ListPanel() -> impl IntoView {
    view! {
        <h1 class="visually-hidden" id="page-title" tabindex="-1">{say("explore.title")}</h1>
        <Filters />
        <ResultBar />
        <ResultList />
    }
}

#[component]
fn PartnerPanel(id: PartnershipId) -> impl IntoView {
    let partnership = session().and_then(|session| session.dataset.partnership(&id).cloned());
    match partnership {
        Some(partnership) => view! { <Later page=LaterPage::Partner(partnership) /> }.into_any(),
        None => view! { <PartnerUnknown id /> }.into_any(),
    }
}
