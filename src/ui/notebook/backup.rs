//! Taking the notes along: the backup, which can be read in again, and other forms for other programs.

use std::sync::Arc;

use atlas_core::notebook::export::{corrections, csv, html, icalendar};
use atlas_core::notebook::{NoteOrder, Record, sort_notes};
use leptos::prelude::*;

use super::desk::Desk;
use super::import::ImportButton;
use super::names::exporter;
use crate::state::atlas::Atlas;
use crate::state::notebook::{NotebookState, today};
use crate::ui::notes::text::day_of;
use crate::ui::words::{say, words};

fn file_name(ending: &str) -> String {
    let day = today().map(|day| day.to_string()).unwrap_or_default();
    format!("ots-atlas-notebook-{day}.{ending}")
}

/// Hands the person everything, the trash included, as a file that can be read in again.
pub(super) fn hand_over_backup(desk: Desk, label: &str) {
    let text = desk.notebook.backup(label);
    if desk.hand_over(&file_name("jsonld"), "application/ld+json", &text) {
        desk.notebook.was_backed_up();
    }
}

#[component]
pub(super) fn BackupButton(
    label_key: &'static str,
    id: &'static str,
    #[prop(optional)] is_main: bool,
) -> impl IntoView {
    let desk = Desk::of_context();
    let label = say("notebook.backup.label");
    let class = if is_main { "button button--main" } else { "button" };
    view! {
        <button type="button" class=class id=id on:click=move |_| hand_over_backup(desk, &label)>
            {say(label_key)}
        </button>
    }
}

#[component]
pub(super) fn Backup() -> impl IntoView {
    let desk = Desk::of_context();
    let notebook = desk.notebook;
    let words = words();
    let last = move || match notebook.meta.get().last_backup {
        Some(at) => words.format("notebook.backup.last", &[("date", &day_of(at))]),
        None => words.text("notebook.backup.never").to_owned(),
    };
    let has_notes = Memo::new(move |_| notebook.with(|book| !book.records().is_empty()));
    let nudge = move || {
        (has_notes.get() && notebook.wants_backup())
            .then(|| view! { <p class="notebook__nudge">{say("notebook.backup.nudge")}</p> })
    };
    view! {
        <section class="notebook__section">
            <h2>{say("notebook.backup.title")}</h2>
            {nudge}
            <p>{last}</p>
            <p class="notebook__actions">
                <BackupButton label_key="notebook.backup.do" id="backup" />
                <ImportButton label_key="notebook.import.open" id="import" />
            </p>
            <p class="notebook__small">{say("notebook.backup.text")}</p>
            <details class="disclosure">
                <summary>{say("notebook.export.title")}</summary>
                <div class="disclosure__body"><Exports /></div>
            </details>
        </section>
    }
}

/// Every note that is not in the trash, last changed first.
fn notes_of(notebook: NotebookState) -> Vec<Arc<Record>> {
    let mut notes: Vec<_> =
        notebook.with_untracked(|book| book.notes().map(|(record, _)| Arc::clone(record)).collect());
    sort_notes(&mut notes, NoteOrder::Modified);
    notes
}

#[component]
fn Exports() -> impl IntoView {
    let desk = Desk::of_context();
    let notebook = desk.notebook;
    let export = exporter(Atlas::of_context());
    let words = words();
    let has_corrections = Memo::new(move |_| {
        let is_one = |content: &atlas_core::notebook::Content| {
            content.correction.is_some() && content.target.partnership().is_some()
        };
        notebook.with(|book| book.notes().any(|(_, content)| is_one(content)))
    });
    let (csv_export, html_export, calendar_export) = (export.clone(), export.clone(), export);
    let (csv_words, html_words) = (Arc::clone(&words), Arc::clone(&words));
    let on_csv = move |_| {
        let notes = notes_of(notebook);
        let text = csv_export(&|names| csv(&notes, &csv_words, names));
        desk.hand_over(&file_name("csv"), "text/csv;charset=utf-8", &text);
    };
    let on_html = move |_| {
        let notes = notes_of(notebook);
        let text = html_export(&|names| html(&notes, &html_words, names));
        desk.hand_over(&file_name("html"), "text/html;charset=utf-8", &text);
    };
    let on_calendar = move |_| {
        let notes = notes_of(notebook);
        let text = calendar_export(&|names| icalendar(&notes, &words, names));
        desk.hand_over(&file_name("ics"), "text/calendar;charset=utf-8", &text);
    };
    let on_corrections = move |_| {
        let text = corrections(&notes_of(notebook));
        desk.hand_over("corrections.json", "application/json", &text);
    };
    let corrections_button = move || {
        has_corrections.get().then(|| {
            view! {
                <button type="button" class="button" id="export-corrections" on:click=on_corrections>
                    {say("notebook.export.corrections")}
                </button>
            }
        })
    };
    view! {
        <p class="notebook__actions">
            <button type="button" class="button" id="export-csv" on:click=on_csv>{say("notebook.export.csv")}</button>
            <button type="button" class="button" id="export-html" on:click=on_html>
                {say("notebook.export.html")}
            </button>
            <button type="button" class="button" id="export-calendar" on:click=on_calendar>
                {say("notebook.export.calendar")}
            </button>
            {corrections_button}
        </p>
        <p class="notebook__small">{say("notebook.export.text")}</p>
    }
}
