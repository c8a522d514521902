//! What asks for attention: follow-ups that are due, and notes on what has changed since.

use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use atlas_core::notebook::{Change, Review};
use leptos::prelude::*;

use super::list::NoteRow;
use super::more::{More, first_notes};
use super::overview::{Apart, change_key};
use crate::ui::words::{say, words};

#[component]
pub(super) fn Due(apart: Memo<Apart>) -> impl IntoView {
    let n_most = first_notes();
    let ids = move || {
        apart.with(|apart| apart.due.iter().take(n_most.get()).map(|it| it.id().clone()).collect::<Vec<_>>())
    };
    let n_notes = Memo::new(move |_| apart.with(|apart| apart.due.len()));
    view! {
        <Show when=move || n_notes.get().gt(&0)>
            <section class="notebook__group" aria-labelledby="due-title">
                <h2 id="due-title">{say("notebook.due.title")}</h2>
                <ul class="notebook__notes">
                    <For each=ids key=ToString::to_string let:id>
                        <li><NoteRow id with_partner=true /></li>
                    </For>
                </ul>
                <More n_notes n_most />
            </section>
        </Show>
    }
}

#[component]
pub(super) fn NeedsReview(apart: Memo<Apart>) -> impl IntoView {
    let n_most = first_notes();
    let reviews =
        move || apart.with(|apart| apart.reviews.iter().take(n_most.get()).cloned().collect::<Vec<_>>());
    let n_notes = Memo::new(move |_| apart.with(|apart| apart.reviews.len()));
    view! {
        <Show when=move || n_notes.get().gt(&0)>
            <section class="notebook__group" aria-labelledby="review-title">
                <h2 id="review-title">{say("notebook.review.title")}</h2>
                <p class="notebook__small">{say("notebook.review.text")}</p>
                <ul class="notebook__notes">
                    <For
                        each=reviews
                        key=|it| (it.note.id().to_string(), change_key(&it.change), it.seen.clone())
                        let:review
                    >
                        <li class="review"><ReviewView review /></li>
                    </For>
                </ul>
                <More n_notes n_most />
            </section>
        </Show>
    }
}

/// What changed, the text as it was seen and as it is now, then the note.
#[component]
fn ReviewView(review: Review) -> impl IntoView {
    let seen = (!review.seen.is_empty()).then(|| {
        view! {
            <dt>{say("notebook.review.seen")}</dt>
            <dd><del dir="auto">{review.seen.clone()}</del></dd>
        }
    });
    let now = match &review.change {
        Change::TextChanged(Some(text)) => {
            let lang = (words().lang() != Lang::En).then_some(Lang::En.code());
            Some(view! { <dt>{say("notebook.review.now")}</dt><dd lang=lang>{text.clone()}</dd> })
        }
        _ => None,
    };
    view! {
        <p class="review__change">{say(change_key(&review.change))}</p>
        <dl class="facts review__texts">{seen}{now}</dl>
        <NoteRow id=review.note.id().clone() with_partner=true />
    }
}
