//! What the person should know about the page as a whole: one sentence each, above everything else.

use atlas_core::domain::link::Route;
use leptos::prelude::*;

use super::details::missing;
use super::icon::{Icon, IconView};
use super::live::live_if;
use super::words::{say, words};
use crate::state::atlas::Atlas;
use crate::state::map::MapState;
use crate::state::session::Details;

#[component]
pub(crate) fn Notices() -> impl IntoView {
    let atlas = Atlas::of_context();
    let map = MapState::of_context();
    view! {
        <div class="no-print">
            {live_if(move || ignored(atlas))}
            {live_if(move || data_state(atlas))}
            {live_if(move || atlas.is_language_missing.get().then(|| notice(say("notice.language"), None)))}
            {live_if(move || map.is_outline_missing.get().then(|| notice(say("map.unavailable"), None)))}
        </div>
    }
}

pub(crate) fn notice(text: String, action: Option<AnyView>) -> AnyView {
    view! {
        <div class="notice" role="status">
            <IconView icon=Icon::Warning />
            <p class="notice__body">{text}" "{action}</p>
        </div>
    }
    .into_any()
}

/// Values of the address that were not understood.
fn ignored(atlas: Atlas) -> Option<AnyView> {
    let ignored = atlas.ignored.get();
    if ignored.is_empty() {
        return None;
    }
    let values = ignored.iter().map(|it| format!("{}={}", it.param, it.value)).collect::<Vec<_>>().join(", ");
    Some(notice(words().format("notice.ignored", &[("values", &values)]), None))
}

/// Details that did not come, records left out, or a preview of a person's own file.
fn data_state(atlas: Atlas) -> Option<AnyView> {
    let words = words();
    let session = atlas.shown.get().ok()?;
    let whole = match session.details.get() {
        Details::Here(whole) => whole,
        // A page that needs the details says so itself, in their place.
        Details::Missing(failure) if atlas.link.read().route == Route::Explore => {
            return Some(missing(&failure));
        }
        _ => return None,
    };
    if let Some(file) = &whole.preview_of {
        let back = view! {
            <button type="button" class="button button--quiet" id="stop-preview" on:click=move |_| atlas.reload_data()>
                {say("notice.preview.stop")}
            </button>
        };
        return Some(notice(words.format("notice.preview", &[("file", file)]), Some(back.into_any())));
    }
    if whole.problems.is_empty() {
        return None;
    }
    let link = view! {
        <a href=format!("{}#check", atlas.href_of(Route::About))>{say("notice.left-out.link")}</a>
    };
    let text = words.count("notice.left-out", whole.n_left_out as u64, &[]);
    Some(notice(text, Some(link.into_any())))
}
