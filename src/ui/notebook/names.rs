//! The names of partners by the ids that notes carry.

use std::sync::Arc;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::PartnershipId;
use atlas_core::domain::text::Text;
use atlas_core::notebook::Content;
use atlas_core::notebook::export::{self, Names};
use leptos::prelude::*;

use crate::state::atlas::{Atlas, session};
use crate::state::session::Session;
use crate::ui::words::words;

fn brief_of(session: Option<&Arc<Session>>, id: &str) -> Option<Arc<Brief>> {
    let id = PartnershipId::parse(id)?;
    session?.digest.brief(&id).cloned()
}

/// The name of a partner in the reader's language.
pub(in crate::ui) fn name_of(id: &str) -> Option<String> {
    let brief = brief_of(session().as_ref(), id)?;
    Some(brief.name.get(words().lang()).to_owned())
}

/// What finds a partner's names in every language, for the search. To be made within a view.
pub(super) fn all_names() -> impl Fn(&str) -> Option<String> {
    let session = session();
    move |id| {
        let brief = brief_of(session.as_ref(), id)?;
        let whole = session.as_ref().and_then(|it| it.details.with_untracked(|it| it.here().cloned()));
        let names = brief.name.all().chain(brief.acronym.iter().flat_map(Text::all));
        let record = whole.as_ref().and_then(|whole| whole.dataset.partnership(&brief.id));
        let aliases = record.iter().flat_map(|it| it.partner.aliases.iter().map(String::as_str));
        let mut all = String::new();
        for name in names.chain(aliases) {
            all.push_str(name);
            all.push(' ');
        }
        Some(all)
    }
}

/// Calls `write` with the names and addresses that an export needs. To be made within a view.
pub(super) fn exporter(atlas: Atlas) -> impl Fn(&dyn Fn(&Names<'_>) -> String) -> String + Clone {
    let (session, lang) = (session(), words().lang());
    move |write| {
        let name_of = |id: &str| brief_of(session.as_ref(), id).map(|brief| brief.name.get(lang).to_owned());
        let address_of = |id: &str| {
            PartnershipId::parse(id).map_or_else(String::new, |id| atlas.canonical_url(Route::Partner(id)))
        };
        write(&Names { name_of: &name_of, address_of: &address_of })
    }
}

/// What a note is about: the partner's name, or what was seen, or the id; none for a foreign target.
pub(super) fn title_of(content: &Content) -> Option<String> {
    export::title_of(content, &name_of)
}

/// The beginning of a text, on one line.
pub(super) fn beginning(text: &str, n_chars: usize) -> String {
    let mut words = text.split_whitespace();
    let mut start = words.next().unwrap_or_default().to_owned();
    for word in words {
        if start.chars().count() > n_chars {
            break;
        }
        start.push(' ');
        start.push_str(word);
    }
    if start.chars().count() <= n_chars {
        return start;
    }
    let mut cut: String = start.chars().take(n_chars).collect();
    cut.push('…');
    cut
}
