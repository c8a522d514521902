//! The trash: what was thrown away in the last thirty days.

use std::sync::Arc;

use atlas_core::notebook::{NoteId, Record, TRASH_DAYS};
use leptos::html;
use leptos::prelude::*;

use super::desk::Desk;
use super::more::{More, first_notes};
use super::names::{beginning, title_of};
use crate::browser::dom;
use crate::state::notebook::now;
use crate::ui::words::{say, words};

/// How much of a note is shown.
const N_CHARS: usize = 120;

const DAY_MILLIS: i64 = 86_400_000;

#[component]
pub(super) fn Trash() -> impl IntoView {
    let desk = Desk::of_context();
    let words = words();
    let dialog = NodeRef::<html::Dialog>::new();
    let doomed = RwSignal::new(Vec::<NoteId>::new());
    let thrown = Memo::new(move |_| {
        let records =
            desk.notebook.with(|book| book.trash().map(|(it, _)| Arc::clone(it)).collect::<Vec<_>>());
        let mut records = records;
        atlas_core::notebook::sort_notes(&mut records, atlas_core::notebook::NoteOrder::Modified);
        records
    });
    let n_thrown = Memo::new(move |_| thrown.with(Vec::len));
    let ask = Callback::new(move |ids: Vec<NoteId>| {
        doomed.set(ids);
        if let Some(dialog) = dialog.get_untracked() {
            dom::open_dialog(&dialog);
        }
    });
    let n_most = first_notes();
    let rows = move || {
        let first: Vec<_> = thrown.with(|all| all.iter().take(n_most.get()).cloned().collect());
        first.into_iter().map(|record| view! { <Row record ask /> }).collect_view()
    };
    let all_ids =
        move || thrown.with_untracked(|all| all.iter().map(|it| it.id().clone()).collect::<Vec<_>>());
    let title = move || words.count("notebook.trash.title", n_thrown.get() as u64, &[]);
    let summary = title.clone();
    view! {
        <Show when=move || n_thrown.get().gt(&0)>
            <details class="disclosure" id="trash">
                <summary>{summary.clone()}</summary>
                <div class="disclosure__body">
                    <p class="notebook__small">{say("notebook.trash.text")}</p>
                    <ul class="trash">{rows}</ul>
                    <p class="notebook__actions">
                        <More n_notes=n_thrown n_most />
                        <button type="button" class="button" id="empty-trash" on:click=move |_| ask.run(all_ids())>
                            {say("notebook.trash.empty")}
                        </button>
                    </p>
                </div>
            </details>
        </Show>
        <PurgeDialog dialog doomed />
    }
}

#[component]
fn Row(record: Arc<Record>, ask: Callback<Vec<NoteId>>) -> impl IntoView {
    let desk = Desk::of_context();
    let words = words();
    let Some(content) = record.shown() else { return ().into_any() };
    let text = beginning(&content.text, N_CHARS);
    let n_days = content.trashed.map_or(TRASH_DAYS, |at| {
        let left = at.plus_days(TRASH_DAYS).millis() - now().millis();
        (left / DAY_MILLIS).clamp(0, TRASH_DAYS)
    });
    let left = words.count("notebook.trash.left", n_days as u64, &[]);
    let about = title_of(content).map(|title| format!("{title} · "));
    let (id, doomed_id) = (record.id().clone(), record.id().clone());
    let restore_name = words.format("notebook.trash.restore-one", &[("text", &beginning(&text, 40))]);
    let delete_name = words.format("notebook.trash.delete-one", &[("text", &beginning(&text, 40))]);
    let restored = say("notebook.trash.restored");
    let on_restore = move |_| {
        desk.notebook.restore(std::slice::from_ref(&id));
        desk.say(restored.clone());
        dom::focus_id("page-title", false);
    };
    view! {
        <li class="trash__note">
            <p dir="auto">{text}</p>
            <p class="notebook__small">{about}{left}</p>
            <p class="notebook__actions">
                <button type="button" class="button" aria-label=restore_name on:click=on_restore>
                    {say("notebook.trash.restore")}
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-label=delete_name
                    on:click=move |_| ask.run(vec![doomed_id.clone()])
                >
                    {say("notebook.trash.delete")}
                </button>
            </p>
        </li>
    }
    .into_any()
}

/// Asks once more before something goes for ever.
#[component]
fn PurgeDialog(dialog: NodeRef<html::Dialog>, doomed: RwSignal<Vec<NoteId>>) -> impl IntoView {
    let desk = Desk::of_context();
    let words = words();
    let question = {
        let words = Arc::clone(&words);
        move || words.count("notebook.purge.question", doomed.with(Vec::len) as u64, &[])
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dom::close_dialog(&dialog);
        }
    };
    let on_delete = move |_| {
        let ids = doomed.get_untracked();
        desk.notebook.purge(&ids);
        close();
        desk.say(words.count("notebook.purge.done", ids.len() as u64, &[]));
        dom::focus_id("page-title", false);
    };
    view! {
        <dialog class="confirm" node_ref=dialog aria-labelledby="purge-title">
            <h2 id="purge-title">{question}</h2>
            <p>{say("notebook.purge.text")}</p>
            <p class="notebook__actions">
                <button type="button" class="button" on:click=move |_| close()>{say("notebook.cancel")}</button>
                <button type="button" class="button button--main" on:click=on_delete>
                    {say("notebook.purge.do")}
                </button>
            </p>
        </dialog>
    }
}
