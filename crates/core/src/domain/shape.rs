//! The shape of the data file, from which its JSON Schema is derived.
//!
//! These types are never built: they describe what [`super::check`] reads. A test breaks a good file in
//! every place and sees that the schema and the checker refuse the same things.

#![expect(dead_code, reason = "only the derived schema is used")]

mod rules;

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::region::RegionCode;
use super::text::Text;
use super::vocabulary::{Kind, Listing, MechanismKind, NorthernCyprus, Role, Sector, SourceKind, Stage};

/// The data set of the OTS Partnership Atlas.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct File {
    /// The address of this schema, for editors.
    #[schemars(rename = "$schema")]
    schema: Option<NonEmpty>,
    edition: Edition,
    settings: Settings,
    /// Hosts that were reviewed: only their addresses are shown as links. Lower case, without `www.`.
    hosts: DistinctList<Host>,
    ots: Ots,
    cities: Vec<City>,
    sources: Vec<Source>,
    partnerships: Vec<Partnership>,
}

/// A dated, numbered release.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Edition {
    number: NonEmpty,
    date: Date,
}

/// What the publisher decides.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = rules::marker_with_place)]
struct Settings {
    northern_cyprus: NorthernCyprus,
    northern_cyprus_at: Option<LonLat>,
    licence: Option<Licence>,
}

/// The licence of the data.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Licence {
    name: NonEmpty,
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
#[schemars(deny_unknown_fields, transform = rules::found_by_address_or_title)]
struct Source {
    id: Slug,
    publisher: NonEmpty,
    title: Option<NonEmpty>,
    url: Option<Address>,
    kind: SourceKind,
    date: Option<Date>,
    lang: Option<NonEmpty>,
}

/// One partnership, or one of the records under other headings.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = rules::whole_if_counted)]
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
    sectors: DistinctList<Sector>,
    /// Always for a counted record, never for another.
    stage: Option<Stage>,
    summary: Option<Text>,
    as_of: Date,
    mechanisms: Option<Vec<Mechanism>>,
    /// Newest first, undated ones last.
    milestones: Option<FilledList<Milestone>>,
    open_questions: Option<Text>,
    sources: Option<DistinctList<Reference>>,
}

/// Where the partner has its seat: with a source, or placed from memory.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = rules::sourced_unless_from_memory)]
struct Seat {
    city: Reference,
    from_memory: Option<bool>,
    sources: Option<DistinctList<Reference>>,
}

/// A region where the partner works, and why we say so.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct WorksIn {
    region: Region,
    reason: Text,
    sources: Option<DistinctList<Reference>>,
}

/// A means of working together: shown by a milestone, or with sources of its own.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = rules::sourced_unless_shown_by_a_milestone)]
struct Mechanism {
    kind: MechanismKind,
    milestone: Option<Slug>,
    note: Option<Text>,
    sources: Option<DistinctList<Reference>>,
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
    sectors: Option<DistinctList<Sector>>,
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

/// The host of an address, in lower case and without `www.`.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct Host(#[schemars(regex(pattern = r"^[^\sA-Z:/?#@]+$"))] String);

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
struct Region;

impl JsonSchema for Region {
    fn schema_name() -> Cow<'static, str> {
        "Region".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes: Vec<_> = RegionCode::all().map(RegionCode::code).collect();
        json_schema!({
            "description": "`worldwide`, or the UN M49 code of a region or sub-region.",
            "type": "string",
            "enum": codes,
        })
    }
}

/// Longitude and latitude in degrees.
#[derive(JsonSchema)]
struct LonLat(#[schemars(range(min = -180, max = 180))] f64, #[schemars(range(min = -90, max = 90))] f64);

/// A text that is not empty.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct NonEmpty(#[schemars(regex(pattern = r"\S"))] String);

/// A list in which nothing stands twice.
#[derive(JsonSchema)]
#[schemars(transparent, rename = "DistinctListOf{T}", extend("uniqueItems" = true))]
struct DistinctList<T>(Vec<T>);

/// A list with at least one item, in which nothing stands twice.
#[derive(JsonSchema)]
#[schemars(transparent, rename = "FilledListOf{T}", extend("uniqueItems" = true))]
struct FilledList<T>(#[schemars(length(min = 1))] Vec<T>);

/// The JSON Schema of the data file.
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(rules::without_null));
    settings.into_generator().into_root_schema_for::<File>()
}
