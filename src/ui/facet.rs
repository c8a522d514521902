//! One facet as a group of checkboxes: each option says how many results it would give.

use atlas_core::domain::catalogue::{Facet, FacetValue};
use atlas_core::domain::region::RegionCode;
use leptos::prelude::*;

use super::words::{say, words};
use crate::state::atlas::Atlas;

/// The options of a facet. `id_prefix` keeps ids apart where a facet is on the page twice.
#[component]
pub(crate) fn FacetFieldset(facet: Facet, #[prop(into)] id_prefix: String) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let hint_key = format!("facet.{}.hint", facet.code());
    let hint = words.text(&hint_key);
    // Not every facet needs one.
    let hint = (hint != hint_key).then(|| view! { <p class="facet__hint">{hint.to_owned()}</p> });
    let options = atlas
        .used_values(facet)
        .into_iter()
        .map(|value| view! { <FacetOption value id=format!("{id_prefix}-{}", value.code()) /> })
        .collect_view();
    view! {
        <fieldset class="facet">
            <legend>{say(&format!("facet.{}", facet.code()))}</legend>
            {hint}
            <div class="facet__options">{options}</div>
        </fieldset>
    }
}

#[component]
fn FacetOption(value: FacetValue, id: String) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let label = value.label(&words);
    let is_chosen = Memo::new(move |_| atlas.view().filter.contains(value));
    let count = Memo::new(move |_| atlas.answer.get().map_or(0, |answer| answer.count(value)));
    // A sub-region stands under its region.
    let depth = value.region().and_then(RegionCode::parent).map(|_| "1");
    view! {
        <label
            class="facet__option"
                data-depth=depth
            data-empty=move || (count.get() == 0).then_some("")
        >
            <input type="checkbox" id=id prop:checked=move || is_chosen.get() on:change=move |_| atlas.toggle(value) />
            <span>{label}</span>
            <span class="facet__count">
                {move || count.get().to_string()}
                <span class="visually-hidden">
                    {
                        let words = words.clone();
                        move || words.count("count.options-word", u64::from(count.get()), &[])
                    }
                </span>
            </span>
        </label>
    }
}
