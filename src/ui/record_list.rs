//! The rows of one listing. A long list begins with its first rows, and of more that a person asks for only those near
//! what is seen are in the document.

use std::sync::Arc;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::PartnershipId;
use atlas_core::fnv::fnv_1a;
use atlas_core::row_window::{CHUNK_ROWS, Item, RowWindow};
use leptos::prelude::*;
use leptos::{ev, html};

use super::live::live_if;
use super::part::{Later, LaterPage};
use super::partnership_row::PartnershipRow;
use crate::browser::{self, dom, list_rows, time};
use crate::state::atlas::Atlas;
use crate::state::rows::ROWS_AT_ONCE;

/// So many rows come at once after the first ones.
const MORE_ROWS: usize = 20;

/// The id of a partner's row in the list.
pub(crate) fn row_id(id: &PartnershipId) -> String {
    format!("row-{id}")
}

/// What stands in the list: a row, in a long list with its place, from 1; or room for rows that are not in the document.
#[derive(Clone)]
enum Shown {
    Row(Arc<Brief>, Option<usize>),
    /// Of so many pixels.
    Gap(i64),
}

impl Shown {
    /// A row is another when its place is another: it says its place.
    fn key(&self) -> String {
        match self {
            Self::Row(brief, None) => brief.id.to_string(),
            Self::Row(brief, Some(place)) => format!("{} {place}", brief.id),
            Self::Gap(height_px) => height_px.to_string(),
        }
    }
}

#[component]
pub(crate) fn RecordList(indices: Memo<Vec<u32>>, label: String, id: &'static str) -> impl IntoView {
    let atlas = Atlas::of_context();
    let n_all = Memo::new(move |_| indices.read().len());
    let n_shown = Memo::new(move |_| atlas.n_asked_rows().min(n_all.get()));
    let of_result = move |window: &RowWindow| {
        let n_rows = n_shown.get();
        let records = fnv_1a(indices.read().iter().take(n_rows).map(|idx| u64::from(*idx)));
        window.with_records(records, n_rows, atlas.n_first_rows())
    };
    // Whole at once when the page is built, and in steps where it stands or is out of sight still.
    let n_at_once = if dom::is_out_of_sight() { 0 } else { usize::MAX };
    let scrolled = RwSignal::new(untrack(|| of_result(&RowWindow::default()).with_more(n_at_once)));
    let window = Memo::new(move |_| scrolled.with(of_result));
    let list = NodeRef::<html::Ol>::new();
    follow(list, window, scrolled, n_shown);
    let items = move || {
        let (indices, window) = (indices.read(), window.read());
        let place_of = |row: usize| (indices.len() > ROWS_AT_ONCE).then_some(row + 1);
        let brief_of = |row: usize| atlas.briefs(indices.get(row..=row).unwrap_or_default()).pop();
        let shown = |item: Item| match item {
            Item::Row(row) => brief_of(row).map(|brief| Shown::Row(brief, place_of(row))),
            Item::Gap { height_px, .. } => Some(Shown::Gap(height_px.round() as i64)),
        };
        window.items().into_iter().filter_map(shown).collect::<Vec<_>>()
    };
    let more = live_if(move || {
        (n_shown.get() < n_all.get())
            .then(|| view! { <Later page=LaterPage::MoreRows(n_shown.get(), n_all.get(), id) /> }.into_any())
    });
    keep(list, "aria-setsize", items, move |_, place| place.map(|_| n_all.get().to_string()));
    keep(list, "href", items, move |brief, _| Some(atlas.href_of(Route::Partner(brief.id.clone()))));
    keep(list, "data-highlighted", items, move |brief, _| atlas.is_highlighted(&brief.id).then(String::new));
    view! {
        <ol
            id=id
            node_ref=list
            aria-label=label
            aria-busy=move || window.read().is_begun().then_some("true")
        >
            <For each=items key=Shown::key let:shown>
                {row(atlas, n_all.get_untracked(), shown)}
            </For>
        </ol>
        {more}
    }
}

