//! Reads one record of the data file: a partnership with everything it claims.

use std::collections::BTreeSet;

use serde_json::json;

use super::context::new_id;
use super::cursor::{Checker, Node, Object};
use super::problem::ProblemKind;
use super::references::References;
use crate::domain::edtf::EdtfDate;
use crate::domain::partnership::{Mechanism, Milestone, Partner, Partnership, PartnershipId, Seat, WorksIn};
use crate::domain::region::RegionCode;
use crate::domain::vocabulary::{Listing, Stage};

const FIELDS: &[&str] = &[
    "id",
    "listing",
    "name",
    "acronym",
    "aliases",
    "kind",
    "site",
    "seat",
    "works_in",
    "sectors",
    "stage",
    "summary",
    "as_of",
    "mechanisms",
    "milestones",
    "open_questions",
    "sources",
];

pub(super) fn partnership(
    node: &Node<'_, '_>,
    references: &References,
    ids: &mut BTreeSet<String>,
    checker: &mut Checker,
) -> Option<Partnership> {
    let object = node.object(checker, FIELDS)?;
    let id = object.required("id", checker).and_then(|node| new_id(&node, ids, checker));
    let listing = object.required("listing", checker).and_then(|node| node.code::<Listing>(checker));
    let partner = partner(&object, references, checker);
    let sectors = object.required("sectors", checker).map(|node| node.codes(checker)).unwrap_or_default();
    let stage = object.optional("stage").and_then(|node| node.code::<Stage>(checker));
    let summary = object.optional("summary").and_then(|node| node.localized(checker));
    let as_of = object.required("as_of", checker).and_then(|node| node.date(checker));
    let list = object.optional("milestones");
    let milestones = list.map(|node| milestones(&node, references, checker)).unwrap_or_default();
    // As they stand in the file, so that one with a problem of its own can be referred to.
    let milestone_ids: Vec<Option<&str>> =
        list.iter().flat_map(Node::items).map(|node| node.value().get("id")?.as_str()).collect();
    let mechanisms = object
        .optional("mechanisms")
        .map(|node| node.list(checker, |node, checker| mechanism(node, &milestone_ids, references, checker)));
    let open_questions = object.optional("open_questions").and_then(|node| node.localized(checker));
    let sources = references.optional_sources(&object, checker);

    check_listing(&object, listing, checker);
    let is_there = |name| object.optional(name).is_some_and(|node| node.value() != &json!([]));
    if !is_there("milestones") && !is_there("sources") {
        object.report("sources", ProblemKind::MissingSource, checker);
    }
    Some(Partnership {
        id: PartnershipId::parse(&id?)?,
        listing: listing?,
        partner: partner?,
        sectors,
        stage,
        mechanisms: mechanisms.unwrap_or_default(),
        summary,
        as_of: as_of?,
        milestones,
        open_questions,
        sources,
    })
}

/// A counted record says where the relation stands; another one claims no stage.
fn check_listing(object: &Object<'_, '_>, listing: Option<Listing>, checker: &mut Checker) {
    match listing {
        Some(Listing::Counted) => {
            for field in ["stage", "summary", "works_in", "mechanisms", "milestones"] {
                if object.optional(field).is_none() {
                    object.report(field, ProblemKind::CountedNeeds { field }, checker);
                }
            }
            if object.optional("sectors").is_some_and(|node| node.value() == &json!([])) {
                object.report("sectors", ProblemKind::CountedNeeds { field: "sectors" }, checker);
            }
            let name = object.optional("name");
            if name.is_some_and(|name| name.value().is_object() && name.value().get("tr").is_none()) {
                object.report("name", ProblemKind::CountedNeeds { field: "name.tr" }, checker);
            }
        }
        Some(_) if object.optional("stage").is_some() => {
            object.report("stage", ProblemKind::OnlyForCounted, checker);
        }
        _ => {}
    }
}

fn partner(object: &Object<'_, '_>, references: &References, checker: &mut Checker) -> Option<Partner> {
    let name = object.required("name", checker).and_then(|node| node.localized(checker));
    let acronym = object.optional("acronym").and_then(|node| node.localized(checker));
    let aliases = object
        .optional("aliases")
        .map(|node| node.list(checker, |node, checker| node.text(checker).map(str::to_owned)));
    let kind = object.required("kind", checker).and_then(|node| node.code(checker));
    let site = object.optional("site").and_then(|node| node.address(checker));
    let seat = object.optional("seat").and_then(|node| seat(&node, references, checker));
    let works_in = object.optional("works_in").map(|node| works_in(&node, references, checker));
    Some(Partner {
        name: name?,
        acronym,
        aliases: aliases.unwrap_or_default(),
        kind: kind?,
        site,
        seat,
        works_in: works_in.unwrap_or_default(),
    })
}

