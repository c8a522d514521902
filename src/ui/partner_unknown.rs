//! There is no partner with this id: say so, and offer what may have been meant.

use atlas_core::domain::catalogue::{Answer, Query};
use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::PartnershipId;
use leptos::prelude::*;

use super::words::{say, words};
use crate::state::atlas::Atlas;

/// How many partners are offered.
const N_OFFERED: usize = 5;

#[component]
pub(crate) fn PartnerUnknown(id: PartnershipId) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let query = Query { text: id.as_str().replace('-', " "), ..Query::default() };
    let similar = untrack(|| atlas.answer_to(&query));
    let indices: Vec<u32> = similar.iter().flat_map(Answer::all).take(N_OFFERED).collect();
    let offered = atlas.briefs(&indices);
    let offered = (!offered.is_empty()).then(|| {
        let links = offered
            .into_iter()
            .map(|brief| {
                let name = brief.name.get(words.lang()).to_owned();
                let route = Route::Partner(brief.id.clone());
                view! { <li><a href=move || atlas.href_of(route.clone())>{name}</a></li> }
            })
            .collect_view();
        view! { <p>{say("partner.unknown.similar")}</p><ul class="plain-list">{links}</ul> }
    });
    view! {
        <article class="partner">
            <h1 class="partner__title" id="page-title" tabindex="-1">
                {say("partner.unknown.title")}
            </h1>
            <p>{words.format("partner.unknown.text", &[("id", id.as_str())])}</p>
            {offered}
            <p class="partner__actions">
                <a class="button button--main" href=move || atlas.href_of(Route::Explore)>
                    {say("partner.back")}
                </a>
            </p>
        </article>
    }
}
