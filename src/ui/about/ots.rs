//! The OTS itself, as context: members, observers, seat and documents, each with its sources.

use std::sync::Arc;

use atlas_core::domain::dataset::{Document, Participant};
use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::PartnershipId;
use atlas_core::domain::vocabulary::{NorthernCyprus, Role};
use leptos::prelude::*;

use crate::state::atlas::{Atlas, session};
use crate::state::session::Whole;
use crate::ui::source_view::SourceLine;
use crate::ui::words::{DataText, say, words};

#[component]
pub(crate) fn OtsContext(whole: Arc<Whole>) -> impl IntoView {
    let words = words();
    let ots = whole.dataset.ots.clone();
    let is_hidden = whole.dataset.settings.northern_cyprus == NorthernCyprus::Hidden;
    let seat = ots.seat.as_ref().map(|city| {
        let place = format!("{}, {}", city.name.get(words.lang()), words.country(&city.country));
        words.format("about.seat", &[("place", &place)])
    });
    // An observer without a code and a record of its own is shown as the setting says.
    let is_shown = move |it: &Participant| !is_hidden || it.code.is_some() || it.partner.is_some();
    let of_role = |role: Role| {
        ots.participants
            .iter()
            .filter(|it| it.role == role && is_shown(it))
            .cloned()
            .map(|participant| view! { <ParticipantView participant /> })
            .collect_view()
    };
    let members = of_role(Role::Member);
    let observers = of_role(Role::Observer);
    let documents =
        ots.documents.iter().cloned().map(|document| view! { <DocumentView document /> }).collect_view();
    view! {
        <h2 id="ots">{say("about.ots")}</h2>
        <p><DataText text=ots.name.clone() />". "{seat}</p>
        <h3>{say("about.members")}</h3>
        <ul class="plain-list">{members}</ul>
        <h3>{say("about.observers")}</h3>
        <ul class="plain-list">{observers}</ul>
        <h3>{say("about.documents")}</h3>
        <ul class="plain-list">{documents}</ul>
    }
}

#[component]
fn ParticipantView(participant: Participant) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let since = participant
        .since
        .map(|date| words.format("about.since", &[("date", &words.date(Some(&date)))]))
        .map(|since| view! { <span class="result-bar__rest">" – "{since}</span> });
    // A record with problems is left out, and then there is no page to link to.
    let has_page = |id: &PartnershipId| session().is_some_and(|it| it.digest.brief(id).is_some());
    let name = match participant.partner.clone().filter(has_page) {
        Some(id) => view! {
            <a href=move || atlas.href_of(Route::Partner(id.clone()))><DataText text=participant.name.clone() /></a>
        }
        .into_any(),
        None => view! { <DataText text=participant.name.clone() /> }.into_any(),
    };
    let note =
        participant.note.clone().map(|text| view! { <p class="result-bar__rest"><DataText text /></p> });
    view! {
        <li>
            {name}
            {since}
            {note}
            <p class="milestone__sources"><SourceLine sources=participant.sources /></p>
        </li>
    }
}

#[component]
fn DocumentView(document: Document) -> impl IntoView {
    let words = words();
    let date = document.date.map(|date| format!(" – {}", words.date(Some(&date))));
    let detail = document.detail.clone().map(|text| view! { <p><DataText text /></p> });
    view! {
        <li id=format!("document-{}", document.id)>
            <b><DataText text=document.title /></b>
            <span class="result-bar__rest">{date}</span>
            {detail}
            <p class="milestone__sources"><SourceLine sources=document.sources /></p>
        </li>
    }
}
