//! Whom the meeting is with: those with notes first, then all others by name.

use std::sync::Arc;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::catalogue::Query;
use atlas_core::domain::partnership::PartnershipId;
use leptos::prelude::*;

use super::Plan;
use crate::state::atlas::{Atlas, session};
use crate::ui::icon::{Icon, IconView};
use crate::ui::words::{say, words};

#[component]
pub(super) fn Picks(plan: Plan) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let lang = words.lang();
    let text = RwSignal::new(String::new());
    let briefs: Vec<Arc<Brief>> = session().map(|session| session.digest.briefs.clone()).unwrap_or_default();
    let by_name = {
        let mut by_name: Vec<u32> = (0..briefs.len() as u32).collect();
        let name_of = |idx: u32| briefs.get(idx as usize).map_or("", |brief| brief.name.get(lang));
        atlas_core::order::sort_by(&mut by_name, |a, b| words.compare(name_of(*a), name_of(*b)));
        by_name
    };
    let briefs = StoredValue::new(briefs);
    let n_notes =
        move |id: &PartnershipId| atlas.noted.with(|noted| noted.marks(id).map_or(0, |marks| marks.n_notes));
    let shown = Memo::new(move |_| {
        let text = text.get();
        let found = (!text.trim().is_empty()).then(|| {
            let query = Query { text, ..Query::default() };
            let answer = atlas.answer_to(&query);
            answer.map(|answer| answer.all()).unwrap_or_default()
        });
        let is_found = |idx: &u32| found.as_ref().is_none_or(|found| found.contains(idx));
        let (mut first, mut others) = (Vec::new(), Vec::new());
        for idx in by_name.iter().copied().filter(is_found) {
            let has_notes =
                briefs.with_value(|all| all.get(idx as usize).is_some_and(|it| n_notes(&it.id) > 0));
            if has_notes { first.push(idx) } else { others.push(idx) }
        }
        first.extend(others);
        first
    });
    let n_shown = move || words.count("meeting-brief.found", shown.with(Vec::len) as u64, &[]);
    view! {
        <fieldset class="picks">
            <legend>{say("meeting-brief.partners")}</legend>
            <Picked plan />
            <div class="search">
                <IconView icon=Icon::Search />
                <input
                    type="search"
                    id="pick-search"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=say("meeting-brief.search")
                    placeholder=say("meeting-brief.search")
                    on:input=move |event| text.set(event_target_value(&event))
                />
            </div>
            <p class="visually-hidden" role="status">{n_shown}</p>
            <div class="picks__options" tabindex="0" role="group" aria-label=say("meeting-brief.partners")>
                <For each=move || shown.get() key=|idx| *idx let:idx>
                    {briefs.with_value(|all| all.get(idx as usize).cloned()).map(|brief| view! { <Option brief plan /> })}
                </For>
            </div>
        </fieldset>
    }
}

/// How many were picked, and a way to begin anew.
#[component]
fn Picked(plan: Plan) -> impl IntoView {
    let words = words();
    move || {
        let n_picked = plan.picked.with(Vec::len);
        let clear = (n_picked > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="button button--quiet"
                    on:click=move |_| plan.picked.set(Vec::new())
                >
                    {say("meeting-brief.clear")}
                </button>
            }
        });
        view! {
            <p class="picks__picked">{words.count("meeting-brief.picked", n_picked as u64, &[])}" "{clear}</p>
        }
    }
}

#[component]
fn Option(brief: Arc<Brief>, plan: Plan) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let lang = words.lang();
    let id = brief.id.clone();
    let acronym = brief.acronym.as_ref().map(|it| view! { <b>{it.get(lang).to_owned()}</b>" " });
    let marked_id = id.clone();
    let n_notes = move || {
        let n_notes = atlas.noted.with(|noted| noted.marks(&marked_id).map_or(0, |marks| marks.n_notes));
        (n_notes > 0).then(|| {
            view! { <span class="notebook__n">{words.count("meeting-brief.n-notes", n_notes as u64, &[])}</span> }
        })
    };
    let checked_id = id.clone();
    let is_picked = move || plan.picked.with(|picked| picked.contains(&checked_id));
    let on_change = move |event| {
        let is_on = event_target_checked(&event);
        plan.picked.update(|picked| {
            picked.retain(|it| *it != id);
            if is_on {
                picked.push(id.clone());
            }
        });
    };
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=is_picked on:change=on_change />
            <span>{acronym}{brief.name.get(lang).to_owned()}" "{n_notes}</span>
        </label>
    }
}
