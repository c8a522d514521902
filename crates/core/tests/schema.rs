//! The JSON Schema and the checker refuse the same files, but for what a schema cannot say.
//!
//! That the committed schema is the generated one is for `make data CHECK=1`.

#![cfg(test)]

#[path = "data_file/place.rs"]
mod place;

use atlas_core::domain::check::{self, Problem, ProblemKind};
use atlas_core::domain::shape;
use jsonschema::Validator;
use place::{places, remove, set, small};
use serde_json::{Value, json};

fn schema() -> Validator {
    jsonschema::validator_for(&shape::schema().to_value()).expect("it is a schema")
}

fn problems(file: &Value) -> Vec<Problem> {
    check::read(file.to_string().as_bytes()).map_or_else(|problem| vec![problem], |reading| reading.problems)
}

/// A sort of problem, and why no schema can see it.
type Exception = (fn(&Problem) -> bool, &'static str);

const BEYOND_A_SCHEMA: &[Exception] = &[
    (|it| matches!(it.kind, ProblemKind::Dangling { .. }), "it does not know whether an id stands elsewhere"),
    (|it| it.kind == ProblemKind::DuplicateId, "two records are distinct values even where they share an id"),
    (|it| it.kind == ProblemKind::DuplicateValue && is_at(it, "region"), "so are two areas with one region"),
    (|it| it.kind == ProblemKind::NotNewestFirst, "it knows no order between the items of a list"),
    (|it| it.kind == ProblemKind::WorldwideNotAlone, "nor what else stands in it"),
    (|it| it.kind == ProblemKind::ImpossibleDate && it.value.len() >= 4, "it knows no calendar"),
    (
        |it| is_unknown_code(it) && (is_at(it, "country") || is_at(it, "code")),
        "nor which countries there are",
    ),
    (|it| it.kind == ProblemKind::BadAddress && it.value.starts_with("http"), "nor what a host is"),
    (|it| it.kind == ProblemKind::BadAddress && it.path.starts_with("hosts"), "nor what a host is"),
];

fn is_at(problem: &Problem, field: &str) -> bool {
    problem.path.rsplit('.').next() == Some(field)
}

fn is_unknown_code(problem: &Problem) -> bool {
    matches!(problem.kind, ProblemKind::UnknownCode { .. })
}

fn is_beyond_a_schema(problem: &Problem) -> bool {
    BEYOND_A_SCHEMA.iter().any(|(is_it, _)| is_it(problem))
}

/// Holds the two against each other on one file.
#[track_caller]
fn check(schema: &Validator, file: &Value, what: &str) {
    let problems = problems(file);
    if schema.is_valid(file) {
        let missed: Vec<_> = problems.iter().filter(|problem| !is_beyond_a_schema(problem)).collect();
        assert!(missed.is_empty(), "{what}: the schema accepts what the checker refuses: {missed:?}");
    } else {
        let errors: Vec<_> = schema.iter_errors(file).map(|error| error.to_string()).collect();
        assert!(!problems.is_empty(), "{what}: the checker accepts what the schema refuses: {errors:?}");
    }
}

#[test]
fn the_schema_accepts_what_has_no_problem() {
    let bundled = include_bytes!("../../../public/data/partnerships.json");
    for file in [small(), serde_json::from_slice(bundled).unwrap()] {
        let errors: Vec<_> =
            schema().iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
}

#[test]
fn schema_and_checker_agree_where_a_field_is_missing() {
    let (schema, good) = (schema(), small());
    for at in places(&good) {
        let mut file = good.clone();
        remove(&mut file, &at);
        check(&schema, &file, &at);
    }
}

#[test]
fn schema_and_checker_agree_on_unknown_fields() {
    let (schema, good) = (schema(), small());
    for at in places(&good) {
        let mut file = good.clone();
        if file.pointer(&at).is_some_and(Value::is_object) {
            set(&mut file, &format!("{at}/colour"), json!("red"));
            assert!(!schema.is_valid(&file), "{at}");
            check(&schema, &file, &at);
        }
    }
}

#[test]
fn schema_and_checker_agree_on_another_value_at_any_place() {
    let (schema, good) = (schema(), small());
    let values = [
        Value::Null,
        json!(true),
        json!(0),
        json!(100),
        json!(""),
        json!(" "),
        json!("x"),
        json!("XX"),
        json!("999"),
        json!("worldwide"),
        json!("mention"),
        json!("2023"),
        json!("2023-02-31"),
        json!("https://who.int/x"),
        json!("https://x"),
        json!("javascript:alert(1)"),
        json!([]),
        json!(["page", "page"]),
        json!([1, 2, 3]),
        json!([0, 100]),
        json!({}),
        json!({ "en": " " }),
    ];
    for at in places(&good) {
        for value in &values {
            let mut file = good.clone();
            set(&mut file, &at, value.clone());
            check(&schema, &file, &format!("{at} = {value}"));
        }
    }
}
