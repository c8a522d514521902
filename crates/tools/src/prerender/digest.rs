//! The digests of the data set: one a language, each below a name that changes with its content.

use anyhow::Context;
use atlas_core::domain::dataset::Dataset;
use atlas_core::domain::digest::{Checksum, Digest};
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use std::fs;
use std::path::Path;

/// Writes the digest of every offered language and tells their paths below the site, in the order of the languages.
///
/// All carry one hash, so that the app finds the one of another language by its name. Those of an earlier data file
/// are taken away.
pub(super) fn write_all(site: &Path, dataset: &Dataset, json: &str) -> anyhow::Result<Vec<String>> {
    let checksum = Checksum::of(json);
    let of_lang = |&lang: &Lang| Digest::of(dataset, lang, checksum).to_json();
    let digests: Vec<String> = Lang::OFFERED.iter().map(of_lang).collect();
    let hash = Checksum::of(&digests.concat());
    remove_all(&site.join("data"))?;
    let mut paths = Vec::new();
    for (lang, digest) in Lang::OFFERED.iter().zip(&digests) {
        let path = format!("data/digest-{}-{hash}.json", lang.code());
        fs::write(site.join(&path), digest).with_context(|| format!("cannot write {path}"))?;
        paths.push(path);
    }
    Ok(paths)
}

fn remove_all(folder: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("digest-") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
