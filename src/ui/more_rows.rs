//! Under the rows of a long list: how many there are, and a way to see more of them.

use leptos::prelude::*;

use super::words::words;
use crate::browser::{list_rows, time};
use crate::state::atlas::Atlas;
use crate::state::rows::ROWS_AT_ONCE;

/// The focus goes to the first of the new rows of the list with this id.
#[component]
pub(crate) fn MoreRows(n_shown: usize, n_all: usize, list_id: &'static str) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let number = |n: usize| words.number(n as u64);
    let n_more = ROWS_AT_ONCE.min(n_all - n_shown);
    let on_press = move |_| {
        atlas.ask_for_more_rows();
        // By then the list has made room and the new rows are in the document.
        time::after_next_paint(move || list_rows::focus(list_id, n_shown));
    };
    view! {
        <p class="more-rows no-print">
            <button type="button" class="button" id=format!("{list_id}-more") on:click=on_press>
                {words.format("rows.more", &[("n", &number(n_more))])}
            </button>
            <span>{words.format("rows.shown", &[("n", &number(n_shown)), ("all", &number(n_all))])}</span>
        </p>
    }
}
