//! Erasing every note on this device: what will go is said, a backup is offered, and the person confirms.

use std::sync::Arc;

use atlas_core::notebook::store::Refusal;
use leptos::html;
use leptos::prelude::*;

use super::backup::BackupButton;
use super::desk::Desk;
use crate::browser::dom;
use crate::ui::words::{say, words};

#[component]
pub(super) fn EraseButton() -> impl IntoView {
    let desk = Desk::of_context();
    let notebook = desk.notebook;
    let words = words();
    let dialog = NodeRef::<html::Dialog>::new();
    let is_sure = RwSignal::new(false);
    let what = {
        let words = Arc::clone(&words);
        move || {
            let (n_notes, n_trash) = notebook.with(|book| (book.n_notes(), book.trash().count()));
            let trash = words.number(n_trash as u64);
            words.count("notebook.erase.what", n_notes as u64, &[("trash", &trash)])
        }
    };
    let open = move |_| {
        is_sure.set(false);
        if let Some(dialog) = dialog.get_untracked() {
            dom::open_dialog(&dialog);
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dom::close_dialog(&dialog);
        }
    };
    let on_erase = move |_| {
        if !is_sure.get_untracked() {
            return;
        }
        let (done, failed) = (say("notebook.erase.done"), say("notebook.erase.failed"));
        let too_new = say("notebook.erase.too-new");
        leptos::task::spawn_local(async move {
            let is_done = notebook.erase().await;
            close();
            let is_too_new = notebook.refusal.with_untracked(|it| *it == Some(Refusal::TooNew));
            desk.say(match is_done {
                true => done,
                false if is_too_new => too_new,
                false => failed,
            });
            dom::focus_id("page-title", true);
        });
    };
    view! {
        <button type="button" class="button" id="erase" aria-haspopup="dialog" on:click=open>
            {say("notebook.erase.open")}
        </button>
        <dialog class="confirm" node_ref=dialog aria-labelledby="erase-title">
            <h2 id="erase-title">{say("notebook.erase.title")}</h2>
            <p>{what}</p>
            <p>{say("notebook.erase.for-ever")}</p>
            <p><BackupButton label_key="notebook.erase.backup" id="backup-first" /></p>
            <label class="check">
                <input
                    type="checkbox"
                    id="erase-sure"
                    prop:checked=move || is_sure.get()
                    on:change=move |event| is_sure.set(event_target_checked(&event))
                />
                {say("notebook.erase.sure")}
            </label>
            <p class="notebook__actions">
                <button type="button" class="button" on:click=move |_| close()>{say("notebook.cancel")}</button>
                <button
                    type="button"
                    class="button button--main"
                    id="erase-do"
                    aria-disabled=move || (!is_sure.get()).to_string()
                    on:click=on_erase
                >
                    {say("notebook.erase.do")}
                </button>
            </p>
        </dialog>
    }
}
