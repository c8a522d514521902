//! The notes in groups, the first of them at once.

use atlas_core::domain::edtf::EdtfDate;
use atlas_core::domain::vocabulary::Vocabulary as _;
use atlas_core::notebook::{Flag, Grouping, NoteId, Search, grouped};
use leptos::prelude::*;

use super::desk::Desk;
use super::more::{More, first_notes};
use super::names::{all_names, name_of};
use super::overview::Apart;
use super::toolbar::Asked;
use crate::ui::notes::card::NoteCard;
use crate::ui::words::{say, words};

/// The notes of a group that are shown.
#[derive(Debug, Clone, PartialEq, Default)]
struct Shown {
    key: Option<String>,
    n_notes: usize,
    ids: Vec<NoteId>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
struct Found {
    groups: Vec<(Option<String>, Vec<NoteId>)>,
    n_notes: usize,
}

impl Found {
    /// The first so many, over all groups.
    fn first(&self, n_most: usize) -> Vec<Shown> {
        let mut n_left = n_most;
        let mut shown = Vec::new();
        for (key, ids) in &self.groups {
            if n_left == 0 {
                break;
            }
            let first: Vec<NoteId> = ids.iter().take(n_left).cloned().collect();
            n_left -= first.len();
            shown.push(Shown { key: key.clone(), n_notes: ids.len(), ids: first });
        }
        shown
    }
}

#[component]
pub(super) fn NoteList(asked: RwSignal<Asked>, apart: Memo<Apart>) -> impl IntoView {
    let desk = Desk::of_context();
    let words = words();
    let search = StoredValue::new(Search::default());
    let names = all_names();
    let found = Memo::new(move |_| {
        desk.settled();
        desk.notebook.with_untracked(|book| search.update_value(|search| search.update(book, &names)));
        let asked = asked.get();
        let mut notes = search.with_value(|search| search.find(&asked.text));
        let ids_apart = apart.with(Apart::ids);
        notes.retain(|note| {
            !ids_apart.contains(note.id()) && note.live().is_some_and(|content| asked.meets(content))
        });
        let n_notes = notes.len();
        let groups = grouped(notes, asked.grouping, asked.order);
        let ids = |group: atlas_core::notebook::Group| {
            (group.key, group.notes.iter().map(|note| note.id().clone()).collect())
        };
        Found { groups: groups.into_iter().map(ids).collect(), n_notes }
    });
    let n_most = first_notes();
    let shown = Memo::new(move |_| found.with(|found| found.first(n_most.get())));
    let grouping = Memo::new(move |_| asked.with(|asked| asked.grouping));
    let heading = move || {
        let n_notes = found.with(|found| found.n_notes) as u64;
        let key = if asked.with(Asked::is_narrowed) {
            "notebook.found"
        } else if apart.with(|apart| *apart != Apart::default()) {
            "notebook.others"
        } else {
            "notebook.all"
        };
        words.count(key, n_notes, &[])
    };
    // A note with several tags is listed under each.
    let n_listed =
        Memo::new(move |_| found.with(|found| found.groups.iter().map(|(_, ids)| ids.len()).sum::<usize>()));
    let groups = move || shown.with(|shown| shown.iter().map(|it| it.key.clone()).collect::<Vec<_>>());
    view! {
        <section class="notebook__group" aria-labelledby="notes-title">
            <h2 id="notes-title" class="notebook__count"><span role="status">{heading}</span></h2>
            // Built anew for another grouping, which has other headings.
            {move || {
                let grouping = grouping.get();
                view! {
                    <For each=groups key=|key| key.clone() let:key>
                        <GroupView key grouping shown />
                    </For>
                }
            }}
            <More n_notes=n_listed n_most />
        </section>
    }
}

/// The heading of a group, in words.
fn heading_of(key: Option<&str>, grouping: Grouping) -> String {
    let Some(key) = key else {
        return say(match grouping {
            Grouping::Tag => "notebook.group.without-tag",
            Grouping::Flag => "notebook.group.without-flag",
            _ => "notebook.group.elsewhere",
        });
    };
    match grouping {
        Grouping::Partnership => name_of(key).unwrap_or_else(|| key.to_owned()),
        Grouping::Flag => Flag::from_code(key).map_or_else(|| key.to_owned(), |it| say(&it.message_key())),
        Grouping::Month => words().date(EdtfDate::parse(key).ok().as_ref()),
        Grouping::Tag | Grouping::None => key.to_owned(),
    }
}

#[component]
fn GroupView(key: Option<String>, grouping: Grouping, shown: Memo<Vec<Shown>>) -> impl IntoView {
    let words = words();
    let heading = (grouping != Grouping::None).then(|| heading_of(key.as_deref(), grouping));
    let group = Memo::new(move |_| {
        shown.with(|shown| shown.iter().find(|it| it.key == key).cloned()).unwrap_or_default()
    });
    let heading = heading.map(|text| {
        let n_notes = move || words.number(group.with(|group| group.n_notes) as u64);
        view! {
            <h3 class="notebook__heading">
                <bdi>{text}</bdi>
                " "
                <span class="notebook__n">{n_notes}</span>
            </h3>
        }
    });
    let with_partner = grouping != Grouping::Partnership;
    view! {
        {heading}
        <ul class="notebook__notes">
            <For each=move || group.with(|group| group.ids.clone()) key=ToString::to_string let:id>
                <li><NoteRow id with_partner /></li>
            </For>
        </ul>
    }
}

/// A note, which follows the notebook by itself.
#[component]
pub(super) fn NoteRow(id: NoteId, with_partner: bool) -> impl IntoView {
    let record = Desk::of_context().notebook.with_untracked(|book| book.record(&id).cloned());
    record.map(|record| view! { <NoteCard record with_partner /> })
}
