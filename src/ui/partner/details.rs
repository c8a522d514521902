//! What a partner's page says beyond its head: facts, mechanisms, milestones and sources.

use std::sync::Arc;

use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::{Partnership, WorksIn, evidence_of};
use atlas_core::domain::vocabulary::Vocabulary as _;
use atlas_core::notebook::Part;
use leptos::prelude::*;

use super::Sectors;
use crate::browser::IS_PRERENDERING;
use crate::state::atlas::{Atlas, session};
use crate::state::session::Whole;
use crate::ui::cite::Cite;
use crate::ui::evidence_mark::EvidenceMark;
use crate::ui::note_mark::PlaceMark;
use crate::ui::part::{Later, LaterPage};
use crate::ui::partnership_row::PartnershipRow;
use crate::ui::source_view::SourceView;
use crate::ui::timeline::Timeline;
use crate::ui::words::{DataText, say, words};

/// How many related partners are named.
const N_RELATED: usize = 5;

/// A record of the data file.
#[component]
pub(super) fn PartnerDetails(partnership: Arc<Partnership>, whole: Arc<Whole>) -> impl IntoView {
    let lead = partnership.summary.clone().map(|summary| {
        let partnership = partnership.id.clone();
        view! {
            <p class="partner__lead" data-quotable="">
                <DataText text=summary />
                <PlaceMark partnership milestone_id=String::new() />
            </p>
        }
    });
    let open_questions = partnership.open_questions.clone().map(|text| {
        view! {
            <p class="partner__open-questions">
                <b>{say("partner.open-questions")}</b>
                " "
                <DataText text />
            </p>
        }
    });
    let timeline = (!partnership.milestones.is_empty()).then(|| {
        view! {
            <section class="partner__section">
                <h2>{say("partner.timeline")}</h2>
                <Timeline partnership=partnership.id.clone() milestones=partnership.milestones.clone() />
            </section>
        }
    });
    view! {
        {lead}
        <Facts partnership=Arc::clone(&partnership) />
        <Mechanisms partnership=Arc::clone(&partnership) />
        {timeline}
        {open_questions}
        <OwnNotes partnership=Arc::clone(&partnership) />
        <OwnSources partnership=Arc::clone(&partnership) />
        <Related partnership=Arc::clone(&partnership) />
        {(!IS_PRERENDERING).then(|| view! { <Cite partnership whole /> })}
    }
}

/// The notes of who works with notes; for everybody else an unobtrusive way to begin.
#[component]
fn OwnNotes(partnership: Arc<Partnership>) -> impl IntoView {
    let atlas = Atlas::of_context();
    // A note that was asked for here is not to be begun elsewhere.
    on_cleanup(move || atlas.note_request.set(None));
    let name = partnership.partner.name.get(words().lang()).to_owned();
    let wants_notes = Memo::new(move |_| atlas.wants_notes.get());
    move || {
        if wants_notes.get() {
            return view! { <Later page=LaterPage::Notes(Arc::clone(&partnership)) /> }.into_any();
        }
        let name = name.clone();
        view! {
            <section class="partner__section no-print">
                <h2>{say("notes.title")}</h2>
                <p class="notes__private">{say("notes.private")}</p>
                <p class="partner__actions">
                    <button
                        type="button"
                        class="button"
                        id="note-write"
                        on:click=move |_| atlas.ask_for_note(Part::Whole, name.clone())
                    >
                        {say("notes.write")}
                    </button>
                </p>
            </section>
        }
        .into_any()
    }
}

