//! The catalogue on the data set itself: what a person must find.

use super::super::*;
use crate::domain::check;
use crate::domain::digest::{Checksum, Digest};
use crate::domain::region::RegionCode;
use crate::domain::vocabulary::Lang;

fn data_set() -> (Vec<Arc<Brief>>, Vec<Arc<Partnership>>) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/data/partnerships.json");
    let json = std::fs::read_to_string(path).unwrap();
    let dataset = check::read(json.as_bytes()).unwrap().dataset;
    (Digest::of(&dataset, Checksum::of(&json)).briefs, dataset.partnerships)
}

fn turkish() -> Messages {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/locale/tr.json");
    Messages::parse(Lang::Tr, &std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The record that a text finds first.
#[track_caller]
fn check(text: &str, id: &str) {
    let (briefs, details) = data_set();
    let catalogue = Catalogue::in_languages(&briefs, &details, &[&turkish(), &Messages::english()]);
    let query = Query { text: text.into(), sort: Sort::Relevance, ..Query::default() };
    let answer = catalogue.answer(&query);
    let first = answer.counted.first(1).first().map(|idx| briefs[*idx as usize].id.as_str());
    assert_eq!(first, Some(id), "{text}");
}

#[test]
fn partners_are_found_by_acronyms_names_and_aliases_in_any_script() {
    check("who", "who");
    check("DSÖ", "who");
    check("dso", "who");
    check("un", "un");
    check("un-habitat", "un-habitat");
    check("unhabitat", "un-habitat");
    check("tıka", "tika");
    check("TİKA", "tika");
    check("dunya saglik", "who");
    check("wrold heatlh", "who");
}

#[test]
fn worldwide_is_offered_beside_a_region_and_not_in_it() {
    let (briefs, _) = data_set();
    let catalogue = Catalogue::of(&briefs);
    let europe = FacetValue::works_in(RegionCode::parse("150").unwrap());
    let query = Query { filter: Filter::default().with(europe), ..Query::default() };
    let answer = catalogue.answer(&query);
    let worldwide = |idx: &u32| briefs[*idx as usize].works_in.iter().any(|region| region.is_worldwide());
    assert!(!answer.counted.to_vec().iter().any(worldwide));
    assert!(answer.n_also_worldwide() > 0);
    let everything = catalogue.answer(&Query::default());
    assert_eq!(everything.n_also_worldwide(), 0);
    assert_eq!(everything.count(europe) as usize, answer.n_counted());
    assert_eq!(everything.n_all(), catalogue.n_records());
}
