//! The bundled data set is whole: nothing in it is broken, missing, unused or linked without review.

#![cfg(test)]

use std::collections::BTreeSet;

use atlas_core::domain::check::{self, Reading};
use atlas_core::domain::dataset::Dataset;
use atlas_core::domain::vocabulary::{Lang, Listing, SourceKind, Stage, Vocabulary as _};
use serde_json::Value;

const JSON: &[u8] = include_bytes!("../../../public/data/partnerships.json");

/// Every organisation of the evidence. An id never changes: it is part of links.
const IDS: &[&str] = &[
    "adb",
    "african-union",
    "almaty-process",
    "asean",
    "bsec",
    "cica",
    "cimmyt",
    "drought-institute",
    "eco",
    "eu",
    "fao",
    "gcc",
    "giz",
    "iaea",
    "icesco",
    "ifad",
    "ifrc",
    "iicas",
    "iofs",
    "irena",
    "iru",
    "isdb",
    "oic",
    "osce",
    "osjd",
    "ots-budapest",
    "ots-urta",
    "sesric",
    "tcci",
    "tchf",
    "tif",
    "tika",
    "titr",
    "traceca",
    "turkic-academy",
    "turkic-red-network",
    "turkpa",
    "turksoy",
    "turkunib",
    "un",
    "un-habitat",
    "un-rc-turkiye",
    "un-tourism",
    "un-women",
    "unaoc",
    "undp",
    "unece",
    "unesco",
    "unescap",
    "unfccc",
    "unido",
    "unodc",
    "unog",
    "unoosa",
    "unossc",
    "unov",
    "visegrad",
    "wco",
    "wec",
    "who",
    "wipo",
    "ytb",
];

/// Hosts of copies, staging servers and the like: never links.
const NEVER_LINKED: &[&str] = &[
    "azureedge.net",
    "ddevloper.com",
    "pilihbajumuslim.com",
    "rssing.com",
    "sitefabrikasi.com",
    "squiz.cloud",
    "wordpress.com",
];

fn reading() -> Reading {
    check::read(JSON).expect("the data set is JSON")
}

fn file() -> Value {
    serde_json::from_slice(JSON).expect("the data set is JSON")
}

/// The ids under `list`, such as `sources`.
fn ids_of<'f>(file: &'f Value, list: &str) -> BTreeSet<&'f str> {
    file[list].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

/// Every text under one of `fields`, alone or in a list, anywhere below `value`.
fn collect<'f>(value: &'f Value, fields: &[&str], found: &mut BTreeSet<&'f str>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                if fields.contains(&name.as_str()) {
                    found.extend(value.as_str());
                    found.extend(value.as_array().into_iter().flatten().filter_map(Value::as_str));
                }
                collect(value, fields, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, fields, found)),
        _ => {}
    }
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").unwrap().1;
    rest.split(['/', '?', '#', ':']).next().unwrap().trim_start_matches("www.")
}

#[test]
fn the_checker_finds_no_problem() {
    let problems: Vec<String> = reading()
        .problems
        .iter()
        .map(|problem| format!("{}: {:?} {:?}", problem.place(), problem.value, problem.kind))
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_organisation_of_the_evidence_is_there() {
    let dataset = reading().dataset;
    let ids: BTreeSet<&str> = dataset.partnerships.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, IDS.iter().copied().collect());
}

#[test]
fn there_are_at_least_two_hundred_milestones() {
    let n_milestones: usize = reading().dataset.partnerships.iter().map(|it| it.milestones.len()).sum();
    assert!(n_milestones >= 200, "{n_milestones}");
}

#[test]
fn every_counted_record_has_its_parts() {
    for it in reading().dataset.partnerships.iter().filter(|it| it.is_counted()) {
        assert!(it.stage.is_some(), "{}: stage", it.id);
        assert!(it.summary.is_some(), "{}: summary", it.id);
        assert!(!it.partner.works_in.is_empty(), "{}: works_in", it.id);
        assert!(!it.sectors.is_empty(), "{}: sectors", it.id);
        assert!(!it.milestones.is_empty(), "{}: milestones", it.id);
    }
}

