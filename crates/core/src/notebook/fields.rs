//! The fields of a record that a person can propose to correct, with what stands there now.

use super::note::Part;
use crate::domain::partnership::{Milestone, Partnership};
use crate::domain::text::Text;
use crate::domain::vocabulary::Vocabulary as _;

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// As [`super::Correction::field`] has it.
    pub path: String,
    /// Its last part, by which it is named to a person: `name`, `city`, `date`.
    pub kind: &'static str,
    /// What the data file has there, in English; empty for nothing.
    pub value: String,
}

/// The fields of what a note is about: the record's, or those of a milestone.
pub fn fields(partnership: &Partnership, part: &Part) -> Vec<Field> {
    let Some(id) = part.milestone() else { return of_record(partnership) };
    let milestone = partnership.milestones.iter().find(|it| it.id == *id);
    milestone.map(of_milestone).unwrap_or_default()
}

fn field(path: &str, kind: &'static str, value: Option<String>) -> Field {
    Field { path: path.to_owned(), kind, value: value.unwrap_or_default() }
}

fn english(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.en.clone())
}

fn of_record(partnership: &Partnership) -> Vec<Field> {
    let partner = &partnership.partner;
    let stage = partnership.stage.map(|stage| stage.code().to_owned());
    vec![
        field("name", "name", english(Some(&partner.name))),
        field("acronym", "acronym", english(partner.acronym.as_ref())),
        field("kind", "kind", Some(partner.kind.code().to_owned())),
        field("site", "site", partner.site.clone()),
        field("seat.city", "city", partner.seat.as_ref().map(|seat| seat.city.id.clone())),
        field("stage", "stage", stage),
        field("summary", "summary", english(partnership.summary.as_ref())),
        field("as_of", "as-of", Some(partnership.as_of.to_string())),
    ]
}

fn of_milestone(milestone: &Milestone) -> Vec<Field> {
    let path = |name: &str| format!("milestones.{}.{name}", milestone.id);
    vec![
        field(&path("date"), "date", milestone.date.map(|date| date.to_string())),
        field(&path("title"), "title", english(Some(&milestone.title))),
        field(&path("detail"), "detail", english(milestone.detail.as_ref())),
        field(&path("place"), "place", milestone.place.as_ref().map(|city| city.id.clone())),
    ]
}
