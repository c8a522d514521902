//! The shape of the data file, from which its JSON Schema is derived.
//!
//! These types are never built: they describe what [`super::check`] reads. A test breaks a good file in
//! every place and sees that the schema and the checker refuse the same things.

#![expect(dead_code, reason = "only the derived schema is used")]

use schemars::JsonSchema;

use super::text::Text;
use super::vocabulary::{Kind, Listing, MechanismKind, NorthernCyprus, Role, Sector, SourceKind, Stage};

/// The data set of the OTS Partnership Atlas.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct File {
    /// The address of this schema, for editors.
    #[schemars(rename = "$schema")]
    schema: Option<String>,
    edition: Edition,
    settings: Settings,
    /// Hosts that were reviewed: only their addresses are shown as links. Lower case, without `www.`.
    hosts: Vec<String>,
    ots: Ots,
    cities: Vec<City>,
    sources: Vec<Source>,
    partnerships: Vec<Partnership>,
}

/// A dated, numbered release.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Edition {
    #[schemars(length(min = 1))]
    number: String,
    date: Date,
}

/// What the publisher decides.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Settings {
    northern_cyprus: NorthernCyprus,
    northern_cyprus_at: Option<LonLat>,
    licence: Option<Licence>,
}

/// The licence of the data.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Licence {
    #[schemars(length(min = 1))]
    name: String,
    url: Option<Address>,
}

/// The OTS itself.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Ots {
    name: Text,
    acronym: Text,
    seat: Reference,
    participants: Vec<Participant>,
    documents: Vec<Document>,
}

/// A member or observer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Participant {
    code: Option<Country>,
    partner: Option<Slug>,
    role: Role,
    name: Text,
    since: Option<Date>,
    note: Option<Text>,
    sources: Sources,
}

/// A document of the OTS.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Document {
    id: Slug,
    title: Text,
    date: Option<Date>,
    detail: Option<Text>,
    sources: Sources,
}

/// A city: a seat, or where a milestone took place.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct City {
    id: Slug,
    name: Text,
    country: Country,
    at: Option<LonLat>,
}

/// Where a fact was read. Without an address it needs a title and a date.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Source {
    id: Slug,
    #[schemars(length(min = 1))]
    publisher: String,
    title: Option<NonEmpty>,
    url: Option<Address>,
    kind: SourceKind,
    date: Option<Date>,
    lang: Option<NonEmpty>,
}

/// One partnership, or one of the records under other headings.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Partnership {
    id: Slug,
    listing: Listing,
    name: Text,
    acronym: Option<Text>,
    aliases: Option<Vec<NonEmpty>>,
    kind: Kind,
    site: Option<Address>,
    seat: Option<Seat>,
    works_in: Option<FilledList<WorksIn>>,
    sectors: Vec<Sector>,
    /// Always for a counted record, never for another.
    stage: Option<Stage>,
    summary: Option<Text>,
    as_of: Date,
    mechanisms: Option<Vec<Mechanism>>,
    /// Newest first, undated ones last.
    milestones: Option<Vec<Milestone>>,
    open_questions: Option<Text>,
    sources: Option<Vec<Reference>>,
}

/// Where the partner has its seat.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Seat {
    city: Reference,
    from_memory: Option<bool>,
    sources: Option<Vec<Reference>>,
}

/// A region where the partner works, and why we say so.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct WorksIn {
    region: Region,
    reason: Text,
    sources: Option<Vec<Reference>>,
}

/// A means of working together: shown by a milestone, or with sources of its own.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Mechanism {
    kind: MechanismKind,
    milestone: Option<Slug>,
    note: Option<Text>,
    sources: Option<Vec<Reference>>,
}

/// Something that happened.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Milestone {
    id: Slug,
    date: Option<Date>,
    title: Text,
    detail: Option<Text>,
    mechanism: Option<MechanismKind>,
    sectors: Option<Vec<Sector>>,
    place: Option<Reference>,
    seed: Option<Vec<NonEmpty>>,
    caution: Option<Text>,
    sources: Sources,
}

/// A date of honest precision (EDTF): `2020-09-11`, `2016-04`, `2023`, `2026-01~`, `2024-05-06/2024-05-10`.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct Date(
    #[schemars(regex(pattern = r"^\d{4}(-\d{2}(-\d{2})?)?[~?]?(/\d{4}(-\d{2}(-\d{2})?)?[~?]?)?$"))] String,
);

/// An `http` or `https` address.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct Address(
    #[schemars(regex(pattern = r"^https?://[^\s]+$"))]
    String,
);

/// Lower-case Latin letters, digits and single hyphens.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct Slug(#[schemars(length(max = 64), regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))] String);

/// The id of a city or source in this file.
type Reference = Slug;

/// At least one source.
type Sources = FilledList<Reference>;

/// ISO 3166-1 alpha-2.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct Country(#[schemars(regex(pattern = r"^[A-Z]{2}$"))] String);

/// `worldwide`, or the UN M49 code of a region or sub-region.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct Region(#[schemars(regex(pattern = r"^(worldwide|\d{3})$"))] String);

/// Longitude and latitude in degrees.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct LonLat(#[schemars(length(min = 2, max = 2), inner(range(min = -180, max = 180)))] Vec<f64>);

/// A text that is not empty.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct NonEmpty(#[schemars(length(min = 1))] String);

/// A list with at least one item.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct FilledList<T>(#[schemars(length(min = 1))] Vec<T>);

/// The JSON Schema of the data file.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(File)
}
