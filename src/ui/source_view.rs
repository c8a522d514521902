//! A source by its publisher's name: a link where its host was reviewed, plain text elsewhere.

use std::sync::Arc;

use atlas_core::domain::partnership::Source;
use atlas_core::domain::vocabulary::{Lang, SourceKind, Vocabulary as _};
use leptos::prelude::*;

use super::words::words;

/// One source in a sentence: publisher, title, date, language.
#[component]
pub(crate) fn SourceView(source: Arc<Source>) -> impl IntoView {
    let words = words();
    let publisher = source.publisher.clone();
    let head = match source.link() {
        Some(url) => view! { <a href=url.to_owned() rel="external noopener">{publisher}</a> }.into_any(),
        None => view! { <span>{publisher}</span> }.into_any(),
    };
    let title = source.title.as_ref().map(|title| format!(" · {title}"));
    let date = source.date.map(|date| format!(" · {}", words.date(Some(&date))));
    // The title of a copy says that it is one.
    let is_named = source.link().is_none() && source.kind != SourceKind::Copy;
    let kind = is_named.then(|| format!(" · {}", words.text(&source.kind.message_key())));
    let lang = source.lang.as_ref().map(|lang| format!(" ({lang})"));
    // Titles are told in English, whatever the language of the page that they name.
    let title_lang = (words.lang() != Lang::En).then_some(Lang::En.code());
    view! { {head}<span lang=title_lang>{title}</span>{date}{kind}{lang} }
}

/// The sources of one fact, in a line.
#[component]
pub(crate) fn SourceLine(sources: Vec<Arc<Source>>) -> impl IntoView {
    let n_sources = sources.len();
    sources
        .into_iter()
        .enumerate()
        .map(|(idx, source)| {
            let separator = if idx + 1 < n_sources { "; " } else { "" };
            view! { <SourceView source />{separator} }
        })
        .collect_view()
}
