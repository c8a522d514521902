//! The checker: reads a data file, keeps the good records and lists every problem of the bad ones.
//!
//! The same code runs in `make data`, when the app loads its data, and on the About page when an editor
//! opens a file. It never stops at the first problem, and a record with a problem is left out whole:
//! half a record could be a claim without its source.

mod context;
mod cursor;
mod host;
mod problem;
mod record;
mod references;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use super::dataset::Dataset;
use cursor::{Checker, Node};
pub use problem::{Problem, ProblemKind};
use references::References;

/// What a data file holds: the good records, and every problem of the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub dataset: Dataset,
    pub problems: Vec<Problem>,
    /// How many records of the file were left out because of problems.
    pub n_left_out: usize,
}

/// The mark that some editors put before a UTF-8 text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads a data file.
///
/// # Errors
/// A single problem when the bytes are not JSON, or not an object: then nothing can be kept.
pub fn read(json: &[u8]) -> Result<Reading, Problem> {
    let json = json.strip_prefix(BYTE_ORDER_MARK).unwrap_or(json);
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

    // Read for its problems alone: editors use it, the app does not.
    let _schema = file.optional("$schema").and_then(|node| node.text(&mut checker));
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
    let mut ids = BTreeSet::new();
    if let Some(list) = file.required("partnerships", &mut checker) {
        list.for_each(&mut checker, |node, checker| {
            checker.enter_record(node.value().get("id").and_then(Value::as_str));
            let partnership = record::partnership(node, &references, &mut ids, checker);
            match partnership.filter(|_| checker.record_is_good()) {
                Some(partnership) => partnerships.push(Arc::new(partnership)),
                None => n_left_out += 1,
            }
            checker.leave_record();
        });
    }
    context::check_partner_references(&file, &ids, &mut checker);
    let dataset = Dataset { edition, settings, ots, partnerships };
    Ok(Reading { dataset, problems: checker.into_problems(), n_left_out })
}
