//! The page for when there is no data to show.

use leptos::prelude::*;

use super::words::{say, words};
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
            say("failure.not-loaded")
        }
        DataFailure::NotReadable(problem) => {
            let problem = problem.kind.sentence(&words);
            words.format("failure.not-readable", &[("problem", &problem)])
        }
    };
    view! {
        <article class="page">
            <div role="alert">
                <h1 id="page-title" tabindex="-1">{say("failure.title")}</h1>
                <p>{text}</p>
            </div>
            <p class="partner__actions">
                <button type="button" class="button button--main" id="retry" on:click=move |_| atlas.reload_data()>
                    {say("failure.retry")}
                </button>
            </p>
        </article>
    }
}
