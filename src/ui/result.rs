//! The result: how many, in what order, and the rows; what is no partnership stands under headings of its own.

use std::sync::Arc;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::catalogue::{FacetValue, Sort};
use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::PartnershipId;
use atlas_core::domain::region::RegionCode;
use atlas_core::domain::vocabulary::{Listing, Vocabulary as _};
use leptos::prelude::*;

use super::icon::{Icon, IconView};
use super::live::{live, live_if};
use super::part::{Later, LaterPage};
use super::partnership_row::PartnershipRow;
use super::words::{say, words};
use crate::state::atlas::{Atlas, session};

/// The id of a partner's row in the list.
pub(crate) fn row_id(id: &PartnershipId) -> String {
    format!("row-{id}")
}

#[component]
pub(crate) fn ResultBar() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let n_all = session().map_or(0, |session| session.digest.n_counted());
    let n_counted = Memo::new(move |_| atlas.answer.get().map_or(0, |answer| answer.counted.len()));
    let count_words = words.clone();
    let count = live(move || {
        let n = n_counted.get();
        let text = count_words.count("count.partnerships", n as u64, &[]);
        let rest = (n != n_all).then(|| {
            format!(" {}", count_words.format("count.of", &[("n", &count_words.number(n_all as u64))]))
        });
        view! { <strong>{text}</strong><span class="result-bar__rest">{rest}</span> }.into_any()
    });
    let worldwide_words = words.clone();
    let worldwide = live_if(move || {
        let n = atlas.answer.get().map_or(0, |answer| answer.n_also_worldwide());
        let value = FacetValue::works_in(RegionCode::WORLDWIDE);
        (n > 0).then(|| {
            view! {
                <button type="button" class="button button--quiet" on:click=move |_| atlas.toggle(value)>
                    {worldwide_words.count("count.worldwide", u64::from(n), &[])}
                </button>
            }
            .into_any()
        })
    });
    let options = [
        (Sort::Newest, "sort.newest"),
        (Sort::Relevance, "sort.relevance"),
        (Sort::Name, "sort.name"),
    ]
    .map(|(sort, key)| {
        let label = say(key);
        view! {
            <option value=sort.code() selected=move || atlas.view().sort_or_default() == sort>{label}</option>
        }
    })
    .collect_view();
    let on_sort = move |event| {
        if let Some(sort) = Sort::from_code(&event_target_value(&event)) {
            atlas.sort_by(sort);
        }
    };
    view! {
        <div class="result-bar">
            <p class="result-bar__count" id="count" role="status">{count}</p>
            <span class="select select--quiet no-print">
                <select
                    id="sort"
                    aria-label=say("sort.label")
                    prop:value=move || atlas.view().sort_or_default().code()
                    on:change=on_sort
                >
                    {options}
                </select>
                <IconView icon=Icon::ChevronDown size_px=14 />
            </span>
            {worldwide}
        </div>
    }
}

#[component]
pub(crate) fn ResultList() -> impl IntoView {
    let atlas = Atlas::of_context();
    let counted =
        Memo::new(move |_| atlas.answer.get().map(|it| atlas.briefs(&it.counted)).unwrap_or_default());
    let is_empty = Memo::new(move |_| atlas.answer.get().is_none_or(|answer| answer.counted.is_empty()));
    let others = Listing::ALL
        .iter()
        .filter(|listing| **listing != Listing::Counted)
        .map(|&listing| view! { <OtherRecords listing /> })
        .collect_view();
    view! {
        {live_if(move || is_empty.get().then(|| view! { <Later page=LaterPage::EmptyResult /> }.into_any()))}
        <ol id="list" aria-label=say("list.label")>
            <Rows briefs=counted />
        </ol>
        {others}
    }
}

/// Records that are no partnerships of the OTS, under the heading of their listing.
#[component]
fn OtherRecords(listing: Listing) -> impl IntoView {
    let atlas = Atlas::of_context();
    let records = Memo::new(move |_| {
        let others = atlas.answer.get().map(|answer| atlas.briefs(&answer.others)).unwrap_or_default();
        others.into_iter().filter(|it| it.listing == listing).collect::<Vec<_>>()
    });
    let heading = say(&format!("listing.{}.heading", listing.code()));
    let about = say(&format!("listing.{}.meaning", listing.code()));
    let has_any = Memo::new(move |_| !records.read().is_empty());
    live_if(move || {
        has_any.get().then(|| {
            view! {
                <h2 class="partnership-list__heading">{heading.clone()}</h2>
                <p class="partnership-list__about">{about.clone()}</p>
                <ol aria-label=heading.clone()>
                    <Rows briefs=records />
                </ol>
            }
            .into_any()
        })
    })
}

#[component]
fn Rows(briefs: Memo<Vec<Arc<Brief>>>) -> impl IntoView {
    view! {
        <For each=move || briefs.get() key=|brief| brief.id.to_string() let:brief>
            <Row brief />
        </For>
    }
}

#[component]
fn Row(brief: Arc<Brief>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let id = brief.id.clone();
    let href = {
        let id = id.clone();
        Signal::derive(move || atlas.href_of(Route::Partner(id.clone())))
    };
    let on_highlight = atlas.highlighter(&brief);
    let row_id = row_id(&id);
    let is_highlighted = Signal::derive(move || atlas.is_highlighted(&id));
    view! {
        <li>
            <PartnershipRow brief href id=row_id is_current=false is_highlighted on_highlight />
        </li>
    }
}
