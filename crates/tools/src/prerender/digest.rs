//! The digest of the data set, below a name that changes with its content.

use anyhow::Context;
use atlas_core::domain::dataset::Dataset;
use atlas_core::domain::digest::{Checksum, Digest};
use std::fs;
use std::path::Path;

/// Writes the digest and tells its path below the site. That of an earlier data file is taken away.
pub(super) fn write(site: &Path, dataset: &Dataset, json: &str) -> anyhow::Result<String> {
    let digest = Digest::of(dataset, Checksum::of(json)).to_json();
    remove_all(&site.join("data"))?;
    let path = format!("data/digest-{}.json", Checksum::of(&digest));
    fs::write(site.join(&path), digest).with_context(|| format!("cannot write {path}"))?;
    Ok(path)
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

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_core::domain::check;

    const DATA: &str = include_str!("../../../../public/data/partnerships.json");

    #[test]
    fn a_site_has_one_digest_and_none_of_an_earlier_data_file() {
        let site = std::env::temp_dir().join(format!("ots-atlas-digests-{}", std::process::id()));
        fs::create_dir_all(site.join("data")).unwrap();
        let written = |json: &str| {
            let dataset = check::read(json.as_bytes()).unwrap().dataset;
            let path = write(&site, &dataset, json).unwrap();
            assert_eq!(fs::read_dir(site.join("data")).unwrap().count(), 1);
            let digest = Digest::from_json(&fs::read_to_string(site.join(&path)).unwrap()).unwrap();
            assert_eq!(digest, Digest::of(&dataset, Checksum::of(json)));
            path
        };
        let first = written(DATA);
        assert_eq!(written(DATA), first);
        assert_ne!(written(&DATA.replacen("World Health", "World Wealth", 1)), first);
        fs::remove_dir_all(&site).unwrap();
    }
}
