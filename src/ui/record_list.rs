//! The rows of one listing. A long list begins with its first rows, and of more that a person asks for only those near
//! what is seen are in the document.

use std::sync::Arc;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::PartnershipId;
use atlas_core::row_window::{CHUNK_ROWS, Item, RowWindow};
use leptos::prelude::*;
use leptos::{ev, html};

use super::live::live_if;
use super::part::{Later, LaterPage};
use super::partnership_row::PartnershipRow;
use crate::browser::{self, list_rows, time};
use crate::state::atlas::Atlas;
use crate::state::rows::ROWS_AT_ONCE;

/// The id of a partner's row in the list.
pub(crate) fn row_id(id: &PartnershipId) -> String {
    format!("row-{id}")
}

/// What stands in the list: a row, in a long list with its place, from 1, and how many there are; or room for rows that
/// are not in the document.
#[derive(Clone)]
enum Shown {
    Row(Arc<Brief>, Option<(usize, usize)>),
    /// Of so many pixels.
    Gap(i64),
}

impl Shown {
    /// A row is another when its place is another: it says its place.
    fn key(&self) -> String {
        match self {
            Self::Row(brief, None) => brief.id.to_string(),
            Self::Row(brief, Some((place, n_all))) => format!("{} {place} {n_all}", brief.id),
            Self::Gap(height_px) => height_px.to_string(),
        }
    }
}

#[component]
pub(crate) fn RecordList(indices: Memo<Vec<u32>>, label: String, id: &'static str) -> impl IntoView {
    let atlas = Atlas::of_context();
    let n_all = Memo::new(move |_| indices.read().len());
    let n_shown = Memo::new(move |_| atlas.n_asked_rows().min(n_all.get()));
    let scrolled = RwSignal::new(RowWindow::default());
    let window = Memo::new(move |_| scrolled.read().with_n_rows(n_shown.get()));
    let list = NodeRef::<html::Ol>::new();
    follow(list, window, scrolled, n_shown);
    let items = move || {
        let (indices, window) = (indices.read(), window.read());
        let place_of = |row: usize| (indices.len() > ROWS_AT_ONCE).then_some((row + 1, indices.len()));
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
    view! {
        <ol id=id node_ref=list aria-label=label>
            <For each=items key=Shown::key let:shown>
                {row(atlas, shown)}
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
        if window.with_untracked(RowWindow::is_whole) || is_asked.get_value() {
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
}

fn row(atlas: Atlas, shown: Shown) -> AnyView {
    let (brief, place) = match shown {
        Shown::Gap(height_px) => {
            return view! { <li aria-hidden="true" style:height=format!("{height_px}px")></li> }.into_any();
        }
        Shown::Row(brief, place) => (brief, place),
    };
    let id = brief.id.clone();
    let href = {
        let id = id.clone();
        Signal::derive(move || atlas.href_of(Route::Partner(id.clone())))
    };
    let on_highlight = atlas.highlighter(&brief);
    let row_id = row_id(&id);
    let is_highlighted = Signal::derive(move || atlas.is_highlighted(&id));
    view! {
        <li aria-posinset=place.map(|it| it.0) aria-setsize=place.map(|it| it.1)>
            <PartnershipRow brief href id=row_id is_current=false is_highlighted on_highlight />
        </li>
    }
    .into_any()
}
