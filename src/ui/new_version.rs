//! Says that a new version of the atlas is ready, and leaves it to the person when to use it. The style sheet keeps it out
//! of the way of a note that is being written.

use leptos::prelude::*;

use super::live::live_if;
use super::words::say;
use crate::browser::offline;

#[component]
pub(crate) fn NewVersion() -> impl IntoView {
    let is_ready = RwSignal::new(offline::is_new_version_ready());
    offline::on_new_version(move || {
        // Taken away where the words change: another listens then.
        let _gone = is_ready.try_set(true);
    });
    let (text, button) = (say("new-version.text"), say("new-version.accept"));
    view! {
        <div class="app new-version no-print" role="status">
            {live_if(move || {
                let (text, button) = (text.clone(), button.clone());
                is_ready.get().then(|| view! {
                    <p class="new-version__body">
                        {text}" "
                        <button type="button" class="button button--main" id="new-version" on:click=|_| offline::accept_new_version()>
                            {button}
                        </button>
                    </p>
                }.into_any())
            })}
        </div>
    }
}
