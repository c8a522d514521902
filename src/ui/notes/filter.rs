//! By which notes the list can be filtered. It is private: kept in this tab and never in the address.

use atlas_core::domain::vocabulary::Vocabulary as _;
use atlas_core::notebook::{Flag, NoteFilter};
use leptos::prelude::*;

use crate::state::atlas::Atlas;
use crate::state::notebook::{NotebookState, today};
use crate::ui::words::say;

/// `id_prefix` keeps ids apart where the options are on the page twice.
#[component]
pub(crate) fn NoteFilterOptions(id_prefix: &'static str) -> impl IntoView {
    let notebook = NotebookState::of_tab(Atlas::of_context().noted);
    let filter = Memo::new(move |_| notebook.note_filter.get());
    let change = move |change: &dyn Fn(&mut NoteFilter)| {
        let mut changed = filter.get_untracked().unwrap_or_default();
        change(&mut changed);
        notebook.filter_list(Some(changed));
    };
    let tags = Memo::new(move |_| notebook.with(atlas_core::notebook::Notebook::tags));
    let on_any = move |event| notebook.filter_list(event_target_checked(&event).then(NoteFilter::default));
    let on_due = move |event| {
        let due = today().filter(|_| event_target_checked(&event));
        change(&|it| it.due = due);
    };
    let on_flag = move |event| {
        let flag = Flag::from_code(&event_target_value(&event));
        change(&|it| it.flag = flag);
    };
    let on_tag = move |event| {
        // The first option is any tag; the others are numbered, since a tag may be any text.
        let nth = event_target_value(&event).parse::<usize>().ok();
        let tag = nth.and_then(|nth| tags.with_untracked(|tags| tags.get(nth).map(|(tag, _)| tag.clone())));
        change(&|it| it.tag.clone_from(&tag));
    };
    let chosen_flag = move || filter.with(|it| it.as_ref().and_then(|it| it.flag));
    let chosen_tag = move || filter.with(|it| it.as_ref().and_then(|it| it.tag.clone()));
    let flags = Flag::ALL
        .iter()
        .map(|&flag| {
            let is_chosen = move || chosen_flag() == Some(flag);
            view! { <option value=flag.code() prop:selected=is_chosen>{say(&flag.message_key())}</option> }
        })
        .collect_view();
    let tag_options = move || {
        let chosen = chosen_tag();
        tags.with(|tags| {
            tags.iter()
                .enumerate()
                .map(|(nth, (tag, n_notes))| {
                    let is_chosen = chosen.as_ref() == Some(tag);
                    view! { <option value=nth.to_string() selected=is_chosen>{format!("{tag} ({n_notes})")}</option> }
                })
                .collect_view()
        })
    };
    let has_tags = Memo::new(move |_| !tags.read().is_empty());
    view! {
        <fieldset class="facet">
            <legend>{say("notes.title")}</legend>
            <p class="facet__hint">{say("notes.filter.hint")}</p>
            <label class="facet__option">
                <input
                    type="checkbox"
                    id=format!("{id_prefix}-any")
                    prop:checked=move || filter.read().is_some()
                    on:change=on_any
                />
                <span>{say("notes.filter.any")}</span>
            </label>
            <label class="facet__option">
                <input
                    type="checkbox"
                    id=format!("{id_prefix}-due")
                    prop:checked=move || filter.with(|it| it.as_ref().is_some_and(|it| it.due.is_some()))
                    on:change=on_due
                />
                <span>{say("notes.filter.due")}</span>
            </label>
            <div class="note-filter">
                <label class="note-field">
                    <span>{say("notebook.csv.flag")}</span>
                    <span class="select">
                        <select id=format!("{id_prefix}-flag") on:change=on_flag>
                            <option value="" prop:selected=move || chosen_flag().is_none()>
                                {say("notes.filter.all")}
                            </option>
                            {flags}
                        </select>
                    </span>
                </label>
                <label class="note-field" hidden=move || !has_tags.get()>
                    <span>{say("notes.filter.tag")}</span>
                    <span class="select">
                        <select id=format!("{id_prefix}-tag") on:change=on_tag>
                            <option value="" prop:selected=move || chosen_tag().is_none()>
                                {say("notes.filter.all")}
                            </option>
                            {tag_options}
                        </select>
                    </span>
                </label>
            </div>
        </fieldset>
    }
}