/// Seat, where it works, sectors and the official site.
#[component]
fn Facts(partnership: Arc<Partnership>) -> impl IntoView {
    let words = words();
    let lang = words.lang();
    let partner = &partnership.partner;
    let seat = partner.seat.clone().map(|seat| {
        let place = format!("{}, {}", seat.city.name.get(lang), words.country(&seat.city.country));
        let from_memory = seat.is_from_memory.then(|| {
            view! { <span class="partner__as-of">" "{say("partner.seat-unsourced")}</span> }
        });
        let mark = (!seat.is_from_memory)
            .then(|| evidence_of(&seat.sources))
            .flatten()
            .map(|evidence| view! { " "<EvidenceMark evidence /> });
        view! { <dt>{say("partner.seat")}</dt><dd>{place}{from_memory}{mark}</dd> }
    });
    let works_in = (!partner.works_in.is_empty()).then(|| {
        let areas = partner.works_in.iter().cloned().map(|area| view! { <Area area /> }).collect_view();
        view! { <dt>{say("partner.works-in")}</dt><dd><ul>{areas}</ul></dd> }
    });
    let sectors = view! { <Sectors sectors=partnership.sectors.clone() /> };
    let site = partner.site.clone().map(|site| {
        let shown = site.trim_start_matches("https://").trim_start_matches("http://");
        let shown = shown.trim_start_matches("www.").trim_end_matches('/').to_owned();
        view! {
            <dt>{say("partner.site")}</dt>
            <dd><a href=site rel="external noopener">{shown}</a></dd>
        }
    });
    view! { <section class="partner__section"><dl class="facts">{seat}{works_in}{sectors}{site}</dl></section> }
}

/// One region where the partner works, and why we say so.
#[component]
fn Area(area: WorksIn) -> impl IntoView {
    let words = words();
    let name = words.region(area.region.code()).to_owned();
    let mark = evidence_of(&area.sources).map(|evidence| view! { " "<EvidenceMark evidence /> });
    view! {
        <li>
            {name}
            <span class="partner__as-of">" – "<DataText text=area.reason /></span>
            {mark}
        </li>
    }
}

/// By what means the two work together, with dates and evidence.
#[component]
fn Mechanisms(partnership: Arc<Partnership>) -> impl IntoView {
    let words = words();
    let rows = partnership
        .mechanisms
        .iter()
        .map(|mechanism| {
            let name = say(&mechanism.kind.message_key());
            let date = partnership.mechanism_date(mechanism);
            let date =
                date.map(|date| view! { <span class="mechanism__date">{words.date(Some(date))}</span> });
            let note = mechanism.note.clone().map(|text| view! { <span>"("<DataText text />")"</span> });
            let evidence = evidence_of(partnership.mechanism_sources(mechanism));
            let evidence = evidence.map(|evidence| view! { <EvidenceMark evidence /> });
            view! { <li class="mechanism"><b>{name}</b>{date}{note}{evidence}</li> }
        })
        .collect_view();
    (!partnership.mechanisms.is_empty()).then(|| {
        view! {
            <section class="partner__section">
                <h2>{say("partner.mechanisms")}</h2>
                <ul class="mechanisms">{rows}</ul>
            </section>
        }
    })
}

/// Sources of the record as a whole.
#[component]
fn OwnSources(partnership: Arc<Partnership>) -> impl IntoView {
    let seat_sources = partnership.partner.seat.iter().flat_map(|seat| seat.sources.iter());
    let mut sources: Vec<_> = partnership.sources.iter().chain(seat_sources).cloned().collect();
    sources.dedup_by(|a, b| a.id == b.id);
    (!sources.is_empty()).then(|| {
        let rows = sources.into_iter().map(|source| view! { <li><SourceView source /></li> }).collect_view();
        view! {
            <section class="partner__section">
                <h2>{say("partner.sources")}</h2>
                <ul class="source-list">{rows}</ul>
            </section>
        }
    })
}

/// Partners that share sectors or regions with this one.
#[component]
fn Related(partnership: Arc<Partnership>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let related = session().map(|session| session.digest.related(&partnership.id, N_RELATED));
    let related = related.unwrap_or_default();
    (!related.is_empty()).then(|| {
        let rows = related
            .into_iter()
            .map(|other| {
                let id = other.id.clone();
                let href = atlas.href_of_untracked(Route::Partner(id.clone()));
                let row_id = format!("related-{id}");
                view! {
                    <li>
                        <PartnershipRow brief=other href id=row_id />
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="partner__section no-print">
                <h2>{say("partner.related")}</h2>
                <ul class="related">{rows}</ul>
            </section>
        }
    })
}
