//! A meeting brief: the facts, timeline and sources of some partners, to be printed.
//!
//! What is picked stays in this page and never enters the address: whom the Secretariat meets is nobody's business.

mod picks;
mod print_out;
mod record;
mod settings;

use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::PartnershipId;
use leptos::prelude::*;

use super::details::with_details;
use super::icon::{Icon, IconView};
use super::notebook::SharedComputerNotice;
use super::words::say;
use crate::browser::page;
use crate::state::atlas::Atlas;
use crate::state::notebook::{NotebookState, today};
use picks::Picks;
use print_out::PrintOut;
use settings::Settings;

/// Who may read a brief; said at the head of every printed page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marking {
    Public,
    Internal,
}

impl Marking {
    fn key(self) -> &'static str {
        match self {
            Self::Public => "meeting-brief.public",
            Self::Internal => "meeting-brief.internal",
        }
    }
}

/// What the person asks of the brief.
#[derive(Clone, Copy)]
struct Plan {
    notebook: NotebookState,
    /// In the order in which they were picked.
    picked: RwSignal<Vec<PartnershipId>>,
    title: RwSignal<String>,
    /// As the field has it, `2026-11-24`, or empty.
    date: RwSignal<String>,
    has_notes: RwSignal<bool>,
    /// Whether every milestone is shown, whatever the number of pages.
    is_whole: RwSignal<bool>,
    chosen_marking: RwSignal<Marking>,
}

impl Plan {
    /// Notes are never public.
    fn marking(self) -> Marking {
        if self.has_notes.get() { Marking::Internal } else { self.chosen_marking.get() }
    }
}

#[component]
pub(crate) fn MeetingBrief() -> impl IntoView {
    let atlas = Atlas::of_context();
    let notebook = NotebookState::of_tab(atlas.noted);
    let plan = Plan {
        notebook,
        picked: RwSignal::new(Vec::new()),
        title: RwSignal::new(String::new()),
        date: RwSignal::new(today().map(|day| day.to_string()).unwrap_or_default()),
        has_notes: RwSignal::new(false),
        is_whole: RwSignal::new(false),
        chosen_marking: RwSignal::new(Marking::Public),
    };
    let is_empty = Memo::new(move |_| plan.picked.with(Vec::is_empty));
    let preview = with_details(
        move |whole| {
            let whole = StoredValue::new(whole);
            (move || {
                if is_empty.get() {
                    return view! { <p class="brief-page__none">{say("meeting-brief.none")}</p> }.into_any();
                }
                view! { <PrintOut plan whole=whole.get_value() /> }.into_any()
            })
            .into_any()
        },
        || ().into_any(),
    );
    view! {
        <article class="brief-page">
            <header class="brief-page__head no-print">
                <a class="partner__back" href=move || atlas.href_of(Route::Notebook)>
                    <IconView icon=Icon::ArrowLeft size_px=16 />
                    {say("notebook.title")}
                </a>
                <h1 id="page-title" tabindex="-1">{say("meeting-brief.title")}</h1>
                <p class="notebook__lead">{say("meeting-brief.lead")}</p>
                <SharedComputerNotice notebook />
            </header>
            <div class="brief-page__columns">
                <div class="brief-page__plan no-print">
                    <Picks plan />
                    <Settings plan />
                    <p class="notebook__actions">
                        <button
                            type="button"
                            class="button button--main"
                            id="print-brief"
                            aria-disabled=move || is_empty.get().to_string()
                            on:click=move |_| {
                                if !is_empty.get_untracked() {
                                    page::print();
                                }
                            }
                        >
                            {say("meeting-brief.print")}
                        </button>
                    </p>
                </div>
                <section class="brief-page__preview" aria-label=say("meeting-brief.preview")>{preview}</section>
            </div>
        </article>
    }
}
