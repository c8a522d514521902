//! The data to take along, and a checker for who edits it.

use std::sync::Arc;

use atlas_core::domain::check::Problem;
use atlas_core::domain::export::{csv, geojson};
use atlas_core::domain::link::Route;
use atlas_core::domain::messages::Messages;
use atlas_core::domain::partnership::Partnership;
use leptos::prelude::*;

use crate::browser::files;
use crate::state::atlas::Atlas;
use crate::state::session::{DataFailure, Whole};
use crate::ui::details::whole;
use crate::ui::words::{say, words};

/// The data set as it is, and the current result as table and map layer.
#[component]
pub(crate) fn Downloads(whole: Arc<Whole>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let has_failed = RwSignal::new(false);
    let result = move |whole: &Whole| {
        let Some(answer) = atlas.answer.get_untracked() else { return Vec::new() };
        let indices = answer.all().into_iter();
        indices.filter_map(|idx| whole.dataset.partnerships.get(idx as usize).cloned()).collect::<Vec<_>>()
    };
    let address_of = move |it: &Partnership| atlas.canonical_url(Route::Partner(it.id.clone()));
    let n_result = move || atlas.answer.get().map_or(0, |it| it.n_all());
    let (json_whole, map_whole, csv_whole) = (Arc::clone(&whole), Arc::clone(&whole), Arc::clone(&whole));
    let (csv_words, map_words) = (Arc::clone(&words), Arc::clone(&words));
    let on_json = move |_| {
        let is_done = files::download("partnerships.json", "application/json", &json_whole.json);
        has_failed.set(!is_done);
    };
    let on_csv = move |_| {
        let text = csv(&result(&csv_whole), &csv_words, address_of);
        has_failed.set(!files::download("partnerships.csv", "text/csv;charset=utf-8", &text));
    };
    let on_geojson = move |_| {
        let text = geojson(&result(&map_whole), &map_whole.dataset, &map_words, address_of);
        has_failed.set(!files::download("partnerships.geojson", "application/geo+json", &text));
    };
    let licence = whole.dataset.settings.licence.clone().map(|licence| {
        let name = match licence.url {
            Some(url) => view! { <a href=url rel="external license">{licence.name}</a> }.into_any(),
            None => licence.name.into_any(),
        };
        view! { <p>{say("about.data.licence")}" "{name}</p> }
    });
    let count_words = Arc::clone(&words);
    let failed = say("about.data.failed");
    view! {
        <p>{say("about.data.text")}</p>
        {licence}
        <p>{move || count_words.count("about.data.filtered", n_result() as u64, &[])}</p>
        <p class="partner__actions">
            <button type="button" class="button" on:click=on_csv>{say("about.data.csv")}</button>
            <button type="button" class="button" on:click=on_geojson>
                {say("about.data.geojson")}
            </button>
            <button type="button" class="button" on:click=on_json>{say("about.data.json")}</button>
            <a class="button" href=atlas.site_file("data/partnerships.schema.json") download="partnerships.schema.json">
                {say("about.data.schema")}
            </a>
        </p>
        <p role="status">{move || has_failed.get().then(|| failed.clone())}</p>
    }
}

/// Opens a data file of the person's own: lists every problem and shows the file in this tab only.
#[component]
pub(crate) fn DataCheck() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let shown_words = Arc::clone(&words);
    let shown = move || whole().map(|whole| result_of_check(&whole, &shown_words));
    let outcome = RwSignal::new(None::<String>);
    let input = NodeRef::<leptos::html::Input>::new();
    let check_words = Arc::clone(&words);
    let on_change = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let check_words = Arc::clone(&check_words);
        leptos::task::spawn_local(async move {
            let Some(file) = files::chosen_file(input).await else { return };
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            if let Err(DataFailure::NotReadable(problem)) = atlas.preview(file.name.clone(), text).await {
                // The person may have left the page meanwhile.
                let _gone = outcome.try_set(Some(unreadable(&file.name, &problem, &check_words)));
            }
        });
    };
    view! {
        <h2 id="check" tabindex="-1">{say("about.check")}</h2>
        <p>{say("about.check.text")}</p>
        <p class="partner__actions">
            <label class="button file-button">
                {say("about.check.open")}
                <input type="file" id="data-file" accept=".json,application/json" node_ref=input on:change=on_change />
            </label>
        </p>
        <p role="status">{move || outcome.get()}</p>
        {shown}
    }
}

/// What is wrong in the data file that is shown. Of a file without problems only a person's own is told of.
fn result_of_check(whole: &Whole, words: &Messages) -> Option<AnyView> {
    let file = whole.preview_of.as_ref();
    if whole.problems.is_empty() {
        let flawless = words.format("about.check.none", &[("file", file?)]);
        return Some(view! { <p role="status">{flawless}</p> }.into_any());
    }
    let heading = match file {
        None => say("about.check.problems"),
        Some(file) => outcome_text(whole, file, words),
    };
    Some(view! { <h3>{heading}</h3><ProblemList problems=whole.problems.clone() /> }.into_any())
}

fn outcome_text(whole: &Whole, file: &str, words: &Messages) -> String {
    let m = words.number(whole.n_left_out as u64);
    words.count("about.check.some", whole.problems.len() as u64, &[("file", file), ("m", &m)])
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
