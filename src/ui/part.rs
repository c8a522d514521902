//! The parts of the app that come in WebAssembly files of their own, so that the list and the map do not wait for them;
//! with them come their words and their style.
//!
//! The pages are fetched when the first page is idle, the notebook when a person has notes or asks for them: whoever
//! opens one of them hardly ever waits.

#![expect(
    clippy::unnecessary_wraps,
    reason = "a part of the app that may not come is drawn by a function that may fail"
)]

mod awaiting;

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

use atlas_core::domain::brief::Brief;
use atlas_core::domain::catalogue::Facet;
use atlas_core::domain::messages::learn_later_english;
use atlas_core::domain::partnership::{Partnership, PartnershipId};
use atlas_core::domain::vocabulary::Lang;
use atlas_core::notebook::NoteFilter;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use awaiting::{heading, waiting};

use super::about::About;
use super::embed::EmbedBuilder;
use super::empty::EmptyResult;
use super::facet::FacetFieldset;
use super::filters::SheetContent;
use super::frame::FramePage;
use super::frame_card::FrameCard;
use super::live::live;
use super::map::CityCard;
use super::meeting_brief::MeetingBrief;
use super::more_rows::MoreRows;
use super::new_version::NewVersion;
use super::not_found::NotFound;
use super::notebook::{FrameNotes, NotebookPage};
use super::notes::{NoteFilterOptions, Notes};
use super::partner::PartnerPage;
use super::partner_unknown::PartnerUnknown;
use super::words::{say, words};
use crate::browser::{IS_PRERENDERING, dom, time};
use crate::state::atlas::Atlas;
use crate::state::notebook::NotebookState;

/// What comes later.
#[derive(Clone)]
pub(crate) enum LaterPage {
    About,
    Partner(Arc<Brief>),
    /// The page of a partner of whom there is no record.
    PartnerUnknown(PartnershipId),
    /// The page of a path that is none of ours.
    NotFound,
    /// That a new version of the atlas is ready, once it is.
    NewVersion,
    /// The options of a facet.
    Facet(Facet),
    /// All facets and the rest of the sheet of filters.
    Sheet(NodeRef<Dialog>),
    /// Instead of a list in which there is nothing.
    EmptyResult,
    /// Under a list of which so many rows are shown, of so many, with the id of the list.
    MoreRows(usize, usize, &'static str),
    /// The partners of one mark of the map.
    CityCard,
    /// All of a frame in another web site.
    Frame,
    /// A partner's card in one.
    Card(Arc<Brief>),
    /// The notes on that card.
    FrameNotes(Arc<Partnership>),
    /// The builder of frames.
    Embed,
    Notebook,
    MeetingBrief,
    /// The notes on a partnership, on its page.
    Notes(Arc<Partnership>),
    /// By what the list can be filtered by notes. What is in front of the ids of its elements.
    NoteFilter(&'static str),
}

/// The file that something is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum File {
    Pages,
    Notebook,
    Frame,
    Embed,
}

/// The one way into the file of the pages, whose loader would be another for each.
#[wasm_split(pages, wasm_split_path = leptos::wasm_split, preload(load_pages), fallible)]
fn draw_page(page: LaterPage) -> Result<AnyView, SplitLoaderError> {
    learn_later_english();
    Ok(match page {
        LaterPage::Partner(brief) => view! { <PartnerPage brief /> }.into_any(),
        LaterPage::PartnerUnknown(id) => view! { <PartnerUnknown id /> }.into_any(),
        LaterPage::NotFound => view! { <NotFound /> }.into_any(),
        LaterPage::Facet(facet) => view! { <FacetFieldset facet id_prefix=facet.code() /> }.into_any(),
        LaterPage::Sheet(sheet) => view! { <SheetContent sheet /> }.into_any(),
        LaterPage::Card(brief) => view! { <FrameCard brief /> }.into_any(),
        LaterPage::EmptyResult => view! { <EmptyResult /> }.into_any(),
        LaterPage::MoreRows(n_shown, n_all, list_id) => {
            view! { <MoreRows n_shown n_all list_id /> }.into_any()
        }
        LaterPage::CityCard => view! { <CityCard /> }.into_any(),
        LaterPage::NewVersion => view! { <NewVersion /> }.into_any(),
        _ => view! { <About /> }.into_any(),
    })
}

/// The one way into the file of the notebook.
#[wasm_split(notebook, wasm_split_path = leptos::wasm_split, preload(load_notebook), fallible)]
fn draw_notebook(page: LaterPage) -> Result<AnyView, SplitLoaderError> {
    learn_later_english();
    Ok(match page {
        LaterPage::Notes(partnership) => view! { <Notes partnership /> }.into_any(),
        LaterPage::FrameNotes(partnership) => view! { <FrameNotes partnership /> }.into_any(),
        LaterPage::NoteFilter(id_prefix) => view! { <NoteFilterOptions id_prefix /> }.into_any(),
        LaterPage::MeetingBrief => view! { <MeetingBrief /> }.into_any(),
        _ => view! { <NotebookPage /> }.into_any(),
    })
}

/// The one way into the file of the frame, which nobody needs who is not in one.
#[wasm_split(frame, wasm_split_path = leptos::wasm_split, preload(load_frame), fallible)]
fn draw_frame() -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <FramePage /> }.into_any())
}

/// The one way into the file of the builder.
#[wasm_split(embed, wasm_split_path = leptos::wasm_split, preload(load_embed), fallible)]
fn draw_embed() -> Result<AnyView, SplitLoaderError> {
    learn_later_english();
    Ok(view! { <EmbedBuilder /> }.into_any())
}

