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

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_core::domain::check;

    const DATA: &str = include_str!("../../../../public/data/partnerships.json");

    #[test]
    fn a_site_has_one_digest_a_language_and_none_of_an_earlier_data_file() {
        let site = std::env::temp_dir().join(format!("ots-atlas-digests-{}", std::process::id()));
        fs::create_dir_all(site.join("data")).unwrap();
        let written = |json: &str| {
            let dataset = check::read(json.as_bytes()).unwrap().dataset;
            let paths = write_all(&site, &dataset, json).unwrap();
            assert_eq!(fs::read_dir(site.join("data")).unwrap().count(), Lang::OFFERED.len());
            for (path, lang) in paths.iter().zip(Lang::OFFERED) {
                let digest = Digest::from_json(&fs::read_to_string(site.join(path)).unwrap()).unwrap();
                assert_eq!(digest, Digest::of(&dataset, *lang, Checksum::of(json)));
            }
            paths
        };
        let first = written(DATA);
        assert_eq!(written(DATA), first);
        assert_ne!(written(&DATA.replacen("World Health", "World Wealth", 1)), first);
        fs::remove_dir_all(&site).unwrap();
    }
}
