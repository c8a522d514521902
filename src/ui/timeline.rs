//! Milestones in order of time, newest first, each with its sources.

use atlas_core::domain::partnership::{Milestone, PartnershipId};
use atlas_core::notebook::Part;
use leptos::prelude::*;

use super::evidence_mark::EvidenceMark;
use super::icon::{Icon, IconView};
use super::source_view::SourceLine;
use super::words::{DataText, say, words};
use crate::state::atlas::Atlas;

#[component]
pub(crate) fn Timeline(partnership: PartnershipId, milestones: Vec<Milestone>) -> impl IntoView {
    let rows = milestones
        .into_iter()
        .map(|milestone| view! { <MilestoneView partnership=partnership.clone() milestone /> })
        .collect_view();
    view! { <ol class="timeline" reversed>{rows}</ol> }
}

#[component]
fn MilestoneView(partnership: PartnershipId, milestone: Milestone) -> impl IntoView {
    let words = words();
    let lang = words.lang();
    let date = words.date(milestone.date.as_ref());
    let machine_date = milestone.date.map(|date| date.start().to_string());
    let place = milestone.place.as_ref().map(|city| format!("· {}", city.name.get(lang)));
    let evidence = milestone.evidence().map(|evidence| view! { <EvidenceMark evidence /> });
    let quotable = milestone.id.clone();
    let detail = milestone.detail.clone().map(|text| {
        view! { <p class="milestone__detail" data-quotable=quotable.clone()><DataText text /></p> }
    });
    let title = milestone.title.get(lang).to_owned();
    // In a frame notes are begun below the card alone.
    let note_button = (!Atlas::of_context().is_framed).then(|| {
        view! { <NoteButton partnership milestone_id=milestone.id.clone() title /> }
    });
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
                {note_button}
            </div>
            <p class="milestone__title" data-quotable=quotable><DataText text=milestone.title /></p>
            {detail}
            {caution}
            <p class="milestone__sources">
                <span class="visually-hidden">{say("milestone.sources")}" "</span>
                <SourceLine sources=milestone.sources />
            </p>
        </li>
    }
}

/// Begins a note on a milestone, and says how many there are.
#[component]
fn NoteButton(partnership: PartnershipId, milestone_id: String, title: String) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let n_notes = Memo::new({
        let milestone_id = milestone_id.clone();
        move |_| atlas.noted.with(|noted| noted.n_on(&partnership, &milestone_id))
    });
    let name = move || match n_notes.get() {
        0 => words.text("notes.on-milestone").to_owned(),
        n => format!("{}, {}", words.text("notes.on-milestone"), words.count("notes.count", n as u64, &[])),
    };
    let name = Signal::derive(name);
    let id = format!("note-on-{milestone_id}");
    let on_press = move |_| {
        let part = Part::Milestone(milestone_id.clone());
        atlas.ask_for_note(part, title.clone());
    };
    view! {
        <button
            type="button"
            class="note-button no-print"
            id=id
            aria-label=move || name.get()
            title=move || name.get()
            on:click=on_press
        >
            <IconView icon=Icon::Note size_px=15 />
            {move || Some(n_notes.get()).filter(|n| *n > 0)}
        </button>
    }
}
