//! What the catalogue is asked: what the address says, what is typed, and what the notebook leaves in the list.

use atlas_core::domain::catalogue::{Answer, Query};
use atlas_core::domain::link::View;
use leptos::prelude::*;

use super::noted::Noted;
use super::session::Shown;

/// The view of the address, with the text as it is typed.
pub(super) fn view_with_typed(view: &View, typed: Option<String>) -> View {
    let mut view = view.clone();
    if let Some(text) = typed {
        view.text = text;
    }
    view
}

/// The query for nothing but the partnerships that the notebook leaves in the list.
pub(super) fn kept(query: Query, noted: &Noted, shown: &Shown) -> Query {
    let Some(session) = shown.as_ref().ok().filter(|_| noted.is_filtered()) else { return query };
    let briefs = &session.digest.briefs;
    let is_kept = |idx: &u32| briefs.get(*idx as usize).is_some_and(|brief| noted.keeps(&brief.id));
    let before = query.only.unwrap_or_else(|| (0..briefs.len() as u32).collect());
    Query { only: Some(before.into_iter().filter(is_kept).collect()), ..query }
}

/// What the index of this data set answers; nothing where there is none.
pub(super) fn answer_to(query: &Query, shown: &Shown) -> Option<Answer> {
    shown.as_ref().ok().map(|session| session.index.read().catalogue.answer(query))
}

/// What the catalogue is asked for a view of this data set; nothing where there is none.
pub(super) fn query_of(view: &View, shown: &Shown) -> Option<Query> {
    shown.as_ref().ok().map(|session| view.query(&session.seats))
}