#[test]
fn every_text_a_reader_sees_is_there_in_every_language_on_offer() {
    for it in &reading().dataset.partnerships {
        let of_milestones = it.milestones.iter().flat_map(|milestone| {
            [Some(&milestone.title), milestone.detail.as_ref(), milestone.caution.as_ref()]
        });
        let of_record = [Some(&it.partner.name), it.summary.as_ref(), it.open_questions.as_ref()];
        for text in of_record.into_iter().chain(of_milestones).flatten() {
            for &lang in Lang::OFFERED {
                assert_eq!(text.in_lang(lang).1, lang, "{}: {}", it.id, text.en);
            }
        }
    }
}

#[test]
fn the_counted_come_first_and_the_other_headings_follow_in_order() {
    let dataset = reading().dataset;
    let listings: Vec<Listing> = dataset.partnerships.iter().map(|it| it.listing).collect();
    assert!(listings.is_sorted(), "{listings:?}");
}

/// An announced memorandum is not a signed one: whoever claims the stage shows the signature.
#[test]
fn a_memorandum_is_claimed_only_with_the_milestone_that_shows_it() {
    for it in reading().dataset.partnerships.iter().filter(|it| it.is_counted()) {
        let has = |code: &str| {
            it.mechanisms
                .iter()
                .any(|mechanism| mechanism.kind.code() == code && mechanism.milestone_idx.is_some())
        };
        let stage = it.stage.map(Stage::code);
        let claims_memorandum = matches!(stage, Some("memorandum" | "action-plan"));
        assert_eq!(claims_memorandum, has("memorandum"), "{}", it.id);
        assert_eq!(stage == Some("action-plan"), has("action-plan"), "{}", it.id);
    }
}

#[test]
fn every_source_is_used() {
    let file = file();
    let mut used = BTreeSet::new();
    for part in ["ots", "partnerships"] {
        collect(&file[part], &["sources"], &mut used);
    }
    assert_eq!(used, ids_of(&file, "sources"));
}

#[test]
fn every_city_is_used() {
    let file = file();
    let mut used = BTreeSet::from([file["ots"]["seat"].as_str().unwrap()]);
    collect(&file["partnerships"], &["city", "place"], &mut used);
    assert_eq!(used, ids_of(&file, "cities"));
}

#[test]
fn every_host_is_used_and_in_order() {
    let file = file();
    let hosts: Vec<&str> = file["hosts"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(hosts.is_sorted());
    let mut addresses = BTreeSet::new();
    collect(&file["sources"], &["url"], &mut addresses);
    collect(&file["partnerships"], &["site"], &mut addresses);
    let used: BTreeSet<&str> = addresses.into_iter().map(host).collect();
    let unused: Vec<_> = hosts.iter().filter(|host| !used.contains(*host)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn no_copy_and_no_unreviewed_page_is_a_link() {
    let file = file();
    let reviewed: Vec<&str> = file["hosts"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for host in &reviewed {
        assert!(!NEVER_LINKED.iter().any(|never| host.ends_with(never)), "{host}");
    }
    let Dataset { ots, partnerships, .. } = reading().dataset;
    for it in &partnerships {
        assert!(it.partner.site.as_deref().is_none_or(|site| reviewed.contains(&host(site))), "{}", it.id);
    }
    let of_context = ots
        .participants
        .iter()
        .flat_map(|participant| &participant.sources)
        .chain(ots.documents.iter().flat_map(|document| &document.sources));
    let of_records = partnerships.iter().flat_map(|it| {
        let of_seat = it.partner.seat.iter().flat_map(|seat| &seat.sources);
        it.milestones.iter().flat_map(|milestone| &milestone.sources).chain(of_seat).chain(&it.sources)
    });
    for source in of_context.chain(of_records) {
        assert!(source.link().is_none_or(|url| reviewed.contains(&host(url))), "{}", source.id);
        assert!(source.kind != SourceKind::Copy || source.link().is_none(), "{}", source.id);
    }
}

/// A reader who cannot follow a copy sees that it is one.
#[test]
fn every_copy_says_that_it_is_a_copy() {
    for source in file()["sources"].as_array().unwrap() {
        let title = source["title"].as_str().unwrap_or_default();
        assert!(source["kind"] != "copy" || title.contains("read in a copy"), "{}", source["id"]);
    }
}

#[test]
fn every_milestone_has_a_title_of_one_line() {
    for it in &reading().dataset.partnerships {
        for title in it.milestones.iter().flat_map(|milestone| milestone.title.all()) {
            assert!(title.chars().count() <= 100 && !title.ends_with('.'), "{}: {title}", it.id);
        }
    }
}
