//! A button that copies a text.

use leptos::prelude::*;

use super::words::say;
use crate::browser::files;

/// Copies a text and says whether it was copied.
#[component]
pub(crate) fn CopyButton(label: String, #[prop(into)] text: Signal<String>) -> impl IntoView {
    let outcome = RwSignal::new(None::<bool>);
    let on_press = move |_| {
        let text = text.get_untracked();
        leptos::task::spawn_local(async move {
            let is_copied = files::copy(&text).await;
            // The person may have left the page meanwhile.
            let _gone = outcome.try_set(Some(is_copied));
        });
    };
    let said =
        move || outcome.get().map(|is_copied| say(if is_copied { "cite.copied" } else { "cite.not-copied" }));
    view! {
        <span class="copy">
            <button type="button" class="button" on:click=on_press>{label}</button>
            " "
            <span class="copy__said" role="status">{said}</span>
        </span>
    }
}
