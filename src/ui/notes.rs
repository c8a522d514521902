//! The notes on a partnership, on its page.

use std::sync::Arc;

use atlas_core::domain::partnership::Partnership;
use leptos::prelude::*;

use super::words::say;

#[component]
pub(crate) fn Notes(partnership: Arc<Partnership>) -> impl IntoView {
    view! { <h2>{say("notes.title")}" "{partnership.id.to_string()}</h2> }
}
