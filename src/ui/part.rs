//! The pages that come in a WebAssembly file of their own, so that the list and the map do not wait for them.
//!
//! The file is fetched when the first page is idle: whoever opens one of these pages hardly ever waits.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

use atlas_core::domain::brief::Brief;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::about::About;
use super::partner::PartnerPage;
use super::words::{say, words};
use crate::browser::dom;

/// A page that comes later.
#[derive(Clone)]
pub(crate) enum LaterPage {
    About,
    Partner(Arc<Brief>),
}

/// The one way into the file, whose loader would be another for each.
#[wasm_split(pages, wasm_split_path = leptos::wasm_split, preload(load_pages), fallible)]
fn draw_page(page: LaterPage) -> Result<AnyView, SplitLoaderError> {
    Ok(match page {
        LaterPage::About => view! { <About /> }.into_any(),
        LaterPage::Partner(brief) => view! { <PartnerPage brief /> }.into_any(),
    })
}

impl LaterPage {
    fn title(&self) -> String {
        match self {
            Self::About => say("about.title"),
            Self::Partner(brief) => brief.name.get(words().lang()).to_owned(),
        }
    }
}

/// Whether the file is here. It never goes again.
static IS_HERE: AtomicBool = AtomicBool::new(false);

/// Fetches the file, unless it is here; false when it could not be had.
pub(crate) async fn load() -> bool {
    let is_here = load_pages().await.is_ok();
    IS_HERE.store(is_here, Ordering::Relaxed);
    is_here
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    Coming,
    Here,
    Missing,
}

/// The page, or its title until it is here, or what to do where it does not come.
#[component]
pub(crate) fn Later(page: LaterPage) -> impl IntoView {
    let title = page.title();
    let progress = RwSignal::new(Progress::Coming);
    if IS_HERE.load(Ordering::Relaxed) {
        progress.set(Progress::Here);
    } else {
        fetch(progress);
    }
    move || match progress.get() {
        Progress::Here => drawn(page.clone()).unwrap_or_else(|| waiting(&title)),
        Progress::Coming => waiting(&title),
        Progress::Missing => missing(&title, progress),
    }
}

/// The title alone takes the focus that a new page takes; the page that replaces it keeps it.
fn fetch(progress: RwSignal<Progress>) {
    leptos::task::spawn_local(async move {
        let outcome = if load().await { Progress::Here } else { Progress::Missing };
        let focused_id = dom::focused_id();
        // Whoever went on meanwhile has taken the page and its signals away.
        if progress.try_set(outcome).is_none()
            && let Some(id) = focused_id
        {
            crate::browser::time::before_next_paint(move || {
                dom::focus_id(&id, false);
            });
        }
    });
}

/// The file is here, so that the answer needs no waiting.
fn drawn(page: LaterPage) -> Option<AnyView> {
    match pin!(draw_page(page)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(view) => view.ok(),
        Poll::Pending => None,
    }
}

fn waiting(title: &str) -> AnyView {
    view! {
        <article class="page" aria-busy="true">
            <h1 id="page-title" tabindex="-1">{title.to_owned()}</h1>
        </article>
    }
    .into_any()
}

fn missing(title: &str, progress: RwSignal<Progress>) -> AnyView {
    let on_retry = move |_| {
        progress.set(Progress::Coming);
        fetch(progress);
    };
    view! {
        <article class="page">
            <h1 id="page-title" tabindex="-1">{title.to_owned()}</h1>
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
