//! How well a fact is supported, in one word, with the meaning one tap away.

use atlas_core::domain::vocabulary::{Evidence, Vocabulary as _};
use leptos::prelude::*;

use super::words::{say, words};

/// A button with the word; pressed, it discloses what the word means.
#[component]
pub(crate) fn EvidenceMark(evidence: Evidence) -> impl IntoView {
    let words = words();
    let is_open = RwSignal::new(false);
    let label = say(&evidence.message_key());
    let meaning = say(&format!("evidence.{}.meaning", evidence.code()));
    let name = words.format("evidence.mark", &[("evidence", &label)]);
    view! {
        <button
            type="button"
            class="evidence-mark"
            data-evidence=evidence.code()
            aria-expanded=move || is_open.get().to_string()
            aria-label=name
            on:click=move |_| is_open.update(|it| *it = !*it)
        >
            {label}
        </button>
        <Show when=move || is_open.get()>
            <p class="evidence-note">{meaning.clone()}</p>
        </Show>
    }
}
