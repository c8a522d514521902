//! The brief as it will print: marked on every page, with the sources numbered at its end.

use std::sync::Arc;

use atlas_core::domain::edtf::EdtfDate;
use atlas_core::domain::meeting_brief::n_shown;
use atlas_core::domain::partnership::{Partnership, Source};
use leptos::prelude::*;

use super::Plan;
use super::record::RecordView;
use crate::state::notebook::today;
use crate::state::session::Whole;
use crate::ui::source_view::SourceView;
use crate::ui::words::{say, words};

/// The sources of a brief, each once, in the order in which they are named.
#[derive(Clone, Copy)]
pub(super) struct Numbered(StoredValue<Vec<Arc<Source>>>);

impl Numbered {
    /// The number of a source, from 1.
    fn number(self, source: &Arc<Source>) -> usize {
        let known = self.0.with_value(|all| all.iter().position(|it| it.id == source.id));
        known.map_or_else(
            || {
                self.0.update_value(|all| all.push(Arc::clone(source)));
                self.0.with_value(Vec::len)
            },
            |idx| idx + 1,
        )
    }

    /// The numbers of some sources, as `[1, 3]`; nothing for none.
    pub(super) fn marks(self, sources: &[Arc<Source>]) -> String {
        if sources.is_empty() {
            return String::new();
        }
        let numbers: Vec<_> = sources.iter().map(|source| self.number(source).to_string()).collect();
        format!(" [{}]", numbers.join(", "))
    }
}

/// One table, because only the head of a table is printed anew on every page.
#[component]
pub(super) fn PrintOut(plan: Plan, whole: Arc<Whole>) -> impl IntoView {
    let dataset = Arc::clone(&whole);
    let body = move || {
        let picked: Vec<Arc<Partnership>> = plan
            .picked
            .with(|picked| picked.iter().filter_map(|id| dataset.dataset.partnership(id).cloned()).collect());
        let sources = Numbered(StoredValue::new(Vec::new()));
        let has_notes = plan.has_notes.get();
        let n_all: Vec<usize> = picked.iter().map(|it| it.milestones.len()).collect();
        let n_shown = if plan.is_whole.get() { n_all } else { n_shown(&n_all) };
        let records = picked
            .into_iter()
            .zip(n_shown)
            .map(|(partnership, n_milestones)| {
                let notes = if has_notes {
                    plan.notebook.with(|book| book.notes_of(partnership.id.as_str()))
                } else {
                    Vec::new()
                };
                view! { <RecordView partnership n_milestones notes sources /> }.into_any()
            })
            .collect_view();
        view! { {records}<SourcesView sources /> }
    };
    view! {
        <table class="brief" role="presentation">
            <thead>
                <tr>
                    <td><Head plan /></td>
                </tr>
            </thead>
            <tbody>
                <tr>
                    <td>
                        <Title plan />
                        {body}
                        <Foot whole />
                    </td>
                </tr>
            </tbody>
        </table>
    }
}

fn title_of(plan: Plan) -> String {
    let title = plan.title.get();
    if title.trim().is_empty() { say("meeting-brief.untitled") } else { title }
}

/// What is said at the top of every page.
#[component]
fn Head(plan: Plan) -> impl IntoView {
    view! {
        <p class="brief__mark">
            <strong>{move || say(plan.marking().key())}</strong>
            <span dir="auto">{move || title_of(plan)}</span>
        </p>
    }
}

#[component]
fn Title(plan: Plan) -> impl IntoView {
    let words = words();
    let date = move || {
        let date = EdtfDate::parse(&plan.date.get()).ok()?;
        Some(view! { <p class="brief__date">{words.date(Some(&date))}</p> })
    };
    view! { <h2 class="brief__title" dir="auto">{move || title_of(plan)}</h2>{date} }
}

/// To be drawn after everything that names a source.
#[component]
fn SourcesView(sources: Numbered) -> impl IntoView {
    let rows = sources
        .0
        .get_value()
        .into_iter()
        .map(|source| {
            let address = source.link().map(|url| {
                let shown = url.trim_start_matches("https://").trim_end_matches('/').to_owned();
                view! { " "<span class="brief__address">{shown}</span> }
            });
            view! { <li><SourceView source />{address}</li> }
        })
        .collect_view();
    view! {
        <section class="brief__sources">
            <h3>{say("meeting-brief.sources")}</h3>
            <ol>{rows}</ol>
        </section>
    }
}

/// The edition, the day of printing, and what the names on it do not mean.
#[component]
fn Foot(whole: Arc<Whole>) -> impl IntoView {
    let words = words();
    let edition = whole.dataset.edition.as_ref().map(|edition| {
        let today = today().map(|day| words.date(Some(&day.date()))).unwrap_or_default();
        words.format(
            "meeting-brief.edition",
            &[
                ("app", words.text("app.name")),
                ("edition", &edition.number),
                ("date", &words.date(Some(&edition.date))),
                ("today", &today),
            ],
        )
    });
    view! {
        <footer class="brief__foot">
            <p>{edition}</p>
            <p>{say("meeting-brief.disclaimer")}</p>
        </footer>
    }
}
