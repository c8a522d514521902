//! Search, filters, grouping and order of the notes: one quiet line.

use atlas_core::domain::vocabulary::Vocabulary as _;
use atlas_core::notebook::{Content, Flag, Grouping, NoteFilter, NoteOrder};
use leptos::prelude::*;

use super::desk::Desk;
use crate::ui::icon::{Icon, IconView};
use crate::ui::words::say;

/// What the person asks of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Asked {
    pub(super) text: String,
    filter: NoteFilter,
    pub(super) grouping: Grouping,
    pub(super) order: NoteOrder,
}

impl Asked {
    /// Whether some notes are left out.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.text.trim().is_empty() || self.filter != NoteFilter::default()
    }

    pub(super) fn meets(&self, content: &Content) -> bool {
        self.filter.meets(content)
    }
}

const GROUPINGS: [(Grouping, &str); 5] = [
    (Grouping::None, "notebook.group.none"),
    (Grouping::Partnership, "notebook.group.partnership"),
    (Grouping::Tag, "notebook.group.tag"),
    (Grouping::Flag, "notebook.group.flag"),
    (Grouping::Month, "notebook.group.month"),
];

const ORDERS: [(NoteOrder, &str); 4] = [
    (NoteOrder::Modified, "notebook.order.modified"),
    (NoteOrder::Created, "notebook.order.created"),
    (NoteOrder::FollowUp, "notebook.order.follow-up"),
    (NoteOrder::Priority, "notebook.order.priority"),
];

#[component]
pub(super) fn Toolbar(asked: RwSignal<Asked>) -> impl IntoView {
    let desk = Desk::of_context();
    let notebook = desk.notebook;
    let tags = Memo::new(move |_| {
        desk.settled();
        notebook.with_untracked(|book| book.tags().into_iter().map(|(tag, _)| tag).collect::<Vec<_>>())
    });
    let has_flags = Memo::new(move |_| {
        desk.settled();
        let is_asked = asked.with(|asked| asked.filter.flag.is_some());
        is_asked || notebook.with_untracked(|book| book.notes().any(|(_, content)| content.flag.is_some()))
    });
    let flags = move || {
        has_flags.get().then(|| {
            let options = Flag::ALL.iter().map(|flag| (flag.code().to_owned(), say(&flag.message_key())));
            let options = with_all("notebook.filter.flags", options);
            let on_pick =
                move |code: String| asked.update(|asked| asked.filter.flag = Flag::from_code(&code));
            let chosen = asked.with_untracked(|asked| asked.filter.flag.map_or("", Flag::code).to_owned());
            view! { <Pick id="note-flag" label_key="notebook.filter.flag" options chosen on_pick /> }
        })
    };
    let tag_filter = move || {
        let tags = tags.get();
        let chosen = asked.with_untracked(|asked| asked.filter.tag.clone());
        let is_shown = !tags.is_empty() || chosen.is_some();
        is_shown.then(|| {
            // Behind a sign, since a tag may be any text, the empty one too.
            let options = tags.into_iter().map(|tag| (format!("={tag}"), tag));
            let options = with_all("notebook.filter.tags", options);
            let on_pick = move |value: String| {
                asked.update(|asked| asked.filter.tag = value.strip_prefix('=').map(str::to_owned));
            };
            let chosen = chosen.map_or_else(String::new, |tag| format!("={tag}"));
            view! { <Pick id="note-tag" label_key="notebook.filter.tag" options chosen on_pick /> }
        })
    };
    let on_group = move |value: String| {
        let picked = GROUPINGS.iter().find(|(_, key)| *key == value);
        asked.update(|asked| asked.grouping = picked.map_or(Grouping::None, |(grouping, _)| *grouping));
    };
    let on_order = move |value: String| {
        let picked = ORDERS.iter().find(|(_, key)| *key == value);
        asked.update(|asked| asked.order = picked.map_or(NoteOrder::Modified, |(order, _)| *order));
    };
    let of_keys =
        |keys: Vec<&'static str>| keys.into_iter().map(|key| (key.to_owned(), say(key))).collect::<Vec<_>>();
    let groups = of_keys(GROUPINGS.iter().map(|(_, key)| *key).collect());
    let orders = of_keys(ORDERS.iter().map(|(_, key)| *key).collect());
    let (group, order) = (GROUPINGS[0].1.to_owned(), ORDERS[0].1.to_owned());
    view! {
        <section class="note-tools" role="search" aria-label=say("notebook.tools")>
            <div class="search">
                <IconView icon=Icon::Search />
                <input
                    type="search"
                    id="note-search"
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    aria-label=say("notebook.search")
                    placeholder=say("notebook.search.placeholder")
                    on:input=move |event| asked.update(|asked| asked.text = event_target_value(&event))
                />
            </div>
            <div class="note-tools__picks">
                {flags} {tag_filter}
                <Pick id="note-group" label_key="notebook.group" options=groups chosen=group on_pick=on_group />
                <Pick id="note-order" label_key="notebook.order" options=orders chosen=order on_pick=on_order />
            </div>
        </section>
    }
}

fn with_all(key: &'static str, options: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), say(key))).chain(options).collect()
}

/// A choice among values with their words.
#[component]
fn Pick(
    id: &'static str,
    label_key: &'static str,
    options: Vec<(String, String)>,
    chosen: String,
    #[prop(into)] on_pick: Callback<String>,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(value, label)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{label}</option> }
        })
        .collect_view();
    view! {
        <span class="select select--quiet">
            <select id=id aria-label=say(label_key) on:change=move |event| on_pick.run(event_target_value(&event))>
                {options}
            </select>
            <IconView icon=Icon::ChevronDown size_px=14 />
        </span>
    }
}
