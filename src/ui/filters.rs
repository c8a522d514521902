//! Search, facets and what is chosen: pills beside the map, a sheet on a narrow screen.

use atlas_core::domain::catalogue::{Facet, FacetValue};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::facet::FacetFieldset;
use super::icon::{Icon, IconView};
use super::map::ByViewSwitch;
use super::words::{say, words};
use crate::browser::dom;
use crate::state::atlas::Atlas;
use crate::state::map::MapState;

#[component]
pub(crate) fn Filters() -> impl IntoView {
    let sheet = NodeRef::<html::Dialog>::new();
    view! {
        <section class="filters no-print" role="search" aria-label=say("filters.label")>
            <div class="filters__bar">
                <SearchBox />
                <SheetButton sheet />
            </div>
            <Pills />
            <Chips />
            <Sheet sheet />
        </section>
    }
}

#[component]
fn SearchBox() -> impl IntoView {
    let atlas = Atlas::of_context();
    view! {
        <div class="search">
            <IconView icon=Icon::Search />
            <input
                type="search"
                id="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-label=say("search.label")
                placeholder=say("search.placeholder")
                prop:value=move || atlas.view().text
                on:input=move |event| atlas.type_text(event_target_value(&event))
            />
        </div>
    }
}

fn facet_name(facet: Facet) -> String {
    say(&format!("facet.{}", facet.code()))
}

/// A pill for each facet that discloses its options below.
#[component]
fn Pills() -> impl IntoView {
    let open_facet = RwSignal::new(None::<Facet>);
    let close = move || open_facet.set(None);
    let pill_id = |facet: Facet| format!("pill-{}", facet.code());
    let pressed_elsewhere = window_event_listener(ev::pointerdown, move |event| {
        if open_facet.get_untracked().is_some() && !dom::is_event_within(&event, "facets") {
            close();
        }
    });
    on_cleanup(move || pressed_elsewhere.remove());
    let on_key = move |event: ev::KeyboardEvent| {
        if let Some(facet) = open_facet.get_untracked().filter(|_| event.key() == "Escape") {
            close();
            dom::focus_id(&pill_id(facet), false);
        }
    };
    let on_focus_out = move |_| {
        crate::browser::time::before_next_paint(move || {
            if !dom::has_focus_within("facets") && dom::focused_id().is_some() {
                // The page may be another one by now.
                let _gone = open_facet.try_set(None);
            }
        });
    };
    let pills = Facet::ALL
        .iter()
        .map(|&facet| {
            view! {
                <Pill
                    facet
                    id=pill_id(facet)
                    is_open=Signal::derive(move || open_facet.get() == Some(facet))
                    on_press=move |()| open_facet.update(|open| *open = (*open != Some(facet)).then_some(facet))
                />
            }
        })
        .collect_view();
    view! {
        <div id="facets" on:keydown=on_key on:focusout=on_focus_out>
            <div class="pills">{pills}</div>
            {move || {
                open_facet
                    .get()
                    .map(|facet| {
                        view! {
                            <div class="facet-popover" id="facet-popover">
                                <FacetFieldset facet id_prefix=facet.code() />
                            </div>
                        }
                    })
            }}
        </div>
    }
}

#[component]
fn Pill(
    facet: Facet,
    id: String,
    is_open: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    let atlas = Atlas::of_context();
    let n_chosen = Memo::new(move |_| atlas.view().filter.values_of(facet).count());
    view! {
        <button
            type="button"
            class="button pill"
            id=id
            data-active=move || (n_chosen.get() > 0).then_some("")
            aria-expanded=move || is_open.get().to_string()
            aria-controls="facet-popover"
            on:click=move |_| on_press.run(())
        >
            {facet_name(facet)}
            {move || (n_chosen.get() > 0).then(|| view! { <span class="pill__count">{n_chosen.get()}</span> })}
            <IconView icon=Icon::ChevronDown size_px=14 />
        </button>
    }
}

