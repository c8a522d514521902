//! The result: how many, in what order, and the rows; what is no partnership stands under headings of its own.

use atlas_core::domain::catalogue::{FacetValue, Sort};
use atlas_core::domain::region::RegionCode;
use atlas_core::domain::vocabulary::{Listing, Vocabulary as _};
use leptos::prelude::*;

use super::icon::{Icon, IconView};
use super::live::{live, live_if};
use super::part::{Later, LaterPage};
use super::record_list::RecordList;
use super::words::{say, words};
use crate::state::atlas::{Atlas, session};

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
    let counted = Memo::new(move |_| atlas.indices(Listing::Counted));
    let is_empty = Memo::new(move |_| counted.read().is_empty());
    let others = Listing::ALL
        .iter()
        .filter(|listing| **listing != Listing::Counted)
        .map(|&listing| view! { <OtherRecords listing /> })
        .collect_view();
    view! {
        {live_if(move || is_empty.get().then(|| view! { <Later page=LaterPage::EmptyResult /> }.into_any()))}
        <RecordList indices=counted label=say("list.label") id="list" />
        {others}
    }
}

/// Records that are no partnerships of the OTS, under the heading of their listing.
#[component]
fn OtherRecords(listing: Listing) -> impl IntoView {
    let atlas = Atlas::of_context();
    let heading = say(&format!("listing.{}.heading", listing.code()));
    let about = say(&format!("listing.{}.meaning", listing.code()));
    let indices = Memo::new(move |_| atlas.indices(listing));
    let has_any = Memo::new(move |_| !indices.read().is_empty());
    live_if(move || {
        has_any.get().then(|| {
            view! {
                <h2 class="partnership-list__heading">{heading.clone()}</h2>
                <p class="partnership-list__about">{about.clone()}</p>
                <RecordList indices label=heading.clone() id=listing.code() />
            }
            .into_any()
        })
    })
}
