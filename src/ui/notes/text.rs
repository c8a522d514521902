//! What a note says and what it is about, as text and nothing but text.

use std::sync::Arc;

use atlas_core::domain::edtf::EdtfDate;
use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::PartnershipId;
use atlas_core::notebook::{Content, Instant, Part, Piece, Target, pieces};
use leptos::prelude::*;

use crate::browser::time;
use crate::state::atlas::{Atlas, session};
use crate::ui::words::{say, words};

/// A text whose web and mail addresses are links, and nothing else.
pub(super) fn linked(text: &str) -> Vec<AnyView> {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned().into_any(),
            Piece::Link(address) => {
                let href = address.to_owned();
                let address = address.to_owned();
                view! { <a href=href rel="external noopener noreferrer nofollow"><bdi>{address}</bdi></a> }
                    .into_any()
            }
        })
        .collect()
}

/// The text of a note with its line breaks.
#[component]
pub(super) fn NoteText(content: Arc<Content>) -> impl IntoView {
    if content.text.trim().is_empty() {
        return view! { <p class="note__empty">{say("notes.no-text")}</p> }.into_any();
    }
    view! { <p class="note__text" dir="auto">{linked(&content.text)}</p> }.into_any()
}

/// What a note is about: the partner where it is not clear from the page, and the milestone or the quoted sentence.
#[component]
pub(super) fn About(target: Target, with_partner: bool) -> impl IntoView {
    let (id, part, seen) = match target {
        Target::Partnership { partnership, part, seen, .. } => (partnership, part, seen),
        // Made elsewhere, on something that is not ours: as it came.
        Target::Foreign(value) => {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            return view! { <p class="note__about"><bdi>{linked(&text)}</bdi></p> }.into_any();
        }
    };
    let partner = with_partner.then(|| {
        let seen = if part == Part::Whole { seen.clone() } else { id.clone() };
        view! { <Partner id seen /> }
    });
    let part = match part {
        Part::Whole => None,
        Part::Milestone(_) => Some(view! { <p class="note__about"><bdi>{seen}</bdi></p> }.into_any()),
        Part::Quote { exact, .. } => {
            Some(view! { <blockquote class="note__quote" dir="auto">{exact}</blockquote> }.into_any())
        }
    };
    view! { {partner}{part} }.into_any()
}

/// The partner by name with a link to its page; by what was seen if the data set does not have it.
#[component]
fn Partner(id: String, seen: String) -> impl IntoView {
    let atlas = Atlas::of_context();
    let known = PartnershipId::parse(&id);
    let brief = known.as_ref().and_then(|id| session()?.digest.brief(id).cloned());
    let Some((id, brief)) = known.zip(brief) else {
        let name = if seen.is_empty() { id } else { seen };
        return view! { <p class="note__partner"><bdi>{name}</bdi></p> }.into_any();
    };
    let name = brief.name.get(words().lang()).to_owned();
    let href = move || atlas.href_of(Route::Partner(id.clone()));
    view! { <p class="note__partner"><a href=href>{name}</a></p> }.into_any()
}

/// The day of a moment in the reader's words, in their time zone.
pub(crate) fn day_of(at: Instant) -> String {
    let (year, month, day) = time::local_day(at.millis());
    let date = EdtfDate::parse(&format!("{year:04}-{month:02}-{day:02}")).ok();
    words().date(date.as_ref())
}
