//! What stands where a part of the app is awaited: its title alone, or nothing yet.

use leptos::prelude::*;

/// The title of a page, which takes the focus; none for a part of a page.
pub(super) fn heading(title: Option<&String>) -> Option<AnyView> {
    title.map(|title| view! { <h1 id="page-title" tabindex="-1">{title.clone()}</h1> }.into_any())
}

/// What stands there until a part comes.
pub(super) fn waiting(title: Option<&String>) -> AnyView {
    match heading(title) {
        None => view! { <div aria-busy="true"></div> }.into_any(),
        heading => view! { <article class="page" aria-busy="true">{heading}</article> }.into_any(),
    }
}
