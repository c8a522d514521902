//! Reads what records refer to: cities, sources, reviewed hosts, and the OTS as context.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cursor::{Checker, Node, Object};
use super::host::host_of;
use super::problem::ProblemKind;
use super::references::References;
use crate::domain::dataset::{Document, Edition, Licence, Ots, Participant, Settings};
use crate::domain::partnership::{City, PartnershipId, Source, is_slug};
use crate::domain::vocabulary::{NorthernCyprus, SourceKind};

type File<'p, 'v> = Object<'p, 'v>;

pub(super) fn hosts(file: &File<'_, '_>, checker: &mut Checker) -> BTreeSet<String> {
    let mut hosts = BTreeSet::new();
    let Some(list) = file.required("hosts", checker) else { return hosts };
    list.for_each(checker, |node, checker| {
        let Some(host) = node.text(checker) else { return };
        if host_of(&format!("https://{host}/")).as_deref() != Some(host) {
            checker.report(node, ProblemKind::BadAddress);
        } else if !hosts.insert(host.to_owned()) {
            checker.report(node, ProblemKind::DuplicateValue);
        }
    });
    hosts
}

pub(super) fn edition(file: &File<'_, '_>, checker: &mut Checker) -> Option<Edition> {
    let node = file.required("edition", checker)?;
    let object = node.object(checker, &["number", "date"])?;
    let number = object.required("number", checker).and_then(|node| node.text(checker));
    let date = object.required("date", checker).and_then(|node| node.date(checker));
    Some(Edition { number: number?.to_owned(), date: date? })
}

pub(super) fn settings(file: &File<'_, '_>, checker: &mut Checker) -> Settings {
    let nothing = Settings {
        northern_cyprus: NorthernCyprus::Hidden,
        northern_cyprus_lon_lat_deg: None,
        licence: None,
    };
    let Some(node) = file.required("settings", checker) else { return nothing };
    let Some(object) = node.object(checker, &["northern_cyprus", "northern_cyprus_at", "licence"]) else {
        return nothing;
    };
    let northern_cyprus = object.required("northern_cyprus", checker).and_then(|node| node.code(checker));
    let at = object.optional("northern_cyprus_at").and_then(|node| lon_lat_deg(&node, checker));
    if northern_cyprus == Some(NorthernCyprus::Marker) && object.optional("northern_cyprus_at").is_none() {
        object.report("northern_cyprus_at", ProblemKind::Missing, checker);
    }
    let licence = object.optional("licence").and_then(|node| licence(&node, checker));
    Settings {
        northern_cyprus: northern_cyprus.unwrap_or(NorthernCyprus::Hidden),
        northern_cyprus_lon_lat_deg: at,
        licence,
    }
}

fn licence(node: &Node<'_, '_>, checker: &mut Checker) -> Option<Licence> {
    let object = node.object(checker, &["name", "url"])?;
    let name = object.required("name", checker).and_then(|node| node.text(checker));
    let url = object.optional("url").and_then(|node| node.address(checker));
    Some(Licence { name: name?.to_owned(), url })
}

pub(super) fn cities(file: &File<'_, '_>, checker: &mut Checker) -> BTreeMap<String, Arc<City>> {
    let mut all = BTreeMap::new();
    let mut ids = BTreeSet::new();
    let Some(list) = file.required("cities", checker) else { return all };
    list.for_each(checker, |node, checker| {
        if let Some(city) = city(node, &mut ids, checker) {
            all.insert(city.id.clone(), Arc::new(city));
        }
    });
    all
}

fn city(node: &Node<'_, '_>, ids: &mut BTreeSet<String>, checker: &mut Checker) -> Option<City> {
    let object = node.object(checker, &["id", "name", "country", "at"])?;
    let id = object.required("id", checker).and_then(|node| new_id(&node, ids, checker));
    let name = object.required("name", checker).and_then(|node| node.localized(checker));
    let country = object.required("country", checker).and_then(|node| country(&node, checker));
    let at = object.optional("at").map(|node| lon_lat_deg(&node, checker));
    if at == Some(None) {
        return None;
    }
    Some(City { id: id?, name: name?, country: country?, lon_lat_deg: at.flatten() })
}

