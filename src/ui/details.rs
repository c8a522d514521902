//! What needs all of the data file: shown when it is here, without touching what stands around it. Until then it is
//! said that it comes, or that it does not, with a way to try again.

use std::sync::Arc;

use leptos::prelude::*;

use super::live::live_if;
use super::notices::notice;
use super::words::{say, words};
use crate::browser::dom;
use crate::state::atlas::{Atlas, session};
use crate::state::session::{DataFailure, Details, Whole};

/// The data file behind what is shown, once it is here. Reactive.
pub(crate) fn whole() -> Option<Arc<Whole>> {
    session()?.details.read().here().cloned()
}

/// Shows `view` of the data file, and what is known without it before that.
pub(crate) fn with_details(
    view: impl Fn(Arc<Whole>) -> AnyView + Send + 'static,
    in_brief: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    let details = session().map(|session| session.details.clone());
    live_if(move || {
        let said = match details.as_ref()?.get() {
            Details::Here(whole) => return Some(view(whole)),
            Details::Missing(failure) => missing(&failure),
            Details::NotAsked | Details::OnTheirWay => {
                view! { <p class="details-awaited">{say("details.awaited")}</p> }.into_any()
            }
        };
        let rest = in_brief();
        Some(view! { {rest}{said} }.into_any())
    })
}

/// That the details are not there, why as far as that helps, and a way to try again.
pub(crate) fn missing(failure: &DataFailure) -> AnyView {
    let atlas = Atlas::of_context();
    let text = match failure {
        DataFailure::NotLoaded(_) => say("details.missing"),
        DataFailure::NotReadable(problem) => {
            let words = words();
            words.format("details.unreadable", &[("problem", &problem.kind.sentence(&words))])
        }
    };
    let on_retry = move |_| {
        // The button goes with the notice.
        dom::focus_id("page-title", false);
        atlas.ask_for_details();
    };
    let retry = view! {
        <button type="button" class="button button--quiet" id="retry" on:click=on_retry>
            {say("failure.retry")}
        </button>
    };
    notice(text, Some(retry.into_any()))
}
