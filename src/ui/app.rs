//! The frame of every page: what is shown follows the address, the data set and the language.

use std::sync::Arc;

use atlas_core::domain::link::{FrameView, Route};
use atlas_core::domain::messages::Messages;
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use leptos::prelude::*;
use leptos_router::components::Router;

use super::explore::Explore;
use super::failure::Failure;
use super::header::Header;
use super::live::{live, live_if};
use super::notices::Notices;
use super::part::{self, Later, LaterPage};
use super::pointing;
use super::words::Words;
use crate::browser::{boot, dom, page, time};
use crate::state::atlas::{Atlas, SessionContext};
use crate::state::map::MapState;
use crate::state::navigation;
use crate::state::notebook;
use crate::state::session::{Session, Shown};
use crate::state::start::Start;

/// The router owns the history and the links; which page an address means, `domain::link` alone decides. Its own routes
/// would be 15 kB of WebAssembly that all lead to the one frame.
#[component]
pub(crate) fn App(start: Start) -> impl IntoView {
    let base = start.base.clone();
    provide_context(navigation::watch_popping());
    view! {
        <Router base>
            <Frame start />
        </Router>
    }
}

#[component]
fn Frame(start: Start) -> impl IntoView {
    navigation::complete_navigations();
    let atlas = Atlas::new(start);
    provide_context(atlas);
    let map = MapState::new(atlas);
    provide_context(map);
    follow_language(atlas);
    let rests = ask_for_details(atlas, map);
    follow_address(atlas);
    take_over(atlas, map);
    pointing::watch(atlas, map);
    Effect::new(move || atlas.apply_theme());
    // Views are built anew for another language or data set, so that they need not watch either.
    let page = live(move || {
        let words = Words(atlas.messages.get());
        let shown = atlas.shown.get();
        view! { <Page words shown /> }.into_any()
    });
    let new_version = live_if(move || {
        rests.get().then(|| {
            provide_context(Words(atlas.messages.get()));
            view! { <Later page=LaterPage::NewVersion /> }.into_any()
        })
    });
    (page, new_version)
}

/// Asks for the details at once where a page cannot do without, and else when the first page has been painted and
/// rests. Whether all is here that follows the first page.
fn ask_for_details(atlas: Atlas, map: MapState) -> RwSignal<bool> {
    let rests = RwSignal::new(false);
    Effect::new(move || {
        let is_needed = |route: &Route| match route {
            Route::Frame(frame) => frame.view == FrameView::Partner,
            Route::Explore | Route::Unknown(_) | Route::Embed(_) => false,
            _ => true,
        };
        let link = atlas.link.read();
        if is_needed(&link.route) || !link.view.text.is_empty() {
            atlas.ask_for_details();
        }
    });
    time::after_next_paint(move || {
        time::when_idle(move || {
            page::use_web_font();
            atlas.ask_for_details();
            leptos::task::spawn_local(async move {
                map.refine().await;
                let is_here = part::load(part::File::Pages).await;
                atlas.load_later_words().await;
                // A frame shows no notes: what it could keep is a notebook of its own.
                if atlas.is_framed {
                    return;
                }
                rests.set(is_here);
                // Local storage was looked at when the app started; the second store may have them alone.
                if atlas.wants_notes.get_untracked() || notebook::is_kept_here().await {
                    atlas.wants_notes.set(true);
                    part::open_notes(atlas).await;
                }
            });
        });
    });
    rests
}

/// Lets the app be seen, in the place of the readable page, when it shows all that can be read there.
fn take_over(atlas: Atlas, map: MapState) {
    let is_ready = Memo::new(move |_| {
        let route = atlas.link.with(|link| link.route.clone());
        let Ok(session) = atlas.shown.get() else { return true };
        let has_map = matches!(route, Route::Explore | Route::Partner(_));
        let has_details = matches!(route, Route::About | Route::Partner(_));
        (!has_map || map.is_drawn()) && (!has_details || !session.details.read().are_awaited())
    });
    Effect::new(move |was_ready: Option<bool>| {
        let is_ready = is_ready.get() || was_ready == Some(true);
        if is_ready && was_ready != Some(true) {
            time::before_next_paint(boot::take_over);
        }
        is_ready
    });
}

