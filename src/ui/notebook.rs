//! The notebook: all notes in this browser, what asks for attention first, and beside them where they are kept.

mod backup;
mod conflict;
mod desk;
mod due;
mod durability;
mod erase;
mod frame_notes;
mod import;
mod list;
mod more;
mod names;
mod overview;
mod shared_computer;
mod stored;
mod toolbar;
mod trash;
mod trouble;

use atlas_core::domain::link::Route;
use leptos::prelude::*;

use super::notes::history::{History, Trashed};
use super::words::say;
use crate::state::atlas::Atlas;
use crate::state::notebook::NotebookState;
use backup::Backup;
use desk::{Desk, StatusLine};
use durability::Durability;
pub(crate) use frame_notes::FrameNotes;
use import::{ImportButton, ImportPanel};
use overview::Overview;
use shared_computer::SharedComputer;
pub(crate) use shared_computer::SharedComputerNotice;
use stored::StoredHere;
use trash::Trash;
use trouble::Troubles;

#[component]
pub(crate) fn NotebookPage() -> impl IntoView {
    let atlas = Atlas::of_context();
    let notebook = NotebookState::of_tab(atlas.noted);
    provide_context(Desk::new(notebook));
    let has_notes = Memo::new(move |_| notebook.with(|book| book.notes().next().is_some()));
    let notes = move || match (notebook.is_ready.get(), has_notes.get()) {
        (_, true) => view! { <Overview /> }.into_any(),
        (true, false) => view! { <Empty /> }.into_any(),
        (false, false) => view! { <p class="details-awaited">{say("notebook.awaited")}</p> }.into_any(),
    };
    view! {
        <article class="notebook" aria-busy=move || (!notebook.is_ready.get()).to_string()>
            <header class="notebook__head">
                <h1 id="page-title" tabindex="-1">{say("notebook.title")}</h1>
                <History />
                <p class="notebook__lead">{say("notebook.lead")}</p>
            </header>
            <SharedComputerNotice notebook />
            <Troubles />
            <StatusLine />
            <Trashed />
            <div class="notebook__columns">
                <div class="notebook__main">
                    <ImportPanel />
                    {notes}
                    <Trash />
                </div>
                <aside class="notebook__side" aria-label=say("notebook.side")>
                    <section class="notebook__section">
                        <h2>{say("meeting-brief.title")}</h2>
                        <p>{say("notebook.brief.text")}</p>
                        <p>
                            <a class="button" href=move || atlas.href_of(Route::MeetingBrief)>
                                {say("notebook.brief.link")}
                            </a>
                        </p>
                    </section>
                    <Backup />
                    <Durability />
                    <SharedComputer />
                    <StoredHere />
                </aside>
            </div>
        </article>
    }
}

/// What notes are, and a way back to those that were here.
#[component]
fn Empty() -> impl IntoView {
    let atlas = Atlas::of_context();
    view! {
        <section class="notebook__empty">
            <h2>{say("notebook.empty.title")}</h2>
            <p>{say("notebook.empty.text")}</p>
            <p><a class="button button--main" href=move || atlas.href_of(Route::Explore)>{say("notebook.empty.explore")}</a></p>
            <h3>{say("notebook.empty.before")}</h3>
            <p>{say("notebook.empty.before.text")}</p>
            <p><ImportButton label_key="notebook.empty.import" id="import-into-empty" /></p>
        </section>
    }
}
