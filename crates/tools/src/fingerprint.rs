//! Gives the files of the app names that carry their hash, so that a browser may keep them for good.
//!
//! JavaScript and WebAssembly name each other and are only good together: they have one hash. Nothing is left to do
//! when it is run again.

use std::fs;
use std::path::Path;

use anyhow::Context;
use sha2::{Digest as _, Sha256};

/// How many bytes of a hash a name carries.
const N_HASH_BYTES: usize = 8;

pub(crate) fn run(site: &Path) -> anyhow::Result<()> {
    let files = files_of_the_app(site)?;
    let (styles, programs): (Vec<&String>, Vec<&String>) =
        files.iter().partition(|name| has_extension(name, "css"));
    let mut renamed = Vec::new();
    for group in styles.iter().map(std::slice::from_ref).chain([programs.as_slice()]) {
        let hash = hash_of(site, group)?;
        renamed.extend(group.iter().map(|name| ((*name).clone(), with_hash(name, &hash))));
    }
    for (old, new) in &renamed {
        fs::rename(site.join(old), site.join(new)).with_context(|| format!("cannot rename {old}"))?;
    }
    let after_any = |text: &str, befores: &[&str]| {
        befores.iter().fold(text.to_owned(), |text, before| with_names(&text, before, &renamed))
    };
    // With and without the quotation marks, which go when the page is made small.
    rewrite(&site.join("index.html"), |text| after_any(text, &["=", "=\""]))?;
    for (_, script) in renamed.iter().filter(|(_, new)| has_extension(new, "js")) {
        // Not every mention is a path: the module that WebAssembly imports keeps its name.
        rewrite(&site.join(script), |text| after_any(text, &["from '", "from \"", "from\"", "URL(\""]))?;
    }
    Ok(())
}

/// The files at the root of the site that the build made and that have no hash yet, in the order of their names.
fn files_of_the_app(site: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(site).with_context(|| format!("cannot read {}", site.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_made =
            ["atlas", "__wasm_split", "split_", "chunk_"].iter().any(|start| name.starts_with(start));
        if is_made && ["css", "js", "wasm"].iter().any(|extension| has_extension(&name, extension)) {
            names.push(name);
        }
    }
    names.retain(|name| !crate::headers::carries_hash(name));
    names.sort();
    Ok(names)
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == extension)
}

fn hash_of(site: &Path, names: &[&String]) -> anyhow::Result<String> {
    let mut hasher = Sha256::new();
    for name in names {
        hasher.update(fs::read(site.join(name)).with_context(|| format!("cannot read {name}"))?);
    }
    let hash =
        hasher.finalize().iter().take(N_HASH_BYTES).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
    Ok(format!("{hash:016x}"))
}

/// `atlas_bg.wasm` becomes `atlas-<hash>_bg.wasm`, as Trunk would name it.
fn with_hash(name: &str, hash: &str) -> String {
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    match stem.strip_suffix("_bg") {
        Some(stem) => format!("{stem}-{hash}_bg.{extension}"),
        None => format!("{stem}-{hash}.{extension}"),
    }
}

fn rewrite(path: &Path, change: impl Fn(&str) -> String) -> anyhow::Result<()> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    fs::write(path, change(&text)).with_context(|| format!("cannot write {}", path.display()))
}

/// A text with the new names where they stand after `before`.
fn with_names(text: &str, before: &str, renamed: &[(String, String)]) -> String {
    renamed.iter().fold(text.to_owned(), |text, (old, new)| {
        text.replace(&format!("{before}./{old}"), &format!("{before}./{new}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_name_each_other_are_renamed_together() {
        let site = std::env::temp_dir().join(format!("atlas-fingerprint-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        let write = |name: &str, text: &str| fs::write(site.join(name), text).unwrap();
        write(
            "index.html",
            "<link href=./atlas.css><script data-js=./atlas.js data-wasm=./atlas_bg.wasm src=./boot.js>",
        );
        write("atlas.css", "a{}");
        write("atlas.js", "import * as parts from './__wasm_split.js'; ({ './__wasm_split.js': parts })");
        write("atlas_bg.wasm", "main");
        write("__wasm_split.js", "import { initSync } from \"./atlas.js\"; new URL(\"./split_pages.wasm\")");
        write("split_pages.wasm", "pages");
        write("boot.js", "import './atlas.js'");
        run(&site).unwrap();
        run(&site).unwrap();

        let page = fs::read_to_string(site.join("index.html")).unwrap();
        let js = page.split("data-js=./").nth(1).and_then(|it| it.split(' ').next()).unwrap().to_owned();
        let hash = js.strip_prefix("atlas-").and_then(|it| it.strip_suffix(".js")).unwrap();
        assert!(page.contains(&format!("data-wasm=./atlas-{hash}_bg.wasm src=./boot.js")));
        assert_eq!(
            fs::read_to_string(site.join(&js)).unwrap(),
            format!("import * as parts from './__wasm_split-{hash}.js'; ({{ './__wasm_split.js': parts }})")
        );
        let parts = fs::read_to_string(site.join(format!("__wasm_split-{hash}.js"))).unwrap();
        assert_eq!(
            parts,
            format!(
                "import {{ initSync }} from \"./atlas-{hash}.js\"; new URL(\"./split_pages-{hash}.wasm\")"
            )
        );
        assert!(site.join(format!("split_pages-{hash}.wasm")).is_file());
        assert_eq!(fs::read_to_string(site.join("boot.js")).unwrap(), "import './atlas.js'");
        fs::remove_dir_all(&site).unwrap();
    }
}
