//! Long lists of notes: a hundred at first, so that ten thousand are fluent, the rest on demand.

use leptos::prelude::*;

use crate::ui::words::words;

/// How many notes are shown at first, and how many more at a time.
const N_AT_A_TIME: usize = 100;

/// How many notes of a list are shown at most. To be made where the list lives.
pub(super) fn first_notes() -> RwSignal<usize> {
    RwSignal::new(N_AT_A_TIME)
}

/// Shows more, as long as there are more than are shown.
#[component]
pub(super) fn More(#[prop(into)] n_notes: Signal<usize>, n_most: RwSignal<usize>) -> impl IntoView {
    let n_rest = Memo::new(move |_| n_notes.get().saturating_sub(n_most.get()));
    move || {
        let n_next = n_rest.get().min(N_AT_A_TIME);
        (n_next > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="button"
                    on:click=move |_| n_most.update(|n_most| *n_most += N_AT_A_TIME)
                >
                    {words().count("notebook.more", n_next as u64, &[])}
                </button>
            }
        })
    }
}
