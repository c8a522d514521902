//! One partner in a brief: what it is, the relation, what happened, and notes where they are asked for.

use std::sync::Arc;

use atlas_core::domain::partnership::{Milestone, Partnership};
use atlas_core::domain::vocabulary::Vocabulary as _;
use atlas_core::notebook::{Content, Record};
use leptos::prelude::*;

use super::print_out::Numbered;
use crate::ui::glyph::StageGlyph;
use crate::ui::words::{DataText, say, words};

#[component]
pub(super) fn RecordView(
    partnership: Arc<Partnership>,
    /// How many milestones are shown, the newest first.
    n_milestones: usize,
    notes: Vec<Arc<Record>>,
    sources: Numbered,
) -> impl IntoView {
    let words = words();
    let partner = &partnership.partner;
    let acronym = partner.acronym.as_ref().map(|it| format!(" ({})", it.get(words.lang())));
    let lead = partnership.summary.clone().map(|text| view! { <p class="brief__lead"><DataText text /></p> });
    let timeline = partnership
        .milestones
        .iter()
        .take(n_milestones)
        .map(|milestone| view! { <MilestoneRow milestone=milestone.clone() sources /> })
        .collect_view();
    let n_more = partnership.milestones.len().saturating_sub(n_milestones) as u64;
    let more = (n_more > 0)
        .then(|| view! { <p class="brief__more">{words.count("meeting-brief.more", n_more, &[])}</p> });
    let timeline = (!partnership.milestones.is_empty()).then(|| {
        view! {
            <h4>{say("partner.timeline")}</h4>
            <ol class="brief__timeline" reversed>{timeline}</ol>
            {more}
        }
    });
    let rows = notes
        .iter()
        .filter_map(|note| note.live())
        .map(|content| view! { <Note content=content.clone() /> })
        .collect_view();
    let notes = (!notes.is_empty())
        .then(|| view! { <h4>{say("meeting-brief.notes")}</h4><ul class="brief__notes">{rows}</ul> });
    view! {
        <section class="brief__partner">
            <h3 class="brief__name"><DataText text=partner.name.clone() />{acronym}</h3>
            {lead}
            <Facts partnership=Arc::clone(&partnership) sources />
            {timeline}
            {notes}
        </section>
    }
}

/// Stage, kind, seat, sectors and mechanisms, a line each.
#[component]
fn Facts(partnership: Arc<Partnership>, sources: Numbered) -> impl IntoView {
    let words = words();
    let lang = words.lang();
    let stage = match partnership.stage {
        Some(stage) => say(&stage.message_key()),
        None => say(&partnership.listing.message_key()),
    };
    let as_of = words.format("partner.as-of", &[("date", &words.date(Some(&partnership.as_of)))]);
    let seat = partnership
        .partner
        .seat
        .as_ref()
        .map(|seat| format!(" · {}, {}", seat.city.name.get(lang), words.country(&seat.city.country)));
    let kind = say(&partnership.partner.kind.message_key());
    let sectors: Vec<_> = partnership.sectors.iter().map(|sector| say(&sector.message_key())).collect();
    let sectors = (!sectors.is_empty())
        .then(|| view! { <dt>{say("partner.sectors")}</dt><dd>{sectors.join(" · ")}</dd> });
    let mechanisms = partnership
        .mechanisms
        .iter()
        .map(|mechanism| {
            let name = say(&mechanism.kind.message_key());
            let date = partnership.mechanism_date(mechanism);
            let date = date.map(|date| format!(", {}", words.date(Some(date))));
            let note = mechanism.note.clone().map(|text| view! { " ("<DataText text />")" });
            let marks = sources.marks(partnership.mechanism_sources(mechanism));
            view! { <li>{name}{date}{note}<span class="brief__ref">{marks}</span></li> }
        })
        .collect_view();
    let mechanisms = (!partnership.mechanisms.is_empty()).then(|| {
        view! { <dt>{say("partner.mechanisms")}</dt><dd><ul>{mechanisms}</ul></dd> }
    });
    view! {
        <dl class="brief__facts">
            <dt>{say("meeting-brief.stage")}</dt>
            <dd class="brief__stage"><StageGlyph stage=partnership.stage size_px=14 /><b>{stage}</b>{as_of}</dd>
            <dt>{say("meeting-brief.kind")}</dt>
            <dd>{kind}{seat}</dd>
            {sectors}
            {mechanisms}
        </dl>
    }
}

#[component]
fn MilestoneRow(milestone: Milestone, sources: Numbered) -> impl IntoView {
    let words = words();
    let date = words.date(milestone.date.as_ref());
    let machine_date = milestone.date.map(|date| date.start().to_string());
    let caution = milestone.caution.clone().map(|text| {
        view! { " "<span class="milestone__caution"><DataText text /></span> }
    });
    let marks = sources.marks(&milestone.sources);
    view! {
        <li>
            <time class="brief__when" datetime=machine_date>{date}</time>
            <span>
                <DataText text=milestone.title />
                {caution}
                <span class="brief__ref">{marks}</span>
            </span>
        </li>
    }
}

#[component]
fn Note(content: Content) -> impl IntoView {
    let words = words();
    let flag = content.flag.map(|flag| say(&flag.message_key()));
    let follow_up = content
        .follow_up
        .map(|day| words.format("notebook.print.follow-up", &[("date", &words.date(Some(&day.date())))]));
    let facts: Vec<_> = flag.into_iter().chain(follow_up).collect();
    let facts = (!facts.is_empty()).then(|| view! { <b>{facts.join(" · ")}</b>" " });
    view! { <li>{facts}<span class="brief__text" dir="auto">{content.text}</span></li> }
}
