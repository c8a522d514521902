//! The notebook: all notes in this browser.

use leptos::prelude::*;

use super::words::say;

#[component]
pub(crate) fn NotebookPage() -> impl IntoView {
    view! { <article class="page"><h1 id="page-title" tabindex="-1">{say("notebook.title")}</h1></article> }
}
