//! How safe the notes are: where they are kept, how much room is left, what the browser promised.

use atlas_core::notebook::durability::LOCAL_STORAGE_UNITS;
use leptos::prelude::*;

use super::desk::Desk;
use crate::browser::store_failure::StoreFailure;
use crate::browser::{device, page};
use crate::state::notebook::NotebookState;
use crate::ui::words::{say, words};

#[component]
pub(super) fn Durability() -> impl IntoView {
    let desk = Desk::of_context();
    let notebook = desk.notebook;
    let words = words();
    let address = words.format("notebook.where.here", &[("host", &page::host())]);
    let readers = words.format("notebook.readers.text", &[("host", &page::host())]);
    let clears = (device::clears_after_seven_days() && !device::is_installed())
        .then(|| view! { <p class="notebook__nudge">{say("notebook.safari")}</p> });
    view! {
        <section class="notebook__section">
            <h2>{say("notebook.where.title")}</h2>
            <Stores notebook address />
            <Room desk />
            <Promise notebook />
            {clears}
            <details class="disclosure">
                <summary>{say("notebook.readers.title")}</summary>
                <div class="disclosure__body"><p>{readers}</p></div>
            </details>
            <details class="disclosure">
                <summary>{say("notebook.moving.title")}</summary>
                <div class="disclosure__body"><p>{say("notebook.moving.text")}</p></div>
            </details>
        </section>
    }
}

/// What a store that failed is said to do: the end of its message key.
fn failure_code(failure: &StoreFailure) -> &'static str {
    match failure {
        StoreFailure::Refused => "refused",
        StoreFailure::Full => "full",
        StoreFailure::NotKept => "not-kept",
        StoreFailure::NoAnswer => "no-answer",
        StoreFailure::Broken(_) => "broken",
    }
}

/// Both stores, or which of them failed and why.
#[component]
fn Stores(notebook: NotebookState, address: String) -> impl IntoView {
    let failed = move || {
        let local = notebook.local_failure.get().map(|it| format!("notebook.local.{}", failure_code(&it)));
        let second = notebook.second_failure.get().map(|it| format!("notebook.second.{}", failure_code(&it)));
        (local, second)
    };
    move || {
        if notebook.is_memory_only.get() {
            return view! { <p>{say("notebook.where.memory")}</p> }.into_any();
        }
        let (local, second) = failed();
        let state = match (&local, &second) {
            (None, None) => "notebook.where.both",
            (Some(_), Some(_)) => "notebook.where.none",
            _ => "notebook.where.one",
        };
        let reasons = local
            .into_iter()
            .chain(second)
            .map(|key| view! { <p class="notebook__nudge">{say(&key)}</p> })
            .collect_view();
        let retry = (state != "notebook.where.both").then(|| {
            view! {
                <p>
                    <button type="button" class="button" id="store-again" on:click=move |_| notebook.save_all()>
                        {say("notebook.where.retry")}
                    </button>
                </p>
            }
        });
        view! { <p>{address.clone()}" "{say(state)}</p>{reasons}{retry} }.into_any()
    }
}

/// How many more notes fit.
#[component]
fn Room(desk: Desk) -> impl IntoView {
    let words = words();
    // Reads all that is stored: not at every key of a note that is open.
    let room = Memo::new(move |_| {
        desk.settled();
        (!desk.notebook.is_memory_only.get()).then(|| desk.notebook.room()).flatten()
    });
    move || {
        room.get().map(|room| {
            let percent = room.n_left() * 100 / LOCAL_STORAGE_UNITS;
            let percent_words = words.number(percent);
            let text = words.count("notebook.room", room.n_more_notes(), &[("percent", &percent_words)]);
            view! {
                <p>{text}</p>
                <progress class="room" max="100" value=(100 - percent.min(100)).to_string() aria-label=say("notebook.room.label")></progress>
            }
        })
    }
}

/// Whether the browser has promised to keep what it holds.
#[component]
fn Promise(notebook: NotebookState) -> impl IntoView {
    let is_asking = RwSignal::new(false);
    let on_ask = move |_| {
        is_asking.set(true);
        leptos::task::spawn_local(async move {
            notebook.ask_to_persist().await;
            // The person may have left the page meanwhile.
            let _gone = is_asking.try_set(false);
        });
    };
    move || {
        if notebook.is_memory_only.get() {
            return None;
        }
        let answer = notebook.is_persisted.get();
        let key = match answer {
            Some(true) => "notebook.promise.given",
            Some(false) => "notebook.promise.not-given",
            None => "notebook.promise.unknown",
        };
        let ask = (answer == Some(false)).then(|| {
            view! {
                <p>
                    <button
                        type="button"
                        class="button"
                        id="ask-to-persist"
                        aria-disabled=move || is_asking.get().to_string()
                        on:click=on_ask
                    >
                        {say("notebook.promise.ask")}
                    </button>
                </p>
            }
        });
        Some(view! { <p>{say(key)}</p>{ask} })
    }
}
