//! A note to be read, with what can be done to it; while it is open, the editor in its place.

use std::sync::Arc;

use atlas_core::domain::vocabulary::Vocabulary as _;
use atlas_core::notebook::{Content, Correction, NoteId, Priority, Record};
use leptos::prelude::*;

use super::correction::field_name;
use super::editor::NoteEditor;
use super::text::{About, NoteText, day_of, linked};
use crate::browser::{dom, time};
use crate::state::atlas::Atlas;
use crate::state::notebook::{NotebookState, today};
use crate::ui::words::{say, words};

/// The id of the button that opens a note.
pub(super) fn edit_id(id: &NoteId) -> String {
    format!("edit-{id}")
}

/// A note. It follows the notebook by itself: whoever lists notes keys them by their ids. `with_partner` says whose
/// note it is, with a link, where the page does not.
#[component]
pub(crate) fn NoteCard(record: Arc<Record>, with_partner: bool) -> impl IntoView {
    view! { <NoteById id=record.id().clone() with_partner /> }
}

/// A note that may not be written yet.
#[component]
pub(super) fn NoteById(id: NoteId, with_partner: bool) -> impl IntoView {
    let notebook = NotebookState::of_tab(Atlas::of_context().noted);
    let is_open = Memo::new({
        let id = id.clone();
        move |_| notebook.editing.with(|editing| editing.as_ref().is_some_and(|it| it.id == id))
    });
    let record = Memo::new({
        let id = id.clone();
        move |_| notebook.with(|book| book.record(&id).cloned())
    });
    move || {
        if is_open.get() {
            return view! { <NoteEditor id=id.clone() with_partner /> }.into_any();
        }
        let record = record.get();
        record.map(|record| view! { <Closed record with_partner /> }).into_any()
    }
}

#[component]
fn Closed(record: Arc<Record>, with_partner: bool) -> impl IntoView {
    let content = record.shown().cloned().map(Arc::new);
    content.map(|content| {
        let target = content.target.clone();
        let others: Vec<Content> = record.alternatives().cloned().collect();
        let foot = if content.is_trashed() {
            None
        } else if others.is_empty() {
            Some(view! { <Actions id=record.id().clone() /> }.into_any())
        } else {
            let shown = Arc::clone(&content);
            Some(view! { <Others id=record.id().clone() shown others /> }.into_any())
        };
        view! {
            <article class="note" dir="auto">
                <About target with_partner />
                <NoteText content=Arc::clone(&content) />
                {content.correction.clone().map(|correction| view! { <CorrectionView correction /> })}
                <Facts content />
                {foot}
            </article>
        }
    })
}

/// Flag, priority, follow-up date, tags and dates, in one line.
#[component]
fn Facts(content: Arc<Content>) -> impl IntoView {
    let words = words();
    let flag = content.flag.map(|flag| {
        view! { <li class="note__flag" data-flag=flag.code()>{say(&flag.message_key())}</li> }
    });
    let priority = content.priority.filter(|it| *it != Priority::Normal).map(|priority| {
        let value = say(&priority.message_key());
        view! { <li>{words.format("notes.priority-is", &[("priority", &value)])}</li> }
    });
    let follow_up = content.follow_up.map(|day| {
        let is_due = today().is_some_and(|today| content.is_due(today));
        let date = words.date(Some(&day.date()));
        let key = if is_due { "notes.due-since" } else { "notebook.print.follow-up" };
        let text = words.format(key, &[("date", &date)]);
        view! { <li data-due=is_due.then_some("")>{text}</li> }
    });
    let tags = content
        .tags
        .iter()
        .map(|tag| view! { <li class="note__tag"><bdi>{tag.clone()}</bdi></li> })
        .collect_view();
    let created = words.format("notes.created", &[("date", &day_of(content.created))]);
    let changed = (day_of(content.created) != day_of(content.modified))
        .then(|| format!(" · {}", words.format("notes.changed", &[("date", &day_of(content.modified))])));
    view! {
        <ul class="note__facts">
            {flag} {priority} {follow_up} {tags}
            <li class="note__dates">{created}{changed}</li>
        </ul>
    }
}

/// A change that is proposed: what stood there, what should, and where that was read.
#[component]
pub(super) fn CorrectionView(correction: Correction) -> impl IntoView {
    let name = field_name(&correction.field);
    let old =
        (!correction.old.is_empty()).then(|| view! { <del><bdi>{correction.old.clone()}</bdi></del>" → " });
    let source = (!correction.source.trim().is_empty()).then(|| {
        view! { <dt>{say("notebook.csv.source")}</dt><dd>{linked(&correction.source)}</dd> }
    });
    view! {
        <dl class="note__correction">
            <dt>{name}</dt>
            <dd>{old}<ins><bdi>{correction.proposed}</bdi></ins></dd>
            {source}
        </dl>
    }
}

#[component]
fn Actions(id: NoteId) -> impl IntoView {
    let notebook = NotebookState::of_tab(Atlas::of_context().noted);
    let button_id = edit_id(&id);
    let edited = id.clone();
    let on_delete = move |_| {
        notebook.trash(std::slice::from_ref(&id));
        // The button goes with the note.
        time::before_next_paint(|| {
            dom::focus_id("undo-trash", false);
        });
    };
    view! {
        <p class="note__actions">
            <button type="button" class="button button--quiet" id=button_id on:click=move |_| notebook.edit(&edited)>
                {say("notes.edit")}
            </button>
            <button type="button" class="button button--quiet" on:click=on_delete>{say("notes.delete")}</button>
        </p>
    }
}

/// Texts that were written without knowing of each other. The person keeps one, or all of them in one.
#[component]
fn Others(id: NoteId, shown: Arc<Content>, others: Vec<Content>) -> impl IntoView {
    let notebook = NotebookState::of_tab(Atlas::of_context().noted);
    let keep = |content: &Content, name: &'static str| {
        let (id, content) = (id.clone(), content.clone());
        view! {
            <button
                type="button"
                class="button"
                on:click=move |_| notebook.choose(&id, content.clone())
            >
                {say(name)}
            </button>
        }
    };
    let texts = std::iter::once(&*shown).chain(&others).filter(|it| !it.is_trashed());
    let texts: Vec<&str> = texts.map(|it| it.text.trim_end()).collect();
    let joined = (texts.len() > 1)
        .then(|| keep(&Content { text: texts.join("\n\n"), ..(*shown).clone() }, "notes.keep-all"));
    let keep_shown = keep(&shown, "notes.keep");
    let others = others
        .iter()
        .map(|other| {
            let content = Arc::new(other.clone());
            let correction =
                other.correction.clone().map(|correction| view! { <CorrectionView correction /> });
            let body = if other.is_trashed() {
                view! { <p>{say("notes.deleted-elsewhere")}</p> }.into_any()
            } else {
                view! { <NoteText content=Arc::clone(&content) />{correction}<Facts content /> }.into_any()
            };
            let name = if other.is_trashed() { "notes.delete" } else { "notes.keep" };
            view! { <li class="note__other">{body}<p class="note__actions">{keep(other, name)}</p></li> }
        })
        .collect_view();
    view! {
        <p class="note__actions">{keep_shown}{joined}</p>
        <p class="note__others-title">{say("notes.others")}</p>
        <ul class="note__others">{others}</ul>
    }
}