#[wasm_split(notebook, wasm_split_path = leptos::wasm_split, fallible)]
fn open_notebook(atlas: Atlas) -> Result<(), SplitLoaderError> {
    learn_later_english();
    NotebookState::of_tab(atlas.noted);
    Ok(())
}

#[wasm_split(notebook, wasm_split_path = leptos::wasm_split, fallible)]
fn filter_notes(atlas: Atlas, filter: Option<NoteFilter>) -> Result<(), SplitLoaderError> {
    NotebookState::of_tab(atlas.noted).filter_list(filter);
    Ok(())
}

/// Leaves all partnerships in the list, whatever notes they have.
pub(super) fn clear_note_filter(atlas: Atlas) {
    if atlas.noted.read_untracked().is_filtered() {
        leptos::task::spawn_local(async move {
            // Its file is here: the filter was set from there.
            let _cleared = filter_notes(atlas, None).await;
        });
    }
}

/// Fetches the notebook and opens it, so that the list and the map show who has notes.
pub(super) async fn open_notes(atlas: Atlas) {
    if load(File::Notebook).await {
        atlas.load_later_words().await;
        // Its file is here now.
        let _opened = open_notebook(atlas).await;
    }
}

impl LaterPage {
    fn file(&self) -> File {
        match self {
            Self::Notebook
            | Self::MeetingBrief
            | Self::Notes(_)
            | Self::FrameNotes(_)
            | Self::NoteFilter(_) => File::Notebook,
            Self::Frame => File::Frame,
            Self::Embed => File::Embed,
            _ => File::Pages,
        }
    }

    /// The heading that stands there until it comes; none for a part of a page, which has its own.
    fn title(&self) -> Option<String> {
        match self {
            Self::About => Some(say("about.title")),
            Self::Partner(brief) | Self::Card(brief) => Some(brief.name.get(words().lang()).to_owned()),
            Self::PartnerUnknown(_) => Some(say("partner.unknown.title")),
            Self::NotFound => Some(say("not-found.title")),
            Self::Notebook => Some(say("notebook.title")),
            Self::MeetingBrief => Some(say("meeting-brief.title")),
            Self::Embed => Some(say("embed.title")),
            _ => None,
        }
    }
}

/// Whether a file is here, by [`File`]. It never goes again.
static IS_HERE: [AtomicBool; 4] = [const { AtomicBool::new(false) }; 4];

/// Fetches a file and the style of what is in it, unless they are here; false when one could not be had.
pub(crate) async fn load(file: File) -> bool {
    let style = dom::wear_sheet("later-style");
    let is_here = match file {
        File::Pages => load_pages().await.is_ok(),
        File::Notebook => load_notebook().await.is_ok(),
        File::Frame => load_frame().await.is_ok(),
        File::Embed => load_embed().await.is_ok(),
    };
    let is_here = style.await && is_here;
    IS_HERE[file as usize].store(is_here, Ordering::Relaxed);
    is_here
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    Coming,
    Here,
    Missing,
}

/// What comes later, or its title until it is here, or what to do where it does not come.
#[component]
pub(crate) fn Later(page: LaterPage) -> impl IntoView {
    let (title, file) = (page.title(), page.file());
    let progress = RwSignal::new(Progress::Coming);
    let has_words = words().lang() == Lang::En || words().is_whole();
    if has_words && (IS_PRERENDERING || IS_HERE[file as usize].load(Ordering::Relaxed)) {
        progress.set(Progress::Here);
    } else {
        fetch(Atlas::of_context(), file, progress);
    }
    live(move || match progress.get() {
        Progress::Here => drawn(page.clone()).unwrap_or_else(|| waiting(title.as_ref())),
        Progress::Coming => waiting(title.as_ref()),
        Progress::Missing => missing(title.as_ref(), file, progress),
    })
}

/// The title alone takes the focus that a new page takes; the page that replaces it keeps it.
fn fetch(atlas: Atlas, file: File, progress: RwSignal<Progress>) {
    leptos::task::spawn_local(async move {
        let outcome = if load(file).await { Progress::Here } else { Progress::Missing };
        atlas.load_later_words().await;
        let focused_id = dom::focused_id();
        // Whoever went on meanwhile has taken the page and its signals away.
        if progress.try_set(outcome).is_none()
            && let Some(id) = focused_id
        {
            time::before_next_paint(move || {
                dom::focus_id(&id, false);
            });
        }
    });
}

/// The file is here, so that the answer needs no waiting.
fn drawn(page: LaterPage) -> Option<AnyView> {
    let mut context = Context::from_waker(Waker::noop());
    let polled = match page {
        LaterPage::Frame => pin!(draw_frame()).poll(&mut context),
        LaterPage::Embed => pin!(draw_embed()).poll(&mut context),
        page if page.file() == File::Pages => pin!(draw_page(page)).poll(&mut context),
        page => pin!(draw_notebook(page)).poll(&mut context),
    };
    match polled {
        Poll::Ready(view) => view.ok(),
        Poll::Pending => None,
    }
}

fn missing(title: Option<&String>, file: File, progress: RwSignal<Progress>) -> AnyView {
    let atlas = Atlas::of_context();
    let on_retry = move |_| {
        progress.set(Progress::Coming);
        fetch(atlas, file, progress);
    };
    view! {
        <article class=title.map(|_| "page")>
            {heading(title)}
            <p role="alert">{say("part.missing")}</p>
            <p class="partner__actions">
                <button type="button" class="button button--main" id="retry" on:click=on_retry>
                    {say("failure.retry")}
                </button>
            </p>
        </article>
    }
    .into_any()
}
