//! Checks the data set with the checker that also runs in the browser, and writes its JSON Schema.

use anyhow::{Context, bail};
use atlas_core::domain::check::{self, Problem};
use atlas_core::domain::messages::Messages;
use atlas_core::domain::shape;
use std::fs;
use std::path::Path;

/// Lists every problem before it fails. With `only_check` the schema is compared instead of written.
pub(crate) fn run(folder: &Path, only_check: bool) -> anyhow::Result<()> {
    let schema = folder.join("partnerships.schema.json");
    let fresh = serde_json::to_string_pretty(&shape::schema())? + "\n";
    let is_stale = fs::read_to_string(&schema).ok().as_ref() != Some(&fresh);
    if is_stale && !only_check {
        fs::write(&schema, fresh).with_context(|| format!("cannot write {}", schema.display()))?;
        println!("Wrote {}.", schema.display());
    }

    let path = folder.join("partnerships.json");
    let json = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let words = Messages::english();
    let (problems, dataset) = match check::read(&json) {
        Ok(reading) => (reading.problems, Some(reading.dataset)),
        Err(problem) => (vec![problem], None),
    };
    for problem in &problems {
        println!("{}", line(problem, &words));
    }
    if !problems.is_empty() {
        bail!("{} has {} problems: they are listed above", path.display(), problems.len());
    }
    if is_stale && only_check {
        bail!("{} is stale: run make data and commit it", schema.display());
    }
    if let Some(dataset) = dataset {
        let (all, counted) = (dataset.partnerships.len(), dataset.n_counted());
        println!("{}: {all} records, {counted} of them partnerships; no problem found.", path.display());
    }
    Ok(())
}

/// Where, what stands there, and what to do.
fn line(problem: &Problem, words: &Messages) -> String {
    let place = Some(problem.place()).filter(|place| !place.is_empty());
    let place = place.unwrap_or_else(|| words.text("problem.whole-file").to_owned());
    let sentence = problem.kind.sentence(words);
    if problem.value.is_empty() {
        format!("{place}: {sentence}")
    } else {
        format!("{place}: “{}” {sentence}", problem.value)
    }
}