/// Lets the rows in the document follow what is seen, when the page is scrolled and when there are more of them.
fn follow(
    list: NodeRef<html::Ol>,
    window: Memo<RowWindow>,
    scrolled: RwSignal<RowWindow>,
    n_shown: Memo<usize>,
) {
    let is_asked = StoredValue::new(false);
    let follow = move || {
        let is_still = |window: &RowWindow| window.is_whole() || window.is_begun();
        if window.with_untracked(is_still) || is_asked.get_value() {
            return;
        }
        is_asked.set_value(true);
        time::before_next_paint(move || {
            // The page may be another one by now.
            if is_asked.try_set_value(false).is_some() {
                return;
            }
            if let Some(list) = list.get_untracked() {
                let rows = window.with_untracked(RowWindow::rows);
                let seen = list_rows::seen(&list, rows, CHUNK_ROWS);
                let next = window.with_untracked(|it| it.scrolled(&seen.tops_px, seen.top_px, seen.focused));
                if window.with_untracked(|it| *it != next) {
                    scrolled.set(next);
                    time::before_next_paint(move || list_rows::keep_focus(&list, seen.focused));
                }
            }
        });
    };
    browser::on_window(ev::scroll, move |_| follow());
    Effect::new(move || {
        n_shown.track();
        follow();
    });
    Effect::new(move || {
        let begun = window.get();
        if !begun.is_begun() {
            return;
        }
        let draw_more = move || {
            // The page may be another one by now, and the list have other records.
            if window.try_get_untracked().as_ref() == Some(&begun) {
                scrolled.set(begun.with_more(MORE_ROWS));
                follow();
            }
        };
        let in_turn = move || {
            leptos::task::spawn_local(async move {
                time::turn().await;
                draw_more();
            });
        };
        if dom::is_out_of_sight() {
            in_turn();
        } else {
            // The next frame is the map's. Not when the page is idle: not every browser can tell.
            time::after_next_paint(in_turn);
        }
    });
}

/// Keeps an attribute of all rows what it should be, by the record and the place of each: one effect does it, since one
/// for each row would take much of the time between a click and the next paint. It is told before that paint, when the
/// rows themselves are in the document.
fn keep(
    list: NodeRef<html::Ol>,
    attribute: &'static str,
    items: impl Fn() -> Vec<Shown> + 'static,
    value: impl Fn(&Brief, Option<usize>) -> Option<String> + 'static,
) {
    let values = move || {
        let value = |shown: &Shown| match shown {
            Shown::Row(brief, place) => value(brief, *place),
            Shown::Gap(_) => None,
        };
        items().iter().map(value).collect()
    };
    keep_all(list, attribute, Box::new(values));
}

/// What [`keep`] comes to for all attributes.
fn keep_all(list: NodeRef<html::Ol>, attribute: &'static str, values: Box<dyn Fn() -> Vec<Option<String>>>) {
    Effect::new(move || {
        let values = values();
        time::before_next_paint(move || {
            // The page may be another one by now.
            if let Some(list) = list.try_get_untracked().flatten() {
                list_rows::keep(&list, attribute, &values);
            }
        });
    });
}

fn row(atlas: Atlas, n_all: usize, shown: Shown) -> AnyView {
    match shown {
        Shown::Gap(height_px) => {
            view! { <li aria-hidden="true" style:height=format!("{height_px}px")></li> }.into_any()
        }
        Shown::Row(brief, place) => {
            let href = atlas.href_of_untracked(Route::Partner(brief.id.clone()));
            let row_id = row_id(&brief.id);
            view! {
                <li aria-posinset=place aria-setsize=place.map(|_| n_all)>
                    <PartnershipRow brief href id=row_id />
                </li>
            }
            .into_any()
        }
    }
}
