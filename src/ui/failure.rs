//! Pages for when there is nothing to show: no data, no such page.

use atlas_core::domain::link::Route;
use leptos::prelude::*;

use super::words::words;
use crate::browser::page;
use crate::state::atlas::Atlas;
use crate::state::session::DataFailure;

/// The data set could not be had: what happened, what is safe, and a way to try again.
#[component]
pub(crate) fn Failure(failure: DataFailure) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let text = match &failure {
        DataFailure::NotLoaded(error) => {
            page::log_error(&error.detail);
            words.text("failure.not-loaded").to_owned()
        }
        DataFailure::NotReadable(problem) => {
            let problem = problem.kind.sentence(&words);
            words.format("failure.not-readable", &[("problem", &problem)])
        }
    };
    view! {
        <article class="page" role="alert">
            <h1 id="page-title" tabindex="-1">{words.text("failure.title").to_owned()}</h1>
            <p>{text}</p>
            <p class="partner__actions">
                <button type="button" class="button button--main" id="retry" on:click=move |_| atlas.reload_data()>
                    {words.text("failure.retry").to_owned()}
                </button>
            </p>
        </article>
    }
}

/// The path is none of ours.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    view! {
        <article class="page">
            <h1 id="page-title" tabindex="-1">{words.text("not-found.title").to_owned()}</h1>
            <p>{words.text("not-found.text").to_owned()}</p>
            <p class="partner__actions">
                <a class="button button--main" href=move || atlas.href_of(Route::Explore)>
                    {words.text("not-found.explore").to_owned()}
                </a>
            </p>
        </article>
    }
}
