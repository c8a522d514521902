//! What the atlas is, how it was made, and what a person can take from it.

mod data;
mod ots;

use std::collections::BTreeSet;

use atlas_core::domain::vocabulary::{Evidence, Stage, Vocabulary};
use leptos::prelude::*;

use super::glyph::StageGlyph;
use super::words::words;
use crate::state::atlas::session;
use data::{DataCheck, Downloads};
use ots::OtsContext;

#[component]
pub(crate) fn About() -> impl IntoView {
    let words = words();
    let text = move |key: &str| super::words::words().text(key).to_owned();
    let credits = [
        "about.credits.natural-earth",
        "about.credits.geonames",
        "about.credits.cldr",
        "about.credits.font",
        "about.credits.icons",
        "about.credits.code",
    ]
    .map(|key| view! { <li>{text(key)}</li> })
    .collect_view();
    view! {
        <article class="page">
            <h1 id="page-title" tabindex="-1">{text("about.title")}</h1>
            <p class="lead">{text("about.lead")}</p>
            <p>{numbers()}</p>
            <h2>{text("about.method")}</h2>
            <p>{text("about.method.text")}</p>
            <h3>{text("about.counting")}</h3>
            <p>{text("about.counting.text")}</p>
            <h3>{text("about.regions")}</h3>
            <p>{text("about.regions.text")}</p>
            <h3>{text("about.links")}</h3>
            <p>{text("about.links.text")}</p>
            <h2 id="evidence">{text("about.evidence")}</h2>
            <Meanings values=Evidence::ALL />
            <h2>{text("about.stages")}</h2>
            <StageMeanings />
            <OtsContext />
            <h2 id="data">{text("about.data")}</h2>
            <Downloads />
            <DataCheck />
            <h2>{text("about.disclaimer")}</h2>
            <p>{text("disclaimer.full")}</p>
            <h2>{text("about.accessibility")}</h2>
            <p>{text("about.accessibility.text")}</p>
            <h2>{text("about.privacy")}</h2>
            <p>{text("about.privacy.text")}</p>
            <h2>{text("about.credits")}</h2>
            <p>{text("about.credits.text")}</p>
            <ul class="plain-list">{credits}</ul>
            <p>
                {words.text("about.code-licence").to_owned()}
                " "
                <a href=site_file("NOTICES.txt") rel="external">{text("about.notices")}</a>
            </p>
        </article>
    }
}

/// The address of a file of this site.
fn site_file(path: &str) -> String {
    format!("{}{path}", crate::browser::boot::base_path())
}

/// How much this edition holds.
fn numbers() -> Option<String> {
    let words = words();
    let session = session()?;
    let edition = session.dataset.edition.as_ref()?;
    let milestones = session.dataset.partnerships.iter().flat_map(|partnership| &partnership.milestones);
    let n_milestones = milestones.clone().count();
    let sources: BTreeSet<&str> =
        milestones.flat_map(|milestone| &milestone.sources).map(|source| source.id.as_str()).collect();
    Some(words.format(
        "about.numbers",
        &[
            ("edition", &edition.number),
            ("date", &words.date(Some(&edition.date))),
            ("n", &words.number(session.dataset.n_counted() as u64)),
            ("m", &words.number(n_milestones as u64)),
            ("s", &words.number(sources.len() as u64)),
        ],
    ))
}

/// A vocabulary with what its values mean.
#[component]
fn Meanings<V: Vocabulary + Send + Sync>(values: &'static [V]) -> impl IntoView {
    let words = words();
    let rows = values
        .iter()
        .map(|value| {
            let label = words.text(&value.message_key()).to_owned();
            let meaning = words.text(&format!("{}.meaning", value.message_key())).to_owned();
            view! { <div><dt>{label}</dt><dd>{meaning}</dd></div> }
        })
        .collect_view();
    view! { <dl class="definition-list">{rows}</dl> }
}

#[component]
fn StageMeanings() -> impl IntoView {
    let words = words();
    let rows = Stage::ALL
        .iter()
        .map(|&stage| {
            let label = words.text(&stage.message_key()).to_owned();
            let meaning = words.text(&format!("{}.meaning", stage.message_key())).to_owned();
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
