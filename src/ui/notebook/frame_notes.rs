//! Notes on a partner's card in another site: that they are a notebook of their own, the way to the full atlas, and
//! how to carry them over.

use std::sync::Arc;

use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::Partnership;
use leptos::prelude::*;

use super::backup::BackupButton;
use super::desk::{Desk, StatusLine};
use super::import::{ImportButton, ImportPanel};
use super::trouble::Troubles;
use crate::state::atlas::Atlas;
use crate::state::notebook::NotebookState;
use crate::ui::notes::Notes;
use crate::ui::words::say;

#[component]
pub(crate) fn FrameNotes(partnership: Arc<Partnership>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let notebook = NotebookState::of_tab(atlas.noted);
    provide_context(Desk::new(notebook));
    let route = Route::Partner(partnership.id.clone());
    let kept_where = move || {
        say(if notebook.is_memory_only.get() { "notebook.frame.memory" } else { "notebook.frame.separate" })
    };
    view! {
        <section class="frame__notes no-print" aria-label=say("notebook.frame.label")>
            <p role="status">{kept_where}</p>
            <p class="notebook__actions">
                <a class="button" href=move || atlas.href_of(route.clone())>{say("frame.open")}</a>
                <BackupButton label_key="notebook.backup.do" id="backup" />
                <ImportButton label_key="notebook.import.open" id="import" />
            </p>
            <StatusLine />
            <Troubles />
            <ImportPanel />
        </section>
        <Notes partnership />
    }
}
