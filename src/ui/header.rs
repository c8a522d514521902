//! The top of every page: name, navigation, language and theme.

use atlas_core::domain::link::Route;
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use leptos::prelude::*;

use super::icon::{Icon, IconView};
use super::live::live_if;
use super::words::{say, words};
use crate::state::atlas::Atlas;
use crate::state::navigation::Step;

#[component]
pub(crate) fn Header() -> impl IntoView {
    let atlas = Atlas::of_context();
    let route = Memo::new(move |_| atlas.link.with(|link| link.route.clone()));
    let current = move |is_here: fn(&Route) -> bool| route.with(is_here).then_some("page");
    let is_notebook = |route: &Route| matches!(route, Route::Notebook | Route::MeetingBrief);
    let n_due = move || Some(atlas.noted.read().n_due).filter(|n_due| *n_due > 0);
    view! {
        <header class="site-header">
            <a class="brand" href=move || atlas.href_of(Route::Explore)>
                <IconView icon=Icon::Globe size_px=22 />
                {say("app.name")}
            </a>
            <nav class="site-header__nav" aria-label=say("nav.label")>
                <a
                    class="nav-link"
                    href=move || atlas.href_of(Route::Explore)
                    aria-current=move || current(|it| matches!(it, Route::Explore | Route::Partner(_)))
                >
                    {say("nav.explore")}
                </a>
                <a
                    class="nav-link"
                    href=move || atlas.href_of(Route::Notebook)
                    aria-current=move || current(is_notebook)
                >
                    {say("nav.notebook")}
                    {live_if(move || n_due().map(|n| view! { <span class="nav-link__count">{n}</span> }.into_any()))}
                </a>
                <a
                    class="nav-link"
                    href=move || atlas.href_of(Route::About)
                    aria-current=move || current(|it| *it == Route::About)
                >
                    {say("nav.about")}
                </a>
            </nav>
            <div class="site-header__tools">
                <LanguageSelect />
                <ThemeButton />
            </div>
        </header>
    }
}

/// The languages by their own names; choosing one goes to the same page in it.
#[component]
fn LanguageSelect() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let chosen = words.lang();
    let options = Lang::OFFERED
        .iter()
        .map(|&lang| {
            let name = say(&format!("lang.{}.own", lang.code()));
            view! { <option value=lang.code() lang=lang.code() selected=lang == chosen>{name}</option> }
        })
        .collect_view();
    let on_change = move |event| {
        if let Some(lang) = Lang::from_code(&event_target_value(&event)) {
            let mut link = atlas.link.get_untracked();
            link.lang = lang;
            atlas.go(&link, Step::Push);
        }
    };
    view! {
        <span class="select select--language" data-code=chosen.code().to_ascii_uppercase()>
            <select aria-label=say("nav.language") id="language" on:change=on_change>
                {options}
            </select>
            <IconView icon=Icon::ChevronDown size_px=14 />
        </span>
    }
}

/// Switches between light and dark and remembers it in this browser.
#[component]
fn ThemeButton() -> impl IntoView {
    let atlas = Atlas::of_context();
    view! {
        <button
            type="button"
            class="button button--icon"
            id="theme"
            aria-label=say("nav.theme")
            title=say("nav.theme")
            aria-pressed=move || atlas.is_dark.get().to_string()
            on:click=move |_| atlas.toggle_theme()
        >
            <IconView icon=Icon::Contrast />
        </button>
    }
}
