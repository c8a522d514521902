//! Search, facets and what is chosen: pills beside the map, a sheet on a narrow screen.

mod chips;

use atlas_core::domain::catalogue::Facet;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::facet::FacetFieldset;
use super::icon::{Icon, IconView};
use super::map::ByViewSwitch;
use super::part::{Later, LaterPage};
use super::words::{say, words};
use crate::browser::dom;
use crate::state::atlas::Atlas;
use chips::Chips;
pub(super) use chips::{clear_all, note_filter_label};

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

/// What a pill discloses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    Facet(Facet),
    /// By notes of one's own, where there are some. Private: never in the address.
    Notes,
}

impl Pane {
    fn name(self) -> String {
        match self {
            Self::Facet(facet) => facet_name(facet),
            Self::Notes => say("notes.title"),
        }
    }

    fn pill_id(self) -> String {
        match self {
            Self::Facet(facet) => format!("pill-{}", facet.code()),
            Self::Notes => "pill-notes".to_owned(),
        }
    }

    fn n_chosen(self, atlas: Atlas) -> usize {
        match self {
            Self::Facet(facet) => atlas.view().filter.values_of(facet).count(),
            Self::Notes => usize::from(atlas.noted.read().is_filtered()),
        }
    }

    fn options(self) -> AnyView {
        match self {
            Self::Facet(facet) => view! { <FacetFieldset facet id_prefix=facet.code() /> }.into_any(),
            Self::Notes => view! { <Later page=LaterPage::NoteFilter("notes") /> }.into_any(),
        }
    }
}

/// Whether there is something to filter by.
fn has_notes(atlas: Atlas) -> Memo<bool> {
    Memo::new(move |_| atlas.noted.with(|noted| noted.n_notes > 0))
}

fn facet_name(facet: Facet) -> String {
    say(&format!("facet.{}", facet.code()))
}

/// A pill for each facet that discloses its options below.
#[component]
fn Pills() -> impl IntoView {
    let atlas = Atlas::of_context();
    let open_pane = RwSignal::new(None::<Pane>);
    let close = move || open_pane.set(None);
    let pressed_elsewhere = window_event_listener(ev::pointerdown, move |event| {
        if open_pane.get_untracked().is_some() && !dom::is_event_within(&event, "facets") {
            close();
        }
    });
    on_cleanup(move || pressed_elsewhere.remove());
    let on_key = move |event: ev::KeyboardEvent| {
        if let Some(pane) = open_pane.get_untracked().filter(|_| event.key() == "Escape") {
            close();
            dom::focus_id(&pane.pill_id(), false);
        }
    };
    let on_focus_out = move |_| {
        crate::browser::time::before_next_paint(move || {
            if !dom::has_focus_within("facets") && dom::focused_id().is_some() {
                // The page may be another one by now.
                let _gone = open_pane.try_set(None);
            }
        });
    };
    let pill = move |pane: Pane| {
        view! {
            <Pill
                pane
                is_open=Signal::derive(move || open_pane.get() == Some(pane))
                on_press=move |()| open_pane.update(|open| *open = (*open != Some(pane)).then_some(pane))
            />
        }
    };
    let pills = Facet::ALL.iter().map(|&facet| pill(Pane::Facet(facet))).collect_view();
    let has_notes = has_notes(atlas);
    view! {
        <div id="facets" on:keydown=on_key on:focusout=on_focus_out>
            <div class="pills">{pills} {move || has_notes.get().then(|| pill(Pane::Notes))}</div>
            {move || {
                open_pane
                    .get()
                    .map(|pane| {
                        view! { <div class="facet-popover" id="facet-popover">{pane.options()}</div> }
                    })
            }}
        </div>
    }
}

#[component]
fn Pill(pane: Pane, is_open: Signal<bool>, #[prop(into)] on_press: Callback<()>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let n_chosen = Memo::new(move |_| pane.n_chosen(atlas));
    view! {
        <button
            type="button"
            class="button pill"
            id=pane.pill_id()
            data-active=move || (n_chosen.get() > 0).then_some("")
            aria-expanded=move || is_open.get().to_string()
            aria-controls="facet-popover"
            on:click=move |_| on_press.run(())
        >
            {pane.name()}
            {move || (n_chosen.get() > 0).then(|| view! { <span class="pill__count">{n_chosen.get()}</span> })}
            <IconView icon=Icon::ChevronDown size_px=14 />
        </button>
    }
}

/// Opens the sheet, and says how many values are chosen.
#[component]
fn SheetButton(sheet: NodeRef<html::Dialog>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let label = move || match atlas.view().filter.len() + Pane::Notes.n_chosen(atlas) {
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
    let has_notes = has_notes(atlas);
    let notes = move || {
        has_notes.get().then(|| {
            view! {
                <details class="sheet__facet">
                    <summary>{say("notes.title")}</summary>
                    <Later page=LaterPage::NoteFilter("sheet-notes") />
                </details>
            }
        })
    };
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
                {notes}
                <ByViewSwitch id="sheet-by-view" class="facet__option sheet__by-view" />
            </div>
            <div class="sheet__foot">
                <button type="button" class="button" on:click=move |_| clear_all(atlas)>
                    {say("filters.clear")}
                </button>
                <button type="button" class="button button--main" on:click=move |_| close()>{show}</button>
            </div>
        </dialog>
    }
}
