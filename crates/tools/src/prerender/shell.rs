//! The readable HTML of each page: the list, and a partner's summary, milestones and sources.

use super::html::{element, escape, text};
use atlas_core::domain::dataset::Dataset;
use atlas_core::domain::link::{Link, Route};
use atlas_core::domain::messages::Messages;
use atlas_core::domain::partnership::{Milestone, Partnership, Source};
use atlas_core::domain::vocabulary::{Listing, Vocabulary as _};
use std::cmp::Reverse;
use std::sync::Arc;

/// All records by listing, each listing with its newest first, as the app orders them.
pub(crate) fn explore(dataset: &Dataset, words: &Messages, root: &str) -> String {
    let lists = Listing::ALL.iter().map(|&listing| list(dataset, listing, words, root));
    let about = Link::new(words.lang(), Route::About);
    [element("h1", &word(words, "app.name")), element("p", &word(words, "app.tagline"))]
        .into_iter()
        .chain(lists)
        .chain([paragraph_link(&about, root, &word(words, "nav.about"))])
        .collect()
}

/// The list in a frame: every link leads out of it, and the disclaimer travels along.
pub(crate) fn frame(dataset: &Dataset, words: &Messages, root: &str) -> String {
    let list = explore(dataset, words, root).replace("<a ", r#"<a target="_blank" rel="noopener" "#);
    list + &element("p", &word(words, "disclaimer.short"))
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

pub(crate) fn partner(record: &Partnership, words: &Messages, root: &str) -> String {
    let lang = words.lang();
    let back = paragraph_link(&explore_link(words), root, &word(words, "partner.back"));
    let name = element("h1", &text(&record.partner.name, lang));
    let summary = record.summary.as_ref().map(|it| element("p", &text(it, lang))).unwrap_or_default();
    let milestones: String = record.milestones.iter().map(|it| milestone(it, words)).collect();
    let timeline = if milestones.is_empty() {
        String::new()
    } else {
        element("h2", &word(words, "partner.timeline")) + &element("ol", &milestones)
    };
    [back, name, summary, facts(record, words), timeline].concat()
}

/// Stage, kind, seat, sectors, mechanisms and site, a line each.
fn facts(record: &Partnership, words: &Messages) -> String {
    let lang = words.lang();
    let partner = &record.partner;
    let as_of = escape(&words.format("partner.as-of", &[("date", &words.date(Some(&record.as_of)))]));
    let stage = format!("{}, {as_of}", stage(record, words));
    let acronym = partner.acronym.as_ref().map(|it| text(it, lang));
    let kind = word(words, &partner.kind.message_key());
    let seat = partner.seat.as_ref().map(|seat| {
        let place = format!("{}, {}", text(&seat.city.name, lang), escape(words.country(&seat.city.country)));
        let doubt = seat.is_from_memory.then(|| format!(" {}", word(words, "partner.seat-unsourced")));
        format!("{}: {place}{}", word(words, "partner.seat"), doubt.unwrap_or_default())
    });
    let sectors = sectors(record, words).map(|names| format!("{}: {names}", word(words, "partner.sectors")));
    let mechanisms: Vec<_> = record.mechanisms.iter().map(|it| word(words, &it.kind.message_key())).collect();
    let mechanisms = (!mechanisms.is_empty())
        .then(|| format!("{}: {}", word(words, "partner.mechanisms"), mechanisms.join(", ")));
    let site = partner.site.as_ref().map(|url| {
        let url = escape(url);
        format!(r#"{}: <a href="{url}" rel="external noopener">{url}</a>"#, word(words, "partner.site"))
    });
    let lines = [acronym, Some(kind), Some(stage), seat, sectors, mechanisms, site];
    element("ul", &lines.into_iter().flatten().map(|line| element("li", &line)).collect::<String>())
}

fn milestone(milestone: &Milestone, words: &Messages) -> String {
    let lang = words.lang();
    let date = escape(&words.date(milestone.date.as_ref()));
    let head = element("p", &format!("{date}: {}", text(&milestone.title, lang)));
    let detail = milestone.detail.as_ref().map(|it| element("p", &text(it, lang))).unwrap_or_default();
    let caution = milestone
        .caution
        .as_ref()
        .map(|it| element("p", &format!("{} {}", word(words, "milestone.caution"), text(it, lang))));
    let sources =
        element("p", &format!("{} {}", word(words, "milestone.sources"), sources(&milestone.sources, words)));
    element("li", &[head, detail, caution.unwrap_or_default(), sources].concat())
}

/// Only a reviewed host becomes a link; the others say what they are.
fn sources(sources: &[Arc<Source>], words: &Messages) -> String {
    let one = |source: &Arc<Source>| {
        let publisher = escape(&source.publisher);
        match source.link() {
            Some(url) => format!(r#"<a href="{}" rel="external noopener">{publisher}</a>"#, escape(url)),
            None => format!("{publisher} ({})", word(words, &source.kind.message_key())),
        }
    };
    sources.iter().map(one).collect::<Vec<_>>().join("; ")
}

pub(crate) fn about(words: &Messages, root: &str) -> String {
    let back = paragraph_link(&explore_link(words), root, &word(words, "partner.back"));
    let paragraphs = ["about.lead", "about.method.text", "about.counting.text", "about.privacy.text"]
        .map(|key| element("p", &word(words, key)))
        .concat();
    back + &element("h1", &word(words, "about.title")) + &paragraphs
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
