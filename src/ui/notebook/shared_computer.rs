//! Notes in this tab alone, for a computer that others use.

use leptos::prelude::*;

use super::desk::Desk;
use crate::state::notebook::NotebookState;
use crate::ui::notices::notice;
use crate::ui::words::say;

/// Stands on every page of the notebook for as long as nothing is kept.
#[component]
pub(crate) fn SharedComputerNotice(notebook: NotebookState) -> impl IntoView {
    move || notebook.is_memory_only.get().then(|| notice(say("notebook.shared.notice"), None))
}

#[component]
pub(super) fn SharedComputer() -> impl IntoView {
    let desk = Desk::of_context();
    let notebook = desk.notebook;
    let on_change = move |event| {
        let is_on = event_target_checked(&event);
        notebook.set_memory_only(is_on);
        desk.say(say(if is_on { "notebook.shared.on" } else { "notebook.shared.off" }));
    };
    view! {
        <section class="notebook__section">
            <h2>{say("notebook.shared.title")}</h2>
            <label class="check">
                <input
                    type="checkbox"
                    id="shared-computer"
                    aria-describedby="shared-computer-text"
                    prop:checked=move || notebook.is_memory_only.get()
                    on:change=on_change
                />
                {say("notebook.shared.switch")}
            </label>
            <p class="notebook__small" id="shared-computer-text">{say("notebook.shared.text")}</p>
        </section>
    }
}
