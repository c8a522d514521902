//! A note that is open for writing: every key is kept a moment later, and the person sees that it is.

use std::collections::BTreeSet;

use atlas_core::domain::vocabulary::Vocabulary;
use atlas_core::notebook::{Content, Correction, Day, Flag, NoteId, Priority, Target};
use leptos::ev;
use leptos::prelude::*;

use super::card::edit_id;
use super::correction::CorrectionFields;
use super::save_state::{SaveState, is_unsaved};
use super::text::About;
use crate::browser::{dom, time};
use crate::state::atlas::Atlas;
use crate::state::notebook::NotebookState;
use crate::ui::words::say;

/// How many tags are suggested.
const N_SUGGESTED: usize = 100;

/// The fields of the open note. They are filled when the note is opened or has changed elsewhere, and never while the
/// person types.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    notebook: NotebookState,
    n_loads: Memo<u32>,
    /// One more when a field has filled others.
    n_fills: RwSignal<u32>,
}

impl Fields {
    fn new(notebook: NotebookState) -> Self {
        let n_loads =
            Memo::new(move |_| notebook.editing.with(|editing| editing.as_ref().map_or(0, |it| it.n_loads)));
        Self { notebook, n_loads, n_fills: RwSignal::new(0) }
    }

    /// What a field is filled with.
    pub(super) fn filled<T: Default>(
        self,
        read: impl Fn(&Content) -> T + Copy + Send + Sync + 'static,
    ) -> impl Fn() -> T + Copy + Send + Sync + 'static {
        move || {
            self.n_loads.track();
            self.n_fills.track();
            self.notebook
                .editing
                .with_untracked(|editing| editing.as_ref().map(|it| read(&it.content)).unwrap_or_default())
        }
    }

    pub(super) fn type_in(self, change: impl FnOnce(&mut Content)) {
        self.notebook.type_in(change);
    }

    /// Changes the note where other fields show the change too.
    pub(super) fn load(self, change: impl FnOnce(&mut Content)) {
        self.notebook.type_in(change);
        self.n_fills.update(|n_fills| *n_fills += 1);
    }
}

/// Tags as they are typed: separated by commas, each once.
fn tags_of(typed: &str) -> Vec<String> {
    let mut known = BTreeSet::new();
    let tags = typed.split([',', '،', '\n']).map(str::trim).filter(|tag| !tag.is_empty());
    tags.filter(|tag| known.insert(*tag)).map(str::to_owned).collect()
}

#[component]
pub(super) fn NoteEditor(id: NoteId, with_partner: bool) -> impl IntoView {
    let notebook = NotebookState::of_tab(Atlas::of_context().noted);
    let fields = Fields::new(notebook);
    let opener_id = dom::focused_id();
    let text_id = format!("note-{id}");
    let focused_id = text_id.clone();
    time::before_next_paint(move || {
        dom::focus_id(&focused_id, true);
    });
    // Whoever leaves the page leaves nothing behind that is not kept.
    on_cleanup({
        let id = id.clone();
        move || {
            let is_open =
                |it: &Option<_>| it.as_ref().is_some_and(|it: &crate::state::notebook::Editing| it.id == id);
            if notebook.editing.with_untracked(is_open) {
                notebook.stop_editing();
            }
        }
    });
    let close = {
        // Where the button that opened the note is gone with the page as it was, its like has the focus.
        let is_new = notebook.with_untracked(|book| book.record(&id).is_none());
        let button_id = if is_new { "note-write".to_owned() } else { edit_id(&id) };
        move || {
            notebook.stop_editing();
            let ids = [opener_id.clone(), Some(button_id.clone()), Some("note-write".to_owned())];
            time::before_next_paint(move || {
                ids.into_iter().flatten().find(|id| dom::focus_id(id, false));
            });
        }
    };
    let done = close.clone();
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
    };
    let target =
        notebook.editing.with_untracked(|editing| editing.as_ref().map(|it| it.content.target.clone()));
    let about = target.clone().map(|target| view! { <About target with_partner /> });
    let text = fields.filled(|content| content.text.clone());
    view! {
        <div class="note note-editor" role="group" aria-label=say("notes.editor") on:keydown=on_key>
            {about}
            <label class="note-field">
                <span>{say("notebook.csv.text")}</span>
                <textarea
                    class="note-editor__text"
                    id=text_id
                    rows="3"
                    dir="auto"
                    data-note=id.to_string()
                    data-unsaved=move || is_unsaved(notebook).then_some("")
                    prop:value=text
                    on:input=move |event| {
                        fields.type_in(|content| content.text = event_target_value(&event));
                    }
                ></textarea>
            </label>
            <Attributes fields target />
            <div class="note-editor__foot">
                <SaveState />
                <button type="button" class="button button--main" on:click=move |_| done()>
                    {say("notes.done")}
                </button>
            </div>
        </div>
    }
}

