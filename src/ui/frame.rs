//! The atlas within another web site: one view of it, with what must travel along, and nothing that takes the page
//! around it by surprise.

use atlas_core::domain::link::{Frame, FrameView, Route};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::failure::Failure;
use super::filters::Filters;
use super::icon::{Icon, IconView};
use super::map::MapView;
use super::notices::Notices;
use super::part::{Later, LaterPage};
use super::result::{ResultBar, ResultList};
use super::words::{say, words};
use crate::browser::{dom, host};
use crate::state::atlas::{Atlas, SessionContext, session};
use crate::state::host::HostState;

#[component]
pub(crate) fn FramePage() -> impl IntoView {
    let atlas = Atlas::of_context();
    // Built anew with every other data set.
    let shown = atlas.shown.get_untracked();
    let of_host = HostState::of_page(atlas);
    let root = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let Some(root) = root.get() {
            dom::open_links_in_new_tabs(&root);
            dom::watch_size(&root, move |_, height_px| of_host.tell_height(height_px));
        }
    });
    let frame = Memo::new(move |_| atlas.frame());
    let failure = shown.as_ref().err().cloned();
    if let Ok(session) = shown {
        provide_context(SessionContext(session));
    }
    let has_data = failure.is_none();
    view! {
        <div
            class="app frame"
            node_ref=root
            data-view=move || frame.get().map(|frame| frame.view.code())
            data-without=move || frame.get().map(|frame| left_out(&frame))
            data-accent=move || frame.get().and_then(|it| it.accent).map(|_| "")
            on:keydown=move |event| leave_on_escape(&event)
            on:click=move |event| {
                if let Some((path, query)) = dom::link_of(&event) {
                    HostState::tell_followed(atlas, &path, &query);
                }
            }
        >
            {move || frame.get().filter(|it| it.shows.header).map(|_| view! { <FrameHeader /> })}
            <main id="main" tabindex="-1">
                <Notices />
                {failure.map(|failure| view! { <Failure failure /> })}
                {move || frame.get().filter(|_| has_data).map(|frame| view! { <FrameBody frame /> })}
                {move || {
                    let says_where = |it: &Frame| it.has_notes && it.view != FrameView::Partner;
                    frame.get().filter(says_where).map(|_| view! { <AboutNotes /> })
                }}
            </main>
            <FrameFoot />
        </div>
    }
}

/// What of a map the style leaves out.
fn left_out(frame: &Frame) -> String {
    let legend = (!frame.shows.legend).then_some("legend");
    let by_view = (!frame.shows.filters && !frame.view.has_list()).then_some("by-view");
    [legend, by_view].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What has a use of its own for Escape keeps it.
fn leave_on_escape(event: &ev::KeyboardEvent) {
    let is_used =
        event.default_prevented() || dom::has_id("facet-popover") || dom::is_event_within(event, "sheet");
    if event.key() == "Escape" && !is_used {
        host::leave();
    }
}

#[component]
fn FrameHeader() -> impl IntoView {
    let atlas = Atlas::of_context();
    view! {
        <header class="frame__header">
            <a class="brand" href=move || atlas.href_of(Route::Explore)>
                <IconView icon=Icon::Globe size_px=22 />
                {say("app.name")}
            </a>
        </header>
    }
}

/// Only a card takes notes: where they can be taken, and what they would be here.
#[component]
fn AboutNotes() -> impl IntoView {
    let atlas = Atlas::of_context();
    view! {
        <div class="frame__notes frame__notes--apart no-print">
            <p>{say("frame.notes")}</p>
            <p class="notebook__actions">
                <a class="button" href=move || atlas.href_of(Route::Explore)>{say("frame.open")}</a>
            </p>
        </div>
    }
}

#[component]
fn FrameBody(frame: Frame) -> impl IntoView {
    let Frame { view, shows, partner, .. } = frame;
    match view {
        FrameView::Partner => {
            let brief = session().zip(partner).and_then(|(session, id)| session.digest.brief(&id).cloned());
            match brief {
                Some(brief) => view! { <Later page=LaterPage::Card(brief) /> }.into_any(),
                None => view! { <h1 class="frame__card">{say("partner.unknown.title")}</h1> }.into_any(),
            }
        }
        FrameView::Counter => view! { <Counter /> }.into_any(),
        FrameView::Map | FrameView::List | FrameView::MapList => {
            let panel = (shows.filters || view.has_list()).then(|| {
                view! {
                    <div class="frame__panel">
                        {shows.filters.then(|| view! { <Filters /> })}
                        <ResultBar />
                        {view.has_list().then(|| view! { <ResultList /> })}
                    </div>
                }
            });
            view! {
                <h1 class="visually-hidden">{say("explore.title")}</h1>
                <div class="frame__body">
                    {panel}
                    {view.has_map().then(|| view! { <MapView /> })}
                </div>
            }
            .into_any()
        }
    }
}

/// The number of the result and of its sectors, as everywhere.
#[component]
fn Counter() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let text = move || {
        let counted =
            atlas.answer.get().map(|answer| atlas.briefs(&answer.counted.to_vec())).unwrap_or_default();
        atlas_core::domain::brief::count_in_words(&counted, &words)
    };
    view! {
        <h1 class="frame__counter">
            <a href=move || atlas.href_of(Route::Explore)>{text}</a>
        </h1>
    }
}

/// What travels with every frame: the disclaimer, the edition, and the way to where it comes from.
#[component]
fn FrameFoot() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let edition = session().and_then(|session| session.digest.edition.clone()).map(|edition| {
        let date = words.date(Some(&edition.date));
        words.format("frame.edition", &[("edition", &edition.number), ("date", &date)])
    });
    view! {
        <footer class="frame__foot">
            <p>
                <a href=move || atlas.href_of(Route::Explore)>{say("frame.open")}</a>
                " "
                {edition}
            </p>
            <p>{say("disclaimer.short")}" "{say("disclaimer.credit")}</p>
        </footer>
    }
}
