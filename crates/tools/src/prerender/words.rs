//! Parts the catalogue of each language in two: what the first page needs, and what later pages do.

use anyhow::Context;
use atlas_core::domain::messages::halves::halves;
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use std::fs;
use std::path::Path;

/// Writes `<code>.first.json` and `<code>.later.json` beside the catalogue. English is compiled in.
pub(super) fn write_halves(site: &Path, lang: Lang) -> anyhow::Result<()> {
    let path = |ending: &str| site.join("locale").join(format!("{}{ending}.json", lang.code()));
    let whole = super::read(&path(""))?;
    let whole = serde_json::from_str(&whole).with_context(|| format!("{} is no JSON", path("").display()))?;
    let (first, later) = halves(whole);
    for (ending, half) in [(".first", first), (".later", later)] {
        let path = path(ending);
        fs::write(&path, half.to_string()).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}
