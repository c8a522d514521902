//! One row of a list: the same glyph and words as the mark on the map.

use std::sync::Arc;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::vocabulary::Vocabulary as _;
use leptos::prelude::*;

use super::glyph::StageGlyph;
use super::note_mark::NoteMark;
use super::words::{say, words};

/// How many sectors a row names before it stops.
const N_SECTORS: usize = 3;

/// A link to a partner's page. `id` ends in the partner's own, after the first hyphen: by it the map learns which row a
/// pointer or the focus is on. There are many rows: what changes of them while they stand, their list changes.
#[component]
pub(crate) fn PartnershipRow(
    brief: Arc<Brief>,
    href: String,
    id: String,
    #[prop(optional)] is_current: Option<Signal<bool>>,
) -> impl IntoView {
    let words = words();
    let lang = words.lang();
    let acronym = brief.acronym.as_ref().map(|it| view! { <b>{it.get(lang).to_owned()}</b>" " });
    let name = brief.name.get(lang).to_owned();
    let sectors = brief.sectors.iter().take(N_SECTORS);
    let sectors = sectors.map(|sector| say(&sector.message_key())).collect::<Vec<_>>().join(" · ");
    let stage = brief.stage.map(|stage| say(&stage.message_key()));
    let kind = brief.stage.is_none().then(|| say(&brief.kind.message_key()));
    let year = brief.newest.map(|date| date.year().to_string());
    let city = brief.seat.as_ref().map(|city| city.name.get(lang).to_owned());
    let when = [year, city].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let observer = brief.observer_status().next().map(|status| {
        view! { <span class="partnership-row__observer">{say(&status.message_key())}</span><br /> }
    });
    view! {
        <a
            class="partnership-row"
            id=id
            href=href
            aria-current=is_current.map(|it| move || it.get().then_some("true"))
        >
            <StageGlyph stage=brief.stage />
            <span>
                <span class="partnership-row__name">{acronym}{name}</span>
                <NoteMark id=brief.id.clone() />
                <br />
                <span class="partnership-row__sectors">{sectors}</span>
            </span>
            <span class="partnership-row__side">
                {stage}{kind}
                <br />
                {observer}
                <span class="partnership-row__when">{when}</span>
            </span>
        </a>
    }
}
