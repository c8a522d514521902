//! The checker finds every problem of a broken file, says where it is, and keeps what is good.

#![cfg(test)]

#[path = "checker/any_file.rs"]
mod any_file;
#[path = "data_file/place.rs"]
mod place;
#[path = "checker/rules.rs"]
mod rules;
#[path = "checker/values.rs"]
mod values;

use std::collections::BTreeSet;

use atlas_core::domain::check::{self, Problem, ProblemKind, Reading};
use atlas_core::domain::messages::Messages;
use atlas_core::domain::vocabulary::{NorthernCyprus, Sector, Vocabulary};
use place::{remove, set, small};
use serde_json::{Value, json};

use ProblemKind::{
    BadAddress, BadId, CountedNeeds, Dangling, DuplicateId, DuplicateValue, Empty, ImpossibleDate, Missing,
    MissingSource, NotNewestFirst, OffTheGlobe, OnlyForCounted, UnknownCode, UnknownField, WorldwideNotAlone,
    WrongType,
};

fn read(file: &Value) -> Reading {
    check::read(file.to_string().as_bytes()).expect("it is an object")
}

fn ids(reading: &Reading) -> Vec<&str> {
    reading.dataset.partnerships.iter().map(|it| it.id.as_str()).collect()
}

/// What is found after an edit of the small file: path, value and kind of every problem, in order.
#[track_caller]
fn check(edit: impl FnOnce(&mut Value), expected: &[(&str, &str, ProblemKind)]) {
    let mut file = small();
    edit(&mut file);
    let problems = read(&file).problems;
    let found: Vec<_> = problems.iter().map(|it| (&*it.path, &*it.value, it.kind.clone())).collect();
    assert_eq!(found, expected);
}

/// What is found with another value at one place.
#[track_caller]
fn check_value(at: &str, value: Value, expected: &[(&str, &str, ProblemKind)]) {
    check(|file| set(file, at, value), expected);
}

#[track_caller]
fn check_without(at: &str, expected: &[(&str, &str, ProblemKind)]) {
    check(|file| remove(file, at), expected);
}

fn wrong_type(expected: &'static str) -> ProblemKind {
    WrongType { expected }
}

fn dangling(list: &'static str) -> ProblemKind {
    Dangling { list }
}

fn unknown_code<V: Vocabulary>() -> ProblemKind {
    let codes: Vec<_> = V::ALL.iter().map(|value| value.code()).collect();
    UnknownCode { known: codes.join(", ") }
}

#[test]
fn a_good_file_has_no_problem() {
    check(|_| {}, &[]);
    let reading = read(&small());
    assert_eq!((ids(&reading), reading.n_left_out), (vec!["who", "eco", "fund"], 0));
}

#[test]
fn what_cannot_be_read_as_json_says_where() {
    let not_json = |text: &str| check::read(text.as_bytes()).map_err(|problem| problem.kind);
    let at = |line, column| Err(ProblemKind::NotJson { line, column });
    assert_eq!(not_json("{\n  \"edition\": {,\n}"), at(2, 15));
    assert_eq!(not_json(""), at(1, 0));
    assert_eq!(not_json("[1, 2]"), Err(wrong_type("object")));
    let deep = "[".repeat(100_000);
    assert!(matches!(not_json(&deep), Err(ProblemKind::NotJson { line: 1, .. })));
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let marked = format!("\u{feff}{}", small());
    assert_eq!(check::read(marked.as_bytes()), Ok(read(&small())));
}

