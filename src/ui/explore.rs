//! The map with what stands beside it: the list, or a partner's page. The map stays while the two change.

use atlas_core::domain::partnership::PartnershipId;
use leptos::prelude::*;

use super::filters::Filters;
use super::live::{in_turn, live};
use super::map::MapView;
use super::part::{Later, LaterPage};
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
                {in_turn(move || live(panel).into_any())}
                <p class="explore__disclaimer">
                    {say("disclaimer.short")}" "{say("disclaimer.credit")}
                </p>
            </div>
            {in_turn(|| view! { <MapView /> }.into_any())}
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
    let session = session();
    let brief = session.as_ref().and_then(|session| session.digest.brief(&id).cloned());
    if let Some(brief) = brief {
        return view! { <Later page=LaterPage::Partner(brief) /> }.into_any();
    }
    // The data file may have a record that came after its digest was made.
    let is_awaited = Memo::new(move |_| session.as_ref().is_some_and(|it| it.details.read().are_awaited()));
    let unknown = live(move || {
        if is_awaited.get() {
            view! {
                <article class="page">
                    <h1 id="page-title" tabindex="-1">{say("details.awaited")}</h1>
                </article>
            }
            .into_any()
        } else {
            view! { <Later page=LaterPage::PartnerUnknown(id.clone()) /> }.into_any()
        }
    });
    unknown.into_any()
}