/// What a note asks for and when, and the correction that it proposes.
#[component]
fn Attributes(fields: Fields, target: Option<Target>) -> impl IntoView {
    let flag = fields.filled(|content| content.flag);
    let flag_chosen = RwSignal::new(flag());
    let is_correction = Memo::new(move |_| {
        fields.n_loads.track();
        flag_chosen.track();
        // A correction that holds something stays in sight whatever the flag.
        fields.filled(|content| content.flag == Some(Flag::Correction) || content.correction.is_some())()
    });
    let on_flag = move |chosen| {
        fields.type_in(|content| {
            content.flag = chosen;
            content.correction.take_if(|it| *it == Correction::default());
        });
        flag_chosen.set(chosen);
    };
    view! {
        <div class="note-editor__fields">
            <TagField fields />
            <Choice name="notebook.csv.flag" none="notes.flag.none" value=flag on_choose=Callback::new(on_flag) />
            <Choice
                name="notebook.csv.priority"
                none="priority.normal"
                value=fields.filled(|content| content.priority.filter(|it| *it != Priority::Normal))
                on_choose=Callback::new(move |chosen| fields.type_in(|content| content.priority = chosen))
            />
            <label class="note-field">
                <span>{say("notebook.csv.follow-up")}</span>
                <input
                    type="date"
                    min="1000-01-01"
                    max="2999-12-31"
                    prop:value=fields.filled(|content| {
                        content.follow_up.map(|day| day.to_string()).unwrap_or_default()
                    })
                    on:input=move |event| {
                        let day = Day::parse(&event_target_value(&event));
                        fields.type_in(|content| content.follow_up = day);
                    }
                />
            </label>
        </div>
        {move || {
            let target = target.clone().filter(|_| is_correction.get());
            target.map(|target| view! { <CorrectionFields fields target /> })
        }}
    }
}

/// The tags, with those in use as suggestions for the one that is being typed.
#[component]
fn TagField(fields: Fields) -> impl IntoView {
    let filled = fields.filled(|content| content.tags.join(", "));
    let typed = RwSignal::new(filled());
    let suggested = move || {
        let typed = typed.get();
        let before = typed.rsplit_once(',').map(|(before, _)| before.trim());
        let used = tags_of(&typed);
        let tags = fields.notebook.with_untracked(atlas_core::notebook::Notebook::tags);
        let tags = tags.into_iter().map(|(tag, _)| tag).filter(|tag| !used.contains(tag)).take(N_SUGGESTED);
        let value = |tag: String| before.map_or(tag.clone(), |before| format!("{before}, {tag}"));
        tags.map(|tag| view! { <option value=value(tag)></option> }).collect_view()
    };
    view! {
        <label class="note-field">
            <span>{say("notebook.csv.tags")}</span>
            <input
                type="text"
                dir="auto"
                autocomplete="off"
                list="note-tags"
                placeholder=say("notes.tags.hint")
                prop:value=filled
                on:input=move |event| {
                    let text = event_target_value(&event);
                    let tags = tags_of(&text);
                    fields.type_in(|content| content.tags = tags);
                    typed.set(text);
                }
            />
            <datalist id="note-tags">{suggested}</datalist>
        </label>
    }
}

/// One value of a vocabulary, or none.
#[component]
fn Choice<V, F>(
    name: &'static str,
    none: &'static str,
    value: F,
    on_choose: Callback<Option<V>>,
) -> impl IntoView
where
    V: Vocabulary + PartialEq + Send + Sync + 'static,
    F: Fn() -> Option<V> + Copy + Send + Sync + 'static,
{
    let option = move |of: Option<V>| {
        let (code, words) = of.map_or(("", say(none)), |of| (of.code(), say(&of.message_key())));
        view! { <option value=code prop:selected=move || value() == of>{words}</option> }
    };
    // What is meant by none is not offered twice.
    let others =
        V::ALL.iter().filter(|it| it.message_key() != none).map(|it| option(Some(*it))).collect_view();
    view! {
        <label class="note-field">
            <span>{say(name)}</span>
            <span class="select">
                <select on:change=move |event| on_choose.run(V::from_code(&event_target_value(&event)))>
                    {option(None)} {others}
                </select>
            </span>
        </label>
    }
}
