//! What a person takes away from the notebook besides the Web Annotations: pure text, in the reader's language.

mod corrections;
mod csv;
mod html;
mod icalendar;

pub use corrections::corrections;
pub use csv::csv;
pub use html::html;
pub use icalendar::icalendar;

use super::note::{Content, Part, Target, Where};
use super::record::Record;
use std::sync::Arc;

/// The names and addresses that an export needs, by the id of a partnership.
pub struct Names<'a> {
    /// The name of the partner; none if there is no such record.
    pub name_of: &'a dyn Fn(&str) -> Option<String>,
    pub address_of: &'a dyn Fn(&str) -> String,
}

impl Names<'_> {
    /// What a note is about, for a person: the partner's name, or what was seen, or the id.
    fn title(&self, content: &Content) -> String {
        title_of(content, self.name_of).or_else(|| foreign_address(content)).unwrap_or_default()
    }

    fn address(&self, content: &Content) -> String {
        content
            .target
            .partnership()
            .map_or_else(|| foreign_address(content).unwrap_or_default(), self.address_of)
    }
}

/// What a note is about: the partner's name, or what was seen, or the id; none for a foreign target. `name_of` gives
/// the name of a partner by the id of its partnership.
pub fn title_of(content: &Content, name_of: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let Target::Partnership { partnership, part, seen, .. } = &content.target else { return None };
    Some(name_of(partnership).unwrap_or_else(|| match part {
        Part::Whole if !seen.is_empty() => seen.clone(),
        _ => partnership.clone(),
    }))
}

/// The address of a foreign target, where it has just one.
fn foreign_address(content: &Content) -> Option<String> {
    let Target::Foreign(value) = &content.target else { return None };
    let address = ["source", "id"].into_iter().find_map(|name| value.get(name)).unwrap_or(value);
    address.as_str().map(str::to_owned)
}

/// The id of the milestone that a note is about.
fn milestone(content: &Content) -> Option<&str> {
    match &content.target {
        Target::Partnership { part: Part::Milestone(id), .. }
        | Target::Partnership { part: Part::Quote { place: Where::Milestone(id), .. }, .. } => Some(id),
        _ => None,
    }
}

/// The quoted sentence.
fn quote(content: &Content) -> Option<&str> {
    match &content.target {
        Target::Partnership { part: Part::Quote { exact, .. }, .. } => Some(exact),
        _ => None,
    }
}

/// Every version that is not in the trash, the shown one first.
fn versions(records: &[Arc<Record>]) -> impl Iterator<Item = (&Record, &Content)> {
    records.iter().flat_map(|record| {
        let shown = record.shown().into_iter();
        let all = shown.chain(record.alternatives()).filter(|content| !content.is_trashed());
        all.map(move |content| (&**record, content))
    })
}
