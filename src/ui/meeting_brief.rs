//! A meeting brief: the facts, timeline and sources of some partners, to be printed.

use leptos::prelude::*;

use super::words::say;

#[component]
pub(crate) fn MeetingBrief() -> impl IntoView {
    view! { <article class="page"><h1 id="page-title" tabindex="-1">{say("meeting-brief.title")}</h1></article> }
}
