//! The page for a path that is none of ours.

use atlas_core::domain::link::Route;
use leptos::prelude::*;

use super::words::say;
use crate::state::atlas::Atlas;

#[component]
pub(crate) fn NotFound() -> impl IntoView {
    let atlas = Atlas::of_context();
    view! {
        <article class="page">
            <h1 id="page-title" tabindex="-1">{say("not-found.title")}</h1>
            <p>{say("not-found.text")}</p>
            <p class="partner__actions">
                <a class="button button--main" href=move || atlas.href_of(Route::Explore)>
                    {say("not-found.explore")}
                </a>
            </p>
        </article>
    }
}
