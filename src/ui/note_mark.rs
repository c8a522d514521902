//! The sign that there are notes of one's own: beside a name, on the map, in a text.

use atlas_core::domain::partnership::PartnershipId;
use leptos::prelude::*;

use super::icon::{Icon, IconView};
use super::live::{Live, live_if};
use super::words::{say, words};
use crate::state::atlas::Atlas;

/// How many notes there are, and whether a follow-up is due.
pub(crate) type Found = (usize, bool);

/// What the notes on these partnerships come to. To be called inside something reactive.
pub(crate) fn found_on(atlas: Atlas, ids: &[PartnershipId]) -> Found {
    atlas.noted.with(|noted| {
        let marks = ids.iter().filter_map(|id| noted.marks(id));
        marks.fold((0, false), |(n, is_due), marks| (n + marks.n_notes, is_due || marks.is_due))
    })
}

/// The sign in words, as "2 notes, follow-up due".
pub(crate) fn name_of((n_notes, is_due): Found) -> String {
    let count = words().count("notes.count", n_notes as u64, &[]);
    if is_due { format!("{count}, {}", say("notes.due")) } else { count }
}

/// The sign and the number of notes on a partnership; nothing where there are none.
#[component]
pub(crate) fn NoteMark(id: PartnershipId) -> impl IntoView {
    let atlas = Atlas::of_context();
    sign(move || found_on(atlas, std::slice::from_ref(&id)))
}

/// The same for a milestone, by its id, or for the summary, by an empty one.
#[component]
pub(crate) fn PlaceMark(partnership: PartnershipId, milestone_id: String) -> impl IntoView {
    let atlas = Atlas::of_context();
    sign(move || (atlas.noted.with(|noted| noted.n_on(&partnership, &milestone_id)), false))
}

fn sign(found: impl Fn() -> Found + Send + 'static) -> Live {
    live_if(move || {
        let (n_notes, is_due) = found();
        (n_notes > 0).then(|| {
            let name = name_of((n_notes, is_due));
            let read = name.clone();
            view! {
                <span class="note-mark no-print" title=name data-due=is_due.then_some("")>
                    " "
                    <IconView icon=Icon::Note size_px=13 />
                    <span aria-hidden="true">{n_notes}</span>
                    <span class="visually-hidden">{read}</span>
                </span>
            }
            .into_any()
        })
    })
}
