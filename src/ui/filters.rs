//! Search, facets and what is chosen: pills beside the map, a sheet on a narrow screen.

mod chips;
mod sheet;

use atlas_core::domain::catalogue::Facet;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::icon::{Icon, IconView};
use super::live::{live, live_if};
use super::part::{Later, LaterPage};
use super::words::{say, words};
use crate::browser::{self, dom, time};
use crate::state::atlas::Atlas;
use chips::Chips;
pub(super) use chips::{clear_all, note_filter_label};
pub(super) use sheet::SheetContent;

#[component]
pub(crate) fn Filters() -> impl IntoView {
    let sheet = NodeRef::<html::Dialog>::new();
    let is_sheet_asked = RwSignal::new(false);
    view! {
        <section class="filters no-print" role="search" aria-label=say("filters.label")>
            <div class="filters__bar">
                <SearchBox />
                <SheetButton sheet is_asked=is_sheet_asked />
            </div>
            <Pills />
            <Chips />
            <Sheet sheet is_asked=is_sheet_asked />
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
            Self::Facet(facet) => view! { <Later page=LaterPage::Facet(facet) /> }.into_any(),
            Self::Notes => view! { <Later page=LaterPage::NoteFilter("notes") /> }.into_any(),
        }
    }
}

/// Whether there is something to filter by.
fn has_notes(atlas: Atlas) -> Memo<bool> {
    Memo::new(move |_| !atlas.is_building() && atlas.noted.with(|noted| noted.n_notes > 0))
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
    browser::on_window(ev::pointerdown, move |event| {
        if open_pane.get_untracked().is_some() && !dom::is_event_within(&event, "facets") {
            close();
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        if let Some(pane) = open_pane.get_untracked().filter(|_| event.key() == "Escape") {
            close();
            dom::focus_id(&pane.pill_id(), false);
        }
    };
    let on_focus_out = move |_| {
        time::before_next_paint(move || {
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
            <div class="pills">{pills} {live_if(move || has_notes.get().then(|| pill(Pane::Notes).into_any()))}</div>
            {live_if(move || {
                open_pane
                    .get()
                    .map(|pane| {
                        view! { <div class="facet-popover" id="facet-popover">{pane.options()}</div> }.into_any()
                    })
            })}
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
            {live_if(move || {
                let n = n_chosen.get();
                (n > 0).then(|| view! { <span class="pill__count">{n}</span> }.into_any())
            })}
            <IconView icon=Icon::ChevronDown size_px=14 />
        </button>
    }
}

/// Opens the sheet, and says how many values are chosen.
#[component]
fn SheetButton(sheet: NodeRef<html::Dialog>, is_asked: RwSignal<bool>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let label = live(move || match atlas.view().filter.len() + Pane::Notes.n_chosen(atlas) {
        0 => say("filters.open").into_any(),
        n => words.format("filters.open-n", &[("n", &n.to_string())]).into_any(),
    });
    let open = move |_| {
        is_asked.set(true);
        // What is in it is there by then, so that it takes the focus.
        time::before_next_paint(move || {
            if let Some(dialog) = sheet.get_untracked() {
                dom::open_dialog(&dialog);
            }
        });
    };
    view! {
        <button type="button" class="button filters__open" id="open-filters" aria-haspopup="dialog" on:click=open>
            <IconView icon=Icon::Filter />
            {label}
        </button>
    }
}

/// All facets in a dialog from the lower edge. What is in it comes when it is opened.
#[component]
fn Sheet(sheet: NodeRef<html::Dialog>, is_asked: RwSignal<bool>) -> impl IntoView {
    view! {
        <dialog class="sheet" id="sheet" node_ref=sheet aria-labelledby="sheet-title">
            {live_if(move || is_asked.get().then(|| view! { <Later page=LaterPage::Sheet(sheet) /> }.into_any()))}
        </dialog>
    }
}
