//! What is stored on this device: every key with its size and, on demand, its text.

use leptos::prelude::*;
use serde_json::json;

use super::desk::Desk;
use super::erase::EraseButton;
use crate::ui::words::{say, words};

/// How many keys are listed at first, and how many more at a time.
const N_AT_A_TIME: usize = 50;

type Pairs = Vec<(String, String)>;

#[component]
pub(super) fn StoredHere() -> impl IntoView {
    let desk = Desk::of_context();
    let is_open = RwSignal::new(false);
    let on_download = move |_| {
        leptos::task::spawn_local(async move {
            let object = |pairs: Pairs| -> Vec<serde_json::Value> {
                pairs.into_iter().map(|(key, value)| json!({ "key": key, "value": value })).collect()
            };
            let local = object(desk.notebook.stored());
            let second = object(desk.notebook.stored_second().await);
            let text = json!({ "localStorage": local, "indexedDB": second }).to_string();
            desk.hand_over("ots-atlas-stored.json", "application/json", &text);
        });
    };
    view! {
        <section class="notebook__section">
            <h2>{say("notebook.stored.title")}</h2>
            <p class="notebook__small">{say("notebook.stored.text")}</p>
            <p class="notebook__actions">
                <button
                    type="button"
                    class="button"
                    id="show-stored"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
                >
                    {say("notebook.stored.show")}
                </button>
                <button type="button" class="button" id="download-stored" on:click=on_download>
                    {say("notebook.stored.download")}
                </button>
                <EraseButton />
            </p>
            <Show when=move || is_open.get()>
                <Lists />
            </Show>
        </section>
    }
}

#[component]
fn Lists() -> impl IntoView {
    let desk = Desk::of_context();
    let second = RwSignal::new(Pairs::new());
    leptos::task::spawn_local(async move {
        let pairs = desk.notebook.stored_second().await;
        // The person may have closed the list meanwhile.
        let _gone = second.try_set(pairs);
    });
    let local = RwSignal::new(desk.notebook.stored());
    view! {
        <KeyList heading_key="notebook.stored.local" pairs=local />
        <KeyList heading_key="notebook.stored.second" pairs=second />
    }
}

#[component]
fn KeyList(heading_key: &'static str, pairs: RwSignal<Pairs>) -> impl IntoView {
    let words = words();
    let n_most = RwSignal::new(N_AT_A_TIME);
    let heading = move || words.count(heading_key, pairs.with(Vec::len) as u64, &[]);
    let rows = move || {
        let n_most = n_most.get();
        let first: Pairs = pairs.with(|pairs| pairs.iter().take(n_most).cloned().collect());
        first.into_iter().map(|(key, value)| view! { <StoredKey key_text=key value /> }).collect_view()
    };
    let more = move || {
        let has_more = pairs.with(Vec::len) > n_most.get();
        has_more.then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| n_most.update(|n_most| *n_most += N_AT_A_TIME)>
                    {say("notebook.stored.more")}
                </button>
            }
        })
    };
    view! {
        <h3 class="notebook__heading">{heading}</h3>
        <ul class="stored">{rows}</ul>
        {more}
    }
}

#[component]
fn StoredKey(key_text: String, value: String) -> impl IntoView {
    let words = words();
    let is_open = RwSignal::new(false);
    let size = words.count("notebook.stored.size", value.encode_utf16().count() as u64, &[]);
    view! {
        <li>
            <details on:toggle=move |_| is_open.set(true)>
                <summary><code>{key_text}</code>" "<span class="notebook__n">{size}</span></summary>
                <Show when=move || is_open.get()>
                    <pre class="code" dir="auto">{value.clone()}</pre>
                </Show>
            </details>
        </li>
    }
}