fn slug(node: &Node<'_, '_>, checker: &mut Checker) -> Option<String> {
    let text = node.text(checker)?;
    if is_slug(text) {
        return Some(text.to_owned());
    }
    checker.report(node, ProblemKind::BadId);
    None
}

/// An id that is not among `ids`, to which it is added. Of two records with one id the first keeps it, even if
/// it has a problem: which of the two is meant, only the editor knows.
pub(super) fn new_id(
    node: &Node<'_, '_>,
    ids: &mut BTreeSet<String>,
    checker: &mut Checker,
) -> Option<String> {
    let id = slug(node, checker)?;
    if ids.insert(id.clone()) {
        return Some(id);
    }
    checker.report(node, ProblemKind::DuplicateId);
    None
}

fn country(node: &Node<'_, '_>, checker: &mut Checker) -> Option<String> {
    let code = node.text(checker)?;
    if crate::domain::region::sub_region_of_country(code).is_some() {
        return Some(code.to_owned());
    }
    let known = "ISO 3166-1 alpha-2".to_owned();
    checker.report(node, ProblemKind::UnknownCode { known });
    None
}

/// Reads `[longitude, latitude]` in degrees.
fn lon_lat_deg(node: &Node<'_, '_>, checker: &mut Checker) -> Option<(f64, f64)> {
    let mut numbers = Vec::new();
    node.for_each(checker, |item, checker| {
        let limit = if numbers.is_empty() { 180 } else { 90 };
        let number = item.number(checker);
        if number.is_some_and(|number| number.abs() > f64::from(limit)) {
            checker.report(item, ProblemKind::OffTheGlobe { limit });
        }
        numbers.push(number.filter(|number| number.abs() <= f64::from(limit)));
    });
    match numbers[..] {
        [lon, lat] => lon.zip(lat),
        _ if node.value().is_array() => {
            checker.report(node, ProblemKind::WrongType { expected: "[longitude, latitude]" });
            None
        }
        _ => None,
    }
}

pub(super) fn sources(
    file: &File<'_, '_>,
    hosts: &BTreeSet<String>,
    checker: &mut Checker,
) -> BTreeMap<String, Arc<Source>> {
    let mut all = BTreeMap::new();
    let mut ids = BTreeSet::new();
    let Some(list) = file.required("sources", checker) else { return all };
    list.for_each(checker, |node, checker| {
        if let Some(source) = source(node, hosts, &mut ids, checker) {
            all.insert(source.id.clone(), Arc::new(source));
        }
    });
    all
}

fn source(
    node: &Node<'_, '_>,
    hosts: &BTreeSet<String>,
    ids: &mut BTreeSet<String>,
    checker: &mut Checker,
) -> Option<Source> {
    let object = node.object(checker, &["id", "publisher", "title", "url", "kind", "date", "lang"])?;
    let id = object.required("id", checker).and_then(|node| new_id(&node, ids, checker));
    let publisher = object.required("publisher", checker).and_then(|node| node.text(checker));
    let title = object.optional("title").map(|node| node.text(checker));
    let kind = object.required("kind", checker).and_then(|node| node.code::<SourceKind>(checker));
    let date = object.optional("date").map(|node| node.date(checker));
    let lang = object.optional("lang").and_then(|node| node.text(checker));
    let url = object.optional("url").map(|node| node.address(checker));
    // A source that nobody can open must at least be one that can be looked up.
    for name in ["title", "date"] {
        if url.is_none() && object.optional(name).is_none() {
            object.report(name, ProblemKind::Missing, checker);
        }
    }
    let can_be_found = url.is_some() || title.is_some() && date.is_some();
    if !can_be_found || url == Some(None) || title == Some(None) || date == Some(None) {
        return None;
    }
    let url = url.flatten();
    let is_reviewed = url.as_deref().and_then(host_of).is_some_and(|host| hosts.contains(&host));
    Some(Source {
        id: id?,
        publisher: publisher?.to_owned(),
        title: title.flatten().map(str::to_owned),
        url,
        kind: kind?,
        date: date.flatten(),
        lang: lang.map(str::to_owned),
        is_reviewed,
    })
}