fn seat(node: &Node<'_, '_>, references: &References, checker: &mut Checker) -> Option<Seat> {
    let object = node.object(checker, &["city", "from_memory", "sources"])?;
    let city_node = object.required("city", checker);
    let city = city_node.and_then(|node| references.city(&node, checker));
    if city.as_ref().is_some_and(|city| city.lon_lat_deg.is_none()) {
        object.report("city", ProblemKind::Dangling { list: "cities[].at" }, checker);
    }
    let is_from_memory = object.optional("from_memory").map_or(Some(false), |node| node.flag(checker));
    let sources = match is_from_memory {
        Some(false) => references.required_sources(&object, checker)?,
        _ => references.optional_sources(&object, checker),
    };
    Some(Seat { city: city?, is_from_memory: is_from_memory?, sources })
}

fn works_in(node: &Node<'_, '_>, references: &References, checker: &mut Checker) -> Vec<WorksIn> {
    let mut regions = Vec::new();
    let areas: Vec<WorksIn> = node.filled_list(checker, |node, checker| {
        let object = node.object(checker, &["region", "reason", "sources"])?;
        let region =
            object.required("region", checker).and_then(|node| new_region(&node, &mut regions, checker));
        let reason = object.required("reason", checker).and_then(|node| node.localized(checker));
        let sources = references.optional_sources(&object, checker);
        Some(WorksIn { region: region?, reason: reason?, sources })
    });
    if node.items().count() > 1 && regions.contains(&RegionCode::WORLDWIDE) {
        checker.report(node, ProblemKind::WorldwideNotAlone);
    }
    areas
}

/// A region that is not among `regions`, to which it is added.
fn new_region(
    node: &Node<'_, '_>,
    regions: &mut Vec<RegionCode>,
    checker: &mut Checker,
) -> Option<RegionCode> {
    let Some(region) = RegionCode::parse(node.text(checker)?) else {
        checker.report(node, ProblemKind::UnknownCode { known: "worldwide, UN M49".to_owned() });
        return None;
    };
    if regions.contains(&region) {
        checker.report(node, ProblemKind::DuplicateValue);
    }
    regions.push(region);
    Some(region)
}

fn mechanism(
    node: &Node<'_, '_>,
    milestone_ids: &[Option<&str>],
    references: &References,
    checker: &mut Checker,
) -> Option<Mechanism> {
    let object = node.object(checker, &["kind", "milestone", "note", "sources"])?;
    let kind = object.required("kind", checker).and_then(|node| node.code(checker));
    let remark = object.optional("note").and_then(|node| node.localized(checker));
    let shown_by = object.optional("milestone").map(|node| {
        let id = node.text(checker)?;
        let idx = milestone_ids.iter().position(|known| *known == Some(id));
        if idx.is_none() {
            checker.report(&node, ProblemKind::Dangling { list: "milestones" });
        }
        idx
    });
    let own_sources = match shown_by {
        None => references.required_sources(&object, checker)?,
        Some(_) => references.optional_sources(&object, checker),
    };
    Some(Mechanism { kind: kind?, milestone_idx: shown_by.flatten(), note: remark, own_sources })
}

fn milestones(node: &Node<'_, '_>, references: &References, checker: &mut Checker) -> Vec<Milestone> {
    let mut ids = BTreeSet::new();
    let all = node.filled_list(checker, |node, checker| milestone(node, references, &mut ids, checker));
    check_order(node, checker);
    all
}

/// Reports every milestone that is newer than the one above it. One whose date cannot be read is passed over.
fn check_order(list: &Node<'_, '_>, checker: &mut Checker) {
    let mut above = None;
    for milestone in list.items().filter(|milestone| milestone.value().is_object()) {
        let Some(node) = milestone.peek("date") else {
            above = Some(None);
            continue;
        };
        let Some(Ok(date)) = node.value().as_str().map(EdtfDate::parse) else { continue };
        if above.is_some_and(|above| Some(date) > above) {
            checker.report(&node, ProblemKind::NotNewestFirst);
        }
        above = Some(Some(date));
    }
}

fn milestone(
    node: &Node<'_, '_>,
    references: &References,
    ids: &mut BTreeSet<String>,
    checker: &mut Checker,
) -> Option<Milestone> {
    let fields =
        ["id", "date", "title", "detail", "mechanism", "sectors", "place", "seed", "caution", "sources"];
    let object = node.object(checker, &fields)?;
    let id = object.required("id", checker).and_then(|node| new_id(&node, ids, checker));
    let date = object.optional("date").map(|node| node.date(checker));
    let title = object.required("title", checker).and_then(|node| node.localized(checker));
    let detail = object.optional("detail").and_then(|node| node.localized(checker));
    let mechanism = object.optional("mechanism").and_then(|node| node.code(checker));
    let sectors = object.optional("sectors").map(|node| node.codes(checker)).unwrap_or_default();
    let place = object.optional("place").and_then(|node| references.city(&node, checker));
    let seed = object
        .optional("seed")
        .map(|node| node.list(checker, |node, checker| node.text(checker).map(str::to_owned)));
    let caution = object.optional("caution").and_then(|node| node.localized(checker));
    let sources = references.required_sources(&object, checker);
    if date == Some(None) {
        return None;
    }
    Some(Milestone {
        id: id?,
        date: date.flatten(),
        title: title?,
        detail,
        mechanism,
        sectors,
        place,
        seed: seed.unwrap_or_default(),
        caution,
        sources: sources?,
    })
}
