//! What the atlas is, how it was made, and what a person can take from it.

mod data;
mod ots;

use std::collections::BTreeSet;
use std::sync::Arc;

use atlas_core::domain::dataset::Dataset;
use atlas_core::domain::link::Route;
use atlas_core::domain::vocabulary::{Evidence, Stage, Vocabulary};
use leptos::prelude::*;

use super::details::{whole, with_details};
use super::glyph::StageGlyph;
use super::words::{say, words};
use crate::state::atlas::Atlas;
use data::{DataCheck, Downloads};
use ots::OtsContext;

#[component]
pub(crate) fn About() -> impl IntoView {
    let atlas = Atlas::of_context();
    let credits = [
        "about.credits.natural-earth",
        "about.credits.geonames",
        "about.credits.cldr",
        "about.credits.font",
        "about.credits.icons",
        "about.credits.code",
    ]
    .map(|key| view! { <li>{say(key)}</li> })
    .collect_view();
    let details = with_details(
        |whole| {
            view! {
                <OtsContext whole=Arc::clone(&whole) />
                <h2 id="data">{say("about.data")}</h2>
                <Downloads whole />
            }
            .into_any()
        },
        || ().into_any(),
    );
    view! {
        <article class="page">
            <h1 id="page-title" tabindex="-1">{say("about.title")}</h1>
            <p class="lead">{say("about.lead")}</p>
            <p>{move || whole().and_then(|whole| numbers(&whole.dataset))}</p>
            <h2>{say("about.method")}</h2>
            <p>{say("about.method.text")}</p>
            <h3>{say("about.counting")}</h3>
            <p>{say("about.counting.text")}</p>
            <h3>{say("about.regions")}</h3>
            <p>{say("about.regions.text")}</p>
            <h3>{say("about.links")}</h3>
            <p>{say("about.links.text")}</p>
            <h2 id="evidence">{say("about.evidence")}</h2>
            <Meanings values=Evidence::ALL />
            <h2>{say("about.stages")}</h2>
            <StageMeanings />
            {details}
            <DataCheck />
            <h2>{say("about.disclaimer")}</h2>
            <p>{say("disclaimer.full")}</p>
            <h2 id="embed">{say("about.embed")}</h2>
            <p>
                {say("about.embed.text")} " "
                <a href=move || atlas.href_of(Route::embed(atlas.link.read().lang))>{say("about.embed.link")}</a>
            </p>
            <h2>{say("about.accessibility")}</h2>
            <p>{say("about.accessibility.text")}</p>
            <h2>{say("about.privacy")}</h2>
            <p>{say("about.privacy.text")}</p>
            <h2>{say("about.credits")}</h2>
            <p>{say("about.credits.text")}</p>
            <ul class="plain-list">{credits}</ul>
            <p>
                {say("about.code-licence")}
                " "
                <a href=atlas.site_file("NOTICES.txt") rel="external">{say("about.notices")}</a>
            </p>
        </article>
    }
}

/// How much this edition holds.
fn numbers(dataset: &Dataset) -> Option<String> {
    let words = words();
    let edition = dataset.edition.as_ref()?;
    let milestones = dataset.partnerships.iter().flat_map(|partnership| &partnership.milestones);
    let n_milestones = milestones.clone().count();
    // Not collected: that sorts, with a copy of the standard sort of its own.
    let mut sources = BTreeSet::new();
    for source in milestones.flat_map(|milestone| &milestone.sources) {
        sources.insert(source.id.clone());
    }
    Some(words.format(
        "about.numbers",
        &[
            ("edition", &edition.number),
            ("date", &words.date(Some(&edition.date))),
            ("n", &words.number(dataset.n_counted() as u64)),
            ("m", &words.number(n_milestones as u64)),
            ("s", &words.number(sources.len() as u64)),
        ],
    ))
}

/// A vocabulary with what its values mean.
#[component]
fn Meanings<V: Vocabulary + Send + Sync>(values: &'static [V]) -> impl IntoView {
    let rows = values
        .iter()
        .map(|value| {
            let label = say(&value.message_key());
            let meaning = say(&format!("{}.meaning", value.message_key()));
            view! { <div><dt>{label}</dt><dd>{meaning}</dd></div> }
        })
        .collect_view();
    view! { <dl class="definition-list">{rows}</dl> }
}

#[component]
fn StageMeanings() -> impl IntoView {
    let rows = Stage::ALL
        .iter()
        .map(|&stage| {
            let label = say(&stage.message_key());
            let meaning = say(&format!("{}.meaning", stage.message_key()));
            view! {
                <div>
                    <dt class="stage-term"><StageGlyph stage=Some(stage) size_px=18 />{label}</dt>
                    <dd>{meaning}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="definition-list">{rows}</dl> }
}