pub(super) fn ots(file: &File<'_, '_>, references: &References, checker: &mut Checker) -> Ots {
    let Some(node) = file.required("ots", checker) else { return Ots::default() };
    let Some(object) = node.object(checker, &["name", "acronym", "seat", "participants", "documents"]) else {
        return Ots::default();
    };
    let name = object.required("name", checker).and_then(|node| node.localized(checker));
    let acronym = object.required("acronym", checker).and_then(|node| node.localized(checker));
    let seat = object.required("seat", checker).and_then(|node| references.city(&node, checker));
    let participants = object
        .required("participants", checker)
        .map(|node| node.list(checker, |node, checker| participant(node, references, checker)));
    let mut ids = BTreeSet::new();
    let documents = object
        .required("documents", checker)
        .map(|node| node.list(checker, |node, checker| document(node, references, &mut ids, checker)));
    Ots {
        name: name.unwrap_or_default(),
        acronym: acronym.unwrap_or_default(),
        seat,
        participants: participants.unwrap_or_default(),
        documents: documents.unwrap_or_default(),
    }
}

fn participant(node: &Node<'_, '_>, references: &References, checker: &mut Checker) -> Option<Participant> {
    let object = node.object(checker, &["code", "partner", "role", "name", "since", "note", "sources"])?;
    let code = object.optional("code").map(|node| country(&node, checker));
    let partner = object.optional("partner").and_then(|node| slug(&node, checker));
    let role = object.required("role", checker).and_then(|node| node.code(checker));
    let name = object.required("name", checker).and_then(|node| node.localized(checker));
    let since = object.optional("since").and_then(|node| node.date(checker));
    let remark = object.optional("note").and_then(|node| node.localized(checker));
    let sources = references.required_sources(&object, checker);
    if code == Some(None) {
        return None;
    }
    Some(Participant {
        code: code.flatten(),
        partner: partner.and_then(|id| PartnershipId::parse(&id)),
        role: role?,
        name: name?,
        since,
        note: remark,
        sources: sources?,
    })
}

fn document(
    node: &Node<'_, '_>,
    references: &References,
    ids: &mut BTreeSet<String>,
    checker: &mut Checker,
) -> Option<Document> {
    let object = node.object(checker, &["id", "title", "date", "detail", "sources"])?;
    let id = object.required("id", checker).and_then(|node| new_id(&node, ids, checker));
    let title = object.required("title", checker).and_then(|node| node.localized(checker));
    let date = object.optional("date").and_then(|node| node.date(checker));
    let detail = object.optional("detail").and_then(|node| node.localized(checker));
    let sources = references.required_sources(&object, checker);
    Some(Document { id: id?, title: title?, date, detail, sources: sources? })
}

/// Reports observers that name a record which is not in the file. A record with a problem is in it.
pub(super) fn check_partner_references(file: &File<'_, '_>, ids: &BTreeSet<String>, checker: &mut Checker) {
    let Some(ots) = file.optional("ots") else { return };
    let Some(participants) = ots.peek("participants") else { return };
    for participant in participants.items() {
        let Some(partner) = participant.peek("partner") else { continue };
        if partner.value().as_str().is_some_and(|id| is_slug(id) && !ids.contains(id)) {
            checker.report(&partner, ProblemKind::Dangling { list: "partnerships" });
        }
    }
}
