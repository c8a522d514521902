//! The data to take along, and a checker for who edits it.

use std::sync::Arc;

use atlas_core::domain::check::Problem;
use atlas_core::domain::export::{csv, geojson};
use atlas_core::domain::link::Route;
use atlas_core::domain::messages::Messages;
use atlas_core::domain::partnership::Partnership;
use leptos::prelude::*;

use crate::browser::files;
use crate::state::atlas::{Atlas, session};
use crate::state::session::Session;
use crate::ui::words::{say, words};

/// The data set as it is, and the current result as table and map layer.
#[component]
pub(crate) fn Downloads() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let session = session()?;
    let has_failed = RwSignal::new(false);
    let result = move || {
        let answer = atlas.answer.get_untracked()?;
        let indices: Vec<u32> = answer.counted.iter().chain(&answer.others).copied().collect();
        Some(atlas.partnerships(&indices))
    };
    let address_of = move |it: &Partnership| atlas.canonical_url(Route::Partner(it.id.clone()));
    let n_result = move || atlas.answer.get().map_or(0, |it| it.counted.len() + it.others.len());
    let (json_session, map_session) = (Arc::clone(&session), Arc::clone(&session));
    let (csv_words, map_words) = (Arc::clone(&words), Arc::clone(&words));
    let on_json = move |_| {
        let is_done = files::download("partnerships.json", "application/json", &json_session.json);
        has_failed.set(!is_done);
    };
    let on_csv = move |_| {
        let text = csv(&result().unwrap_or_default(), &csv_words, address_of);
        has_failed.set(!files::download("partnerships.csv", "text/csv;charset=utf-8", &text));
    };
    let on_geojson = move |_| {
        let text = geojson(&result().unwrap_or_default(), &map_session.dataset, &map_words, address_of);
        has_failed.set(!files::download("partnerships.geojson", "application/geo+json", &text));
    };
    let licence = session.dataset.settings.licence.clone().map(|licence| {
        let name = match licence.url {
            Some(url) => view! { <a href=url rel="external license">{licence.name}</a> }.into_any(),
            None => licence.name.into_any(),
        };
        view! { <p>{say("about.data.licence")}" "{name}</p> }
    });
    let count_words = Arc::clone(&words);
    let failed = say("about.data.failed");
    Some(view! {
        <p>{say("about.data.text")}</p>
        {licence}
        <p>{move || count_words.count("about.data.filtered", n_result() as u64, &[])}</p>
        <p class="partner__actions">
            <button type="button" class="button" on:click=on_csv>{say("about.data.csv")}</button>
            <button type="button" class="button" on:click=on_geojson>
                {say("about.data.geojson")}
            </button>
            <button type="button" class="button" on:click=on_json>{say("about.data.json")}</button>
            <a class="button" href=super::site_file("data/partnerships.schema.json") download="partnerships.schema.json">
                {say("about.data.schema")}
            </a>
        </p>
        <p role="status">{move || has_failed.get().then(|| failed.clone())}</p>
    })
}

/// Opens a data file of the person's own: lists every problem and shows the file in this tab only.
#[component]
pub(crate) fn DataCheck() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let session = session()?;
    let published = (!session.problems.is_empty()).then(|| {
        let heading = match &session.preview_of {
            None => say("about.check.problems"),
            Some(file) => outcome_text(&session, file, &words),
        };
        view! { <h3>{heading}</h3><ProblemList problems=session.problems.clone() /> }
    });
    let flawless = session.preview_of.as_ref().filter(|_| session.problems.is_empty());
    let flawless = flawless
        .map(|file| view! { <p role="status">{words.format("about.check.none", &[("file", file)])}</p> });
    let outcome = RwSignal::new(None::<String>);
    let input = NodeRef::<leptos::html::Input>::new();
    let check_words = Arc::clone(&words);
    let on_change = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let check_words = Arc::clone(&check_words);
        leptos::task::spawn_local(async move {
            let Some(file) = files::chosen_file(input).await else { return };
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            match Session::read(text, Some(file.name.clone())) {
                Ok(session) => atlas.shown.set(Ok(Arc::new(session))),
                Err(problem) => drop(outcome.try_set(Some(unreadable(&file.name, &problem, &check_words)))),
            }
        });
    };
    Some(view! {
        <h2 id="check" tabindex="-1">{say("about.check")}</h2>
        <p>{say("about.check.text")}</p>
        <p class="partner__actions">
            <label class="button file-button">
                {say("about.check.open")}
                <input type="file" id="data-file" accept=".json,application/json" node_ref=input on:change=on_change />
            </label>
        </p>
        <p role="status">{move || outcome.get()}</p>
        {flawless}
        {published}
    })
}

fn outcome_text(session: &Session, file: &str, words: &Messages) -> String {
    let m = words.number(session.n_left_out as u64);
    words.count("about.check.some", session.problems.len() as u64, &[("file", file), ("m", &m)])
}

fn unreadable(file: &str, problem: &Problem, words: &Messages) -> String {
    let sentence = problem.kind.sentence(words);
    words.format("about.check.unreadable", &[("file", file), ("problem", &sentence)])
}

/// Every problem with its place, its value and what to do.
#[component]
fn ProblemList(problems: Vec<Problem>) -> impl IntoView {
    let words = words();
    let rows = problems
        .into_iter()
        .map(|problem| {
            let place = problem.place();
            let place = if place.is_empty() { say("problem.whole-file") } else { place };
            let value = (!problem.value.is_empty()).then(|| format!("“{}” ", problem.value));
            view! { <li><code>{place}</code><br />{value}{problem.kind.sentence(&words)}</li> }
        })
        .collect_view();
    (!rows.is_empty()).then(|| view! { <ol class="problem-list">{rows}</ol> })
}
