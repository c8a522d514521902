//! The readable HTML of pages whose views are nothing without the app: the list for a frame, and what a page is for.

use super::html::{element, escape, text};
use atlas_core::domain::dataset::Dataset;
use atlas_core::domain::link::{Link, Route};
use atlas_core::domain::messages::Messages;
use atlas_core::domain::partnership::Partnership;
use atlas_core::domain::vocabulary::{Listing, Vocabulary as _};
use std::cmp::Reverse;

/// All records by listing, each listing with its newest first, as the app orders them. Every link leads out of the frame,
/// and the disclaimer travels along.
pub(crate) fn frame(dataset: &Dataset, words: &Messages, root: &str) -> String {
    let lists: String = Listing::ALL.iter().map(|&listing| list(dataset, listing, words, root)).collect();
    let about = paragraph_link(&Link::new(words.lang(), Route::About), root, &word(words, "nav.about"));
    let links = (lists + &about).replace("<a ", r#"<a target="_blank" rel="noopener" "#);
    [
        element("h1", &word(words, "app.name")),
        element("p", &word(words, "app.tagline")),
        links,
        element("p", &word(words, "disclaimer.short")),
    ]
    .concat()
}

/// The records of one listing; what is no partnership stands under a heading of its own.
fn list(dataset: &Dataset, listing: Listing, words: &Messages, root: &str) -> String {
    let mut records: Vec<_> = dataset.partnerships.iter().filter(|it| it.listing == listing).collect();
    if records.is_empty() {
        return String::new();
    }
    records.sort_by_key(|it| Reverse(it.newest_milestone().and_then(|milestone| milestone.date)));
    let rows: String = records.into_iter().map(|it| row(it, words, root)).collect();
    let heading = match listing {
        Listing::Counted => String::new(),
        other => element("h2", &word(words, &format!("listing.{}.heading", other.code()))),
    };
    heading + &element("ul", &rows)
}

/// The name with a link; after it the stage, the sectors and the year of the newest milestone.
fn row(record: &Partnership, words: &Messages, root: &str) -> String {
    let link = Link::new(words.lang(), Route::Partner(record.id.clone()));
    let name = anchor(&link, root, &text(&record.partner.name, words.lang()));
    let year = record.newest_milestone().and_then(|it| it.date).map(|it| it.start().year().to_string());
    let facts = [Some(name), Some(stage(record, words)), sectors(record, words), year];
    element("li", &facts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// The stage, or why a record has none.
fn stage(record: &Partnership, words: &Messages) -> String {
    match record.stage {
        Some(stage) => word(words, &stage.message_key()),
        None => word(words, &record.listing.message_key()),
    }
}

fn sectors(record: &Partnership, words: &Messages) -> Option<String> {
    let names: Vec<_> = record.sectors.iter().map(|sector| word(words, &sector.message_key())).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

pub(crate) fn app_only(words: &Messages, root: &str, title: &str, about: &str) -> String {
    let back = paragraph_link(&explore_link(words), root, &word(words, "partner.back"));
    back + &element("h1", &word(words, title)) + &element("p", &word(words, about))
}

pub(crate) fn not_found(words: &Messages, root: &str) -> String {
    let way_out = paragraph_link(&explore_link(words), root, &word(words, "not-found.explore"));
    let head = element("h1", &word(words, "not-found.title"));
    head + &element("p", &word(words, "not-found.text")) + &way_out
}

fn explore_link(words: &Messages) -> Link {
    Link::new(words.lang(), Route::Explore)
}

fn paragraph_link(link: &Link, root: &str, html: &str) -> String {
    element("p", &anchor(link, root, html))
}

fn anchor(link: &Link, root: &str, html: &str) -> String {
    format!(r#"<a href="{}">{html}</a>"#, escape(&link.href(root)))
}

/// The words under a key, ready for HTML.
fn word(words: &Messages, key: &str) -> String {
    escape(words.text(key))
}