/// Fetches the words of the language that the address names.
fn follow_language(atlas: Atlas) {
    let lang = Memo::new(move |_| atlas.link.read().lang);
    Effect::new(move |previous: Option<Lang>| {
        let lang = lang.get();
        // The first language was asked for before the page was built, whether it came or not.
        if previous.is_none() || atlas.messages.read_untracked().lang() == lang {
            return lang;
        }
        leptos::task::spawn_local(atlas.change_language(lang));
        lang
    });
}

/// Puts title, language, scroll and focus where a new page puts them.
fn follow_address(atlas: Atlas) {
    Effect::new(move |previous: Option<Route>| {
        let route = atlas.link.with(|link| link.route.clone());
        let words = atlas.messages.get();
        page::set_title(&title(atlas, &route, &words));
        // The language that the page is really in: English where another could not be had.
        page::set_language(words.lang().code());
        if let Some(previous) = previous {
            atlas.arrived(&previous);
        }
        route
    });
}

/// The title of the window.
fn title(atlas: Atlas, route: &Route, words: &Messages) -> String {
    let app = words.text("app.name");
    let page = match route {
        Route::Explore | Route::Frame(_) => return app.to_owned(),
        Route::About => words.text("about.title").to_owned(),
        Route::Notebook => words.text("notebook.title").to_owned(),
        Route::MeetingBrief => words.text("meeting-brief.title").to_owned(),
        Route::Embed(_) => words.text("embed.title").to_owned(),
        Route::Doctor | Route::Unknown(_) => words.text("not-found.title").to_owned(),
        Route::Partner(id) => atlas.shown.with(|shown| {
            let brief = shown.as_ref().ok().and_then(|session| session.digest.brief(id));
            brief.map_or_else(
                || words.text("partner.unknown.title").to_owned(),
                |brief| brief.name.get(words.lang()).to_owned(),
            )
        }),
    };
    words.format("title.page", &[("page", &page), ("app", app)])
}

/// One page in one language on one data set.
#[component]
fn Page(words: Words, shown: Shown) -> impl IntoView {
    let skip = words.0.text("app.skip").to_owned();
    provide_context(words);
    if Atlas::of_context().is_framed {
        return view! { <Later page=LaterPage::Frame /> }.into_any();
    }
    let main = match shown {
        Ok(session) => view! { <Main session /> }.into_any(),
        Err(failure) => view! { <Failure failure /> }.into_any(),
    };
    view! {
        <div class="app">
            <a
                class="skip-link"
                href="#main"
                rel="external"
                on:click=move |event| {
                    event.prevent_default();
                    dom::focus_id("main", true);
                }
            >
                {skip}
            </a>
            <Header />
            <main id="main" tabindex="-1">
                <Notices />
                {main}
            </main>
        </div>
    }
    .into_any()
}

/// Which page the address means. Explore and a partner's page are one, so that the map stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PageKind {
    Explore,
    About,
    Notebook,
    MeetingBrief,
    Embed,
    NotFound,
}

#[component]
fn Main(session: Arc<Session>) -> impl IntoView {
    provide_context(SessionContext(session));
    let atlas = Atlas::of_context();
    let kind = Memo::new(move |_| match &atlas.link.read().route {
        Route::Explore | Route::Partner(_) | Route::Frame(_) => PageKind::Explore,
        Route::About => PageKind::About,
        Route::Notebook => PageKind::Notebook,
        Route::MeetingBrief => PageKind::MeetingBrief,
        Route::Embed(_) => PageKind::Embed,
        Route::Doctor | Route::Unknown(_) => PageKind::NotFound,
    });
    live(move || match kind.get() {
        PageKind::Explore => view! { <Explore /> }.into_any(),
        PageKind::About => view! { <Later page=LaterPage::About /> }.into_any(),
        PageKind::Notebook => view! { <Later page=LaterPage::Notebook /> }.into_any(),
        PageKind::MeetingBrief => view! { <Later page=LaterPage::MeetingBrief /> }.into_any(),
        PageKind::Embed => view! { <Later page=LaterPage::Embed /> }.into_any(),
        PageKind::NotFound => view! { <Later page=LaterPage::NotFound /> }.into_any(),
    })
}