/// What is chosen; each chip takes itself away.
#[component]
fn Chips() -> impl IntoView {
    let atlas = Atlas::of_context();
    let map = MapState::of_context();
    let values = move || atlas.view().filter.values().collect::<Vec<_>>();
    let clear = say("filters.clear");
    let in_view = say("filters.in-view");
    let is_by_view = Memo::new(move |_| atlas.view().bbox.is_some());
    let is_any = Memo::new(move |_| {
        let view = atlas.view();
        view.is_narrowed() || view.bbox.is_some()
    });
    let is_chip = Memo::new(move |_| !atlas.view().filter.is_empty() || is_by_view.get());
    view! {
        <Show when=move || is_any.get()>
            <div
                class="chips"
                role="group"
                aria-label=say("filters.active")
                data-empty=move || (!is_chip.get()).then_some("")
            >
                {move || values().into_iter().map(|value| view! { <Chip value /> }).collect_view()}
                {
                    let in_view = in_view.clone();
                    move || {
                        is_by_view
                            .get()
                            .then(|| {
                                view! {
                                    <ChipButton label=in_view.clone() on_press=move |()| map.filter_by_view(false) />
                                }
                            })
                    }
                }
                <button type="button" class="button button--quiet" id="clear-all" on:click=move |_| {
                    atlas.clear();
                    dom::focus_id("search", false);
                }>{clear.clone()}</button>
            </div>
        </Show>
    }
}

#[component]
fn Chip(value: FacetValue) -> impl IntoView {
    let atlas = Atlas::of_context();
    view! { <ChipButton label=value.label(&words()) on_press=move |()| atlas.toggle(value) /> }
}

#[component]
fn ChipButton(label: String, #[prop(into)] on_press: Callback<()>) -> impl IntoView {
    let name = words().format("filters.remove", &[("filter", &label)]);
    view! {
        <button type="button" class="chip" aria-label=name on:click=move |_| {
            on_press.run(());
            // The chip is gone now; the focus goes where the person can go on.
            if !dom::focus_first(".chip", false) {
                dom::focus_id("search", false);
            }
        }>
            {label}
            <IconView icon=Icon::Close size_px=14 />
        </button>
    }
}

/// Opens the sheet, and says how many values are chosen.
#[component]
fn SheetButton(sheet: NodeRef<html::Dialog>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let label = move || match atlas.view().filter.len() {
        0 => say("filters.open"),
        n => words.format("filters.open-n", &[("n", &n.to_string())]),
    };
    let open = move |_| {
        if let Some(dialog) = sheet.get_untracked() {
            dom::open_dialog(&dialog);
        }
    };
    view! {
        <button type="button" class="button filters__open" id="open-filters" aria-haspopup="dialog" on:click=open>
            <IconView icon=Icon::Filter />
            {label}
        </button>
    }
}

/// All facets in a dialog from the lower edge.
#[component]
fn Sheet(sheet: NodeRef<html::Dialog>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let close = move || {
        if let Some(dialog) = sheet.get_untracked() {
            dom::close_dialog(&dialog);
        }
    };
    let facets = Facet::ALL
        .iter()
        .map(|&facet| {
            let n_chosen = move || {
                let n = atlas.view().filter.values_of(facet).count();
                (n > 0).then(|| view! { <span class="pill__count">{n}</span> })
            };
            view! {
                <details class="sheet__facet">
                    <summary>{facet_name(facet)}{n_chosen}</summary>
                    <FacetFieldset facet id_prefix=format!("sheet-{}", facet.code()) />
                </details>
            }
        })
        .collect_view();
    let show_words = words.clone();
    let show = move || {
        let n_counted = atlas.answer.get().map_or(0, |answer| answer.counted.len());
        show_words.count("filters.show", n_counted as u64, &[])
    };
    view! {
        <dialog class="sheet" id="sheet" node_ref=sheet aria-labelledby="sheet-title">
            <div class="sheet__head">
                <h2 id="sheet-title">{say("filters.label")}</h2>
                <button
                    type="button"
                    class="button button--icon"
                    aria-label=say("filters.close")
                    on:click=move |_| close()
                >
                    <IconView icon=Icon::Close />
                </button>
            </div>
            <div class="sheet__body">
                {facets}
                <ByViewSwitch id="sheet-by-view" class="facet__option sheet__by-view" />
            </div>
            <div class="sheet__foot">
                <button type="button" class="button" on:click=move |_| atlas.clear()>
                    {say("filters.clear")}
                </button>
                <button type="button" class="button button--main" on:click=move |_| close()>{show}</button>
            </div>
        </dialog>
    }
}
