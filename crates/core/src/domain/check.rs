//! The checker: reads a data file, keeps the good records and lists every problem of the bad ones.
//!
//! The same code runs in `make data`, when the app loads its data, and on the About page when an editor
//! opens a file. It never stops at the first problem, and a record with a problem is left out whole:
//! half a record could be a claim without its source.

mod context;
mod cursor;
mod problem;
mod record;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::dataset::Dataset;
use super::partnership::{City, PartnershipId, Source};
pub use cursor::{Checker, Node};
pub use problem::{Problem, ProblemKind};

/// What a data file holds: the good records, and every problem of the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub dataset: Dataset,
    pub problems: Vec<Problem>,
    /// How many records of the file were left out because of problems.
    pub n_left_out: usize,
}

/// The cities and sources that records refer to, by id.
pub(crate) struct References {
    cities: BTreeMap<String, Arc<City>>,
    sources: BTreeMap<String, Arc<Source>>,
}

/// Reads a data file.
///
/// # Errors
/// A single problem when the bytes are not JSON, or not an object: then nothing can be kept.
pub fn read(json: &[u8]) -> Result<Reading, Problem> {
    let value: Value = serde_json::from_slice(json).map_err(|error| {
        Problem::of_file(ProblemKind::NotJson { line: error.line(), column: error.column() })
    })?;
    let mut checker = Checker::default();
    let root = Node::root(&value);
    let Some(file) = root.object(
        &mut checker,
        &["$schema", "edition", "settings", "hosts", "ots", "cities", "sources", "partnerships"],
    ) else {
        return Err(Problem::of_file(ProblemKind::WrongType { expected: "object" }));
    };

    let hosts = context::hosts(&file, &mut checker);
    let references = References {
        cities: context::cities(&file, &mut checker),
        sources: context::sources(&file, &hosts, &mut checker),
    };
    let edition = context::edition(&file, &mut checker);
    let settings = context::settings(&file, &mut checker);
    let ots = context::ots(&file, &references, &mut checker);

    let mut partnerships = Vec::new();
    let mut n_left_out = 0;
    let mut seen: BTreeMap<PartnershipId, usize> = BTreeMap::new();
    if let Some(list) = file.required("partnerships", &mut checker) {
        list.for_each(&mut checker, |node, checker| {
            checker.enter_record(node.value().get("id").and_then(Value::as_str));
            match record::partnership(node, &references, checker) {
                Some(partnership) if seen.insert(partnership.id.clone(), 1).is_some() => {
                    checker.report(node, ProblemKind::DuplicateId { id: partnership.id.to_string() });
                    n_left_out += 1;
                }
                Some(partnership) if checker.record_is_good() => partnerships.push(Arc::new(partnership)),
                _ => n_left_out += 1,
            }
            checker.leave_record();
        });
    }
    context::check_partner_references(&file, &seen, &mut checker);
    let dataset = Dataset { edition, settings, ots, partnerships };
    Ok(Reading { dataset, problems: checker.into_problems(), n_left_out })
}
