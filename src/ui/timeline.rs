//! Milestones in order of time, newest first, each with its sources.

use atlas_core::domain::partnership::Milestone;
use leptos::prelude::*;

use super::evidence_mark::EvidenceMark;
use super::source_view::SourceLine;
use super::words::{DataText, say, words};

#[component]
pub(crate) fn Timeline(milestones: Vec<Milestone>) -> impl IntoView {
    let rows = milestones.into_iter().map(|milestone| view! { <MilestoneView milestone /> }).collect_view();
    view! { <ol class="timeline" reversed>{rows}</ol> }
}

#[component]
fn MilestoneView(milestone: Milestone) -> impl IntoView {
    let words = words();
    let lang = words.lang();
    let date = words.date(milestone.date.as_ref());
    let machine_date = milestone.date.map(|date| date.start().to_string());
    let place = milestone.place.as_ref().map(|city| format!("· {}", city.name.get(lang)));
    let evidence = milestone.evidence().map(|evidence| view! { <EvidenceMark evidence /> });
    let detail =
        milestone.detail.clone().map(|text| view! { <p class="milestone__detail"><DataText text /></p> });
    let caution = milestone.caution.clone().map(|text| {
        view! {
            <p class="milestone__caution">
                <b>{say("milestone.caution")}</b>
                " "
                <DataText text />
            </p>
        }
    });
    view! {
        <li class="milestone" id=format!("milestone-{}", milestone.id)>
            <div class="milestone__when">
                <time datetime=machine_date>{date}</time>
                {place}
                {evidence}
            </div>
            <p class="milestone__title"><DataText text=milestone.title /></p>
            {detail}
            {caution}
            <p class="milestone__sources">
                <span class="visually-hidden">{say("milestone.sources")}" "</span>
                <SourceLine sources=milestone.sources />
            </p>
        </li>
    }
}
