//! What there is to choose: the view, the filters, the look, what stands around the view, and the height.

use atlas_core::domain::link::{Draft, FrameHeight, FrameView, MapMode};
use atlas_core::domain::partnership::PartnershipId;
use leptos::prelude::*;

use super::look::Look;
use super::select::Select;
use crate::state::atlas::Atlas;
use crate::ui::filters::Filters;
use crate::ui::result::ResultBar;
use crate::ui::words::{say, words};

#[component]
pub(super) fn Choices() -> impl IntoView {
    let atlas = Atlas::of_context();
    let of_frame =
        move |get: fn(&Draft) -> bool| Memo::new(move |_| atlas.draft().is_some_and(|it| get(&it)));
    let is_partner = of_frame(|draft| draft.frame.view == FrameView::Partner);
    view! {
        <div class="embed__choices">
            <ViewChoice />
            <Look />
            <Shows />
            <Height />
        </div>
        <Show when=move || !is_partner.get()>
            <section aria-labelledby="embed-filters">
                <h2 id="embed-filters">{say("filters.label")}</h2>
                <Filters />
                <ResultBar />
            </section>
        </Show>
    }
}

#[component]
fn ViewChoice() -> impl IntoView {
    let atlas = Atlas::of_context();
    let view = Memo::new(move |_| atlas.draft().map(|draft| draft.frame.view).unwrap_or_default());
    let choose = move |chosen: FrameView| {
        let first =
            atlas.all_briefs().into_iter().find(|brief| brief.is_counted()).map(|brief| brief.id.clone());
        atlas.edit_draft(|draft| {
            draft.frame.view = chosen;
            draft.frame.partner =
                draft.frame.partner.take().or(first).filter(|_| chosen == FrameView::Partner);
        });
    };
    let options = FrameView::ALL
        .iter()
        .map(|&it| {
            view! {
                <label class="check">
                    <input
                        type="radio"
                        name="view"
                        id=format!("view-{}", it.code())
                        prop:checked=move || view.get() == it
                        on:change=move |_| choose(it)
                    />
                    {say(&format!("embed.view.{}", it.code()))}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="embed__group">
            <legend>{say("embed.view")}</legend>
            {options}
            <Show when=move || view.get() == FrameView::Partner>
                <PartnerChoice />
            </Show>
            <Show when=move || view.get().has_map()>
                <ModeChoice />
            </Show>
        </fieldset>
    }
}

#[component]
fn PartnerChoice() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let chosen = move || atlas.draft().and_then(|draft| draft.frame.partner).map(|id| id.to_string());
    let mut names: Vec<_> = atlas.all_briefs();
    names.sort_by_cached_key(|brief| words.sort_key(brief.name.get(words.lang())));
    let options = names
        .into_iter()
        .map(|brief| {
            let (id, name) = (brief.id.to_string(), brief.name.get(words.lang()).to_owned());
            let own = id.clone();
            view! { <option value=id selected=move || chosen().as_deref() == Some(&own)>{name}</option> }
        })
        .collect_view();
    let on_change = move |event| {
        if let Some(id) = PartnershipId::parse(&event_target_value(&event)) {
            atlas.edit_draft(|draft| draft.frame.partner = Some(id));
        }
    };
    view! { <Select id="partner" label=say("embed.partner") on_change=Callback::new(on_change) options=options.into_any() /> }
}

#[component]
fn ModeChoice() -> impl IntoView {
    let atlas = Atlas::of_context();
    let options = MapMode::ALL
        .iter()
        .map(|&mode| {
            let label = say(&format!("map.mode.{}", mode.code()));
            view! { <option value=mode.code() selected=move || atlas.mode.get() == mode>{label}</option> }
        })
        .collect_view();
    let on_change = move |event| {
        let value = event_target_value(&event);
        if let Some(&mode) = MapMode::ALL.iter().find(|mode| mode.code() == value) {
            atlas.set_mode(mode);
        }
    };
    view! { <Select id="mode" label=say("map.mode") on_change=Callback::new(on_change) options=options.into_any() /> }
}

#[component]
fn Shows() -> impl IntoView {
    let atlas = Atlas::of_context();
    let check = move |name: &'static str, get: fn(&Draft) -> bool, set: fn(&mut Draft, bool)| {
        let is_shown = Memo::new(move |_| atlas.draft().is_some_and(|draft| get(&draft)));
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    id=format!("show-{name}")
                    prop:checked=move || is_shown.get()
                    on:change=move |event| {
                        let is_wanted = event_target_checked(&event);
                        atlas.edit_draft(|draft| set(draft, is_wanted));
                    }
                />
                {say(&format!("embed.show.{name}"))}
            </label>
        }
    };
    let view = Memo::new(move |_| atlas.draft().map(|draft| draft.frame.view).unwrap_or_default());
    view! {
        <fieldset class="embed__group">
            <legend>{say("embed.shows")}</legend>
            {check("header", |it| it.frame.shows.header, |it, is| it.frame.shows.header = is)}
            <Show when=move || view.get().has_map() || view.get().has_list()>
                {check("filters", |it| it.frame.shows.filters, |it, is| it.frame.shows.filters = is)}
            </Show>
            <Show when=move || view.get().has_map()>
                {check("list", |it| it.frame.view.has_list(), |it, is| it.frame.show_list(is))}
                {check("legend", |it| it.frame.shows.legend, |it, is| it.frame.shows.legend = is)}
            </Show>
            {check("notes", |it| it.frame.has_notes, |it, is| it.frame.has_notes = is)}
        </fieldset>
    }
}

#[component]
fn Height() -> impl IntoView {
    let atlas = Atlas::of_context();
    let height =
        Memo::new(move |_| atlas.draft().map_or(FrameHeight::Auto, |draft| draft.height_or_default()));
    let is_auto = move || height.get() == FrameHeight::Auto;
    let set = move |height| atlas.edit_draft(|draft| draft.height = Some(height));
    let on_px = move |event| {
        if let Some(height) = FrameHeight::parse(event_target_value(&event).trim()) {
            set(height);
        }
    };
    let radio = move |id: &'static str, label: &'static str, wanted: FrameHeight| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="height"
                    id=id
                    prop:checked=move || is_auto() == (wanted == FrameHeight::Auto)
                    on:change=move |_| set(wanted)
                />
                {say(label)}
            </label>
        }
    };
    let (least, most) = FrameHeight::BOUNDS_PX;
    view! {
        <fieldset class="embed__group">
            <legend>{say("embed.height")}</legend>
            {radio("height-auto", "embed.height.auto", FrameHeight::Auto)}
            {radio("height-px", "embed.height.px", FrameHeight::Px(640))}
            <Show when=move || !is_auto()>
                <input
                    type="number"
                    id="height"
                    class="embed__input"
                    min=least
                    max=most
                    step="10"
                    aria-label=say("embed.height.number")
                    prop:value=move || height.get().code()
                    on:change=on_px
                />
            </Show>
        </fieldset>
    }
}