/// A file with one breakage of every kind: as many problems, none hidden by another.
#[test]
fn every_problem_is_listed_and_not_the_first_alone() {
    let mut file = small();
    let who = |field: &str| format!("/partnerships/0/{field}");
    set(&mut file, "/edition/number", json!(1)); // WrongType
    remove(&mut file, "/edition/date"); // Missing
    set(&mut file, "/settings/licence/name", json!("")); // Empty
    set(&mut file, "/ots/colour", json!("red")); // UnknownField
    set(&mut file, &who("sectors/0"), json!("wealth")); // UnknownCode
    set(&mut file, &who("milestones/2/id"), json!("visit")); // DuplicateId
    set(&mut file, &who("works_in/1/region"), json!("150")); // DuplicateValue
    set(&mut file, "/partnerships/2/id", json!("A fund")); // BadId
    set(&mut file, &who("as_of"), json!("yesterday")); // ImpossibleDate
    set(&mut file, "/settings/northern_cyprus_at/1", json!(135)); // OffTheGlobe
    set(&mut file, &who("site"), json!("javascript:alert(1)")); // BadAddress
    set(&mut file, &who("milestones/0/place"), json!("atlantis")); // Dangling
    remove(&mut file, &who("mechanisms/1/sources")); // MissingSource
    let area = json!({ "region": "143", "reason": { "en": "So it says." } });
    file.pointer_mut("/partnerships/1/works_in").unwrap().as_array_mut().unwrap().push(area); // WorldwideNotAlone
    remove(&mut file, &who("summary")); // CountedNeeds
    set(&mut file, "/partnerships/1/stage", json!("dialogue")); // OnlyForCounted
    set(&mut file, &who("milestones/1/date"), json!("2026")); // NotNewestFirst
    let reading = read(&file);
    let kinds: Vec<_> = reading.problems.iter().map(|problem| problem.kind.message_key()).collect();
    assert_eq!(kinds.len(), 17, "{:#?}", reading.problems);
    let mut all: BTreeSet<_> = kinds.into_iter().collect();
    all.insert(ProblemKind::NotJson { line: 1, column: 1 }.message_key());
    assert_eq!(all, ProblemKind::MESSAGE_KEYS.iter().copied().collect());
    assert_eq!(reading.n_left_out, 3);
}

#[test]
fn good_records_of_a_partly_broken_file_are_kept_as_they_are() {
    let good = read(&small());
    let mut file = small();
    remove(&mut file, "/partnerships/0/milestones/1/sources");
    set(&mut file, "/partnerships/1", json!("eco"));
    let reading = read(&file);
    assert_eq!(reading.dataset.partnerships, good.dataset.partnerships[2..]);
    assert_eq!(reading.n_left_out, 2);
    let whole = read(&json!({ "partnerships": 1 }));
    assert_eq!((whole.dataset.partnerships.len(), whole.n_left_out), (0, 0));
    assert_eq!(whole.problems.len(), 7);
}

#[test]
fn a_problem_says_where_it_is_in_the_file_and_in_which_record() {
    let mut file = small();
    set(&mut file, "/partnerships/0/as_of", json!("yesterday"));
    let problem = read(&file).problems.remove(0);
    assert_eq!(problem.place(), "partnerships[0].as_of (who)");
    assert!(problem.kind.sentence(&Messages::english()).starts_with("is not a possible date."));
}

#[test]
fn a_sentence_names_all_that_its_text_has_a_place_for() {
    let words = Messages::english();
    let mut kinds: Vec<ProblemKind> = vec![
        ProblemKind::NotJson { line: 1, column: 2 },
        wrong_type("text"),
        UnknownField { known: "id".into() },
        UnknownCode { known: "health".into() },
        OffTheGlobe { limit: 90 },
        dangling("cities"),
        CountedNeeds { field: "stage" },
    ];
    kinds.extend([Missing, Empty, DuplicateId, DuplicateValue, BadId, ImpossibleDate, BadAddress]);
    kinds.extend([MissingSource, WorldwideNotAlone, OnlyForCounted, NotNewestFirst]);
    assert_eq!(kinds.len(), ProblemKind::MESSAGE_KEYS.len());
    for kind in kinds {
        let sentence = kind.sentence(&words);
        assert!(!sentence.contains(['{', '}']) && sentence != kind.message_key(), "{sentence}");
    }
}
