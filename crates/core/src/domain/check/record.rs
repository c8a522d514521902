//! Reads one record of the data file: a partnership with everything it claims.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::References;
use super::context::slug;
use super::cursor::{Checker, Node, Object};
use super::problem::ProblemKind;
use crate::domain::partnership::{
    City, Mechanism, Milestone, Partner, Partnership, PartnershipId, Seat, Source, WorksIn,
};
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

impl References {
    pub(super) fn city(&self, node: &Node<'_, '_>, checker: &mut Checker) -> Option<Arc<City>> {
        let city = self.cities.get(node.text(checker)?);
        if city.is_none() {
            checker.report(node, ProblemKind::Dangling { list: "cities" });
        }
        city.cloned()
    }

    fn sources(&self, node: &Node<'_, '_>, checker: &mut Checker) -> Vec<Arc<Source>> {
        let mut all: Vec<Arc<Source>> = Vec::new();
        node.for_each(checker, |node, checker| {
            let Some(id) = node.text(checker) else { return };
            match self.sources.get(id) {
                None => checker.report(node, ProblemKind::Dangling { list: "sources" }),
                Some(source) if all.contains(source) => checker.report(node, ProblemKind::DuplicateValue),
                Some(source) => all.push(Arc::clone(source)),
            }
        });
        all
    }

    fn optional_sources(&self, object: &Object<'_, '_>, checker: &mut Checker) -> Vec<Arc<Source>> {
        object.optional("sources").map(|node| self.sources(&node, checker)).unwrap_or_default()
    }

    /// The sources of a claim: at least one.
    pub(super) fn required_sources(
        &self,
        object: &Object<'_, '_>,
        checker: &mut Checker,
    ) -> Option<Vec<Arc<Source>>> {
        let sources = match object.optional("sources") {
            Some(node) if node.value().as_array().is_none_or(|list| !list.is_empty()) => {
                self.sources(&node, checker)
            }
            _ => {
                object.report("sources", ProblemKind::MissingSource, checker);
                Vec::new()
            }
        };
        (!sources.is_empty()).then_some(sources)
    }
}

pub(super) fn partnership(
    node: &Node<'_, '_>,
    references: &References,
    checker: &mut Checker,
) -> Option<Partnership> {
    let object = node.object(checker, FIELDS)?;
    let id = object.required("id", checker).and_then(|node| slug(&node, checker));
    let listing = object.required("listing", checker).and_then(|node| node.code::<Listing>(checker));
    let partner = partner(&object, references, checker);
    let sectors = object.required("sectors", checker).map(|node| node.codes(checker)).unwrap_or_default();
    let stage = object.optional("stage").and_then(|node| node.code::<Stage>(checker));
    let summary = object.optional("summary").and_then(|node| node.localized(checker));
    let as_of = object.required("as_of", checker).and_then(|node| node.date(checker));
    let milestones = object.optional("milestones").map(|node| milestones(&node, references, checker));
    let milestones = milestones.unwrap_or_default();
    let mechanisms = object
        .optional("mechanisms")
        .map(|node| node.list(checker, |node, checker| mechanism(node, &milestones, references, checker)));
    let open_questions = object.optional("open_questions").and_then(|node| node.localized(checker));
    let sources = references.optional_sources(&object, checker);

    check_listing(&object, listing, checker);
    if milestones.is_empty() && sources.is_empty() && object.optional("milestones").is_none() {
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
    let is_from_memory = object.optional("from_memory").is_some_and(|node| node.flag(checker));
    let sources = if is_from_memory {
        references.optional_sources(&object, checker)
    } else {
        references.required_sources(&object, checker)?
    };
    Some(Seat { city: city?, is_from_memory, sources })
}

fn works_in(node: &Node<'_, '_>, references: &References, checker: &mut Checker) -> Vec<WorksIn> {
    let areas: Vec<WorksIn> = node.filled_list(checker, |node, checker| {
        let object = node.object(checker, &["region", "reason", "sources"])?;
        let region = object.required("region", checker).and_then(|node| {
            let region = RegionCode::parse(node.text(checker)?);
            if region.is_none() {
                let known = "worldwide, UN M49".to_owned();
                checker.report(&node, ProblemKind::UnknownCode { known });
            }
            region
        });
        let reason = object.required("reason", checker).and_then(|node| node.localized(checker));
        let sources = references.optional_sources(&object, checker);
        Some(WorksIn { region: region?, reason: reason?, sources })
    });
    if areas.len() > 1 && areas.iter().any(|area| area.region.is_worldwide()) {
        checker.report(node, ProblemKind::WorldwideNotAlone);
    }
    let distinct: BTreeSet<_> = areas.iter().map(|area| area.region).collect();
    if distinct.len() < areas.len() {
        checker.report(node, ProblemKind::DuplicateValue);
    }
    areas
}

fn mechanism(
    node: &Node<'_, '_>,
    milestones: &[Milestone],
    references: &References,
    checker: &mut Checker,
) -> Option<Mechanism> {
    let object = node.object(checker, &["kind", "milestone", "note", "sources"])?;
    let kind = object.required("kind", checker).and_then(|node| node.code(checker));
    let note = object.optional("note").and_then(|node| node.localized(checker));
    let milestone_idx = object.optional("milestone").map(|node| {
        let id = node.text(checker)?;
        let idx = milestones.iter().position(|milestone| milestone.id == id);
        if idx.is_none() {
            checker.report(&node, ProblemKind::Dangling { list: "milestones" });
        }
        idx
    });
    let own_sources = match milestone_idx {
        None => references.required_sources(&object, checker)?,
        Some(_) => references.optional_sources(&object, checker),
    };
    Some(Mechanism { kind: kind?, milestone_idx: milestone_idx.flatten(), note, own_sources })
}

fn milestones(node: &Node<'_, '_>, references: &References, checker: &mut Checker) -> Vec<Milestone> {
    let mut seen = BTreeSet::new();
    let all: Vec<Milestone> = node.list(checker, |node, checker| {
        let milestone = milestone(node, references, checker)?;
        if !seen.insert(milestone.id.clone()) {
            checker.report(node, ProblemKind::DuplicateId { id: milestone.id.clone() });
        }
        Some(milestone)
    });
    let is_newest_first = all.is_sorted_by(|newer, older| match (&newer.date, &older.date) {
        (Some(newer), Some(older)) => newer >= older,
        (None, Some(_)) => false,
        (_, None) => true,
    });
    if !is_newest_first {
        checker.report(node, ProblemKind::NotNewestFirst);
    }
    all
}

fn milestone(node: &Node<'_, '_>, references: &References, checker: &mut Checker) -> Option<Milestone> {
    let fields =
        ["id", "date", "title", "detail", "mechanism", "sectors", "place", "seed", "caution", "sources"];
    let object = node.object(checker, &fields)?;
    let id = object.required("id", checker).and_then(|node| slug(&node, checker));
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
