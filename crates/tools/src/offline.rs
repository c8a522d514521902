//! Makes a site that works without a connection: the service worker with the list of what it keeps, the sign in the
//! pages by which the boot script asks for it, and what makes the site installable. In a site that was not asked to,
//! a worker that takes one of an earlier build away.
//!
//! Comes after the pages, whose content it counts into the version, and gives the same result when run again.

mod manifest;

use crate::headers;
use anyhow::{Context, bail};
use atlas_core::domain::dataset::DATA_FILE;
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;

const WORKER: &str = include_str!("offline/worker.js");
const RETIRED: &str = include_str!("offline/retired.js");
const WORKER_FILE: &str = "sw.js";
const N_VERSION_BYTES: usize = 8;

pub(crate) fn run(site: &Path, is_asked: bool) -> anyhow::Result<()> {
    let pages: Vec<_> = files(site)?.into_iter().filter(|path| is_page(path)).collect();
    for page in &pages {
        sign(site, page, None)?;
    }
    let worker = if is_asked {
        manifest::write_all(site)?;
        let version = version(site)?;
        for page in &pages {
            sign(site, page, Some(&version))?;
        }
        let (worker, n_kept) = worker(site, &version)?;
        println!("The site works without a connection: version {version}, {n_kept} files.");
        worker
    } else {
        for &lang in Lang::OFFERED {
            let folder = site.join(shell(lang));
            if folder.exists() {
                fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
            }
        }
        RETIRED.to_owned()
    };
    fs::write(site.join(WORKER_FILE), worker).with_context(|| format!("cannot write {WORKER_FILE}"))
}

/// What stands in the addresses of a language before everything else.
fn folder(lang: Lang) -> String {
    if lang == Lang::En { String::new() } else { format!("{}/", lang.code()) }
}

/// Every file below a folder, as a path from there, in the order of their names.
fn files(site: &Path) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let path = site.join(&folder);
        for entry in fs::read_dir(&path).with_context(|| format!("cannot read {}", path.display()))? {
            let entry = entry?;
            let name = format!("{folder}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push(name + "/");
            } else {
                found.push(name);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
}

/// Whether a file is a page that may ask for the worker.
fn is_page(path: &str) -> bool {
    has_extension(path, &["html"]) && !headers::is_for_frames(path)
}

/// Puts the sign of a version and of an app that can be installed into a page, or takes it out.
fn sign(site: &Path, page: &str, version: Option<&str>) -> anyhow::Result<()> {
    let path = site.join(page);
    let html = fs::read_to_string(&path).with_context(|| format!("cannot read {page}"))?;
    let lang =
        Lang::OFFERED.iter().copied().find(|lang| *lang != Lang::En && page.starts_with(&folder(*lang)));
    let manifest = manifest::path(lang.unwrap_or(Lang::En));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[data-offline]", |el| {
            el.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("link#whole", |el| {
            let href = el.get_attribute("href").unwrap_or_default();
            if let (Some(version), Some(root)) = (version, href.strip_suffix(DATA_FILE)) {
                let signs = [
                    format!(r#"<meta name="atlas-version" content="{version}" data-offline>"#),
                    format!(r#"<link rel="manifest" href="{root}{manifest}" data-offline>"#),
                    format!(r#"<link rel="apple-touch-icon" href="{root}icon-192.png" data-offline>"#),
                ];
                el.after(&signs.concat(), ContentType::Html);
            }
            Ok(())
        }));
    let html = rewrite_str(&html, settings).with_context(|| format!("{page} cannot be rewritten"))?;
    fs::write(&path, html).with_context(|| format!("cannot write {page}"))
}

/// A hash of all that the site serves; not of the data file, which an editor replaces without a build.
fn version(site: &Path) -> anyhow::Result<String> {
    let mut hasher = Sha256::new();
    hasher.update(WORKER);
    let is_content = |path: &String| {
        !has_extension(path, &["br", "gz"]) && ![WORKER_FILE, DATA_FILE].contains(&path.as_str())
    };
    for path in files(site)?.iter().filter(|path| is_content(path)) {
        hasher.update(path);
        hasher.update(fs::read(site.join(path)).with_context(|| format!("cannot read {path}"))?);
    }
    let digest = hasher.finalize();
    let bytes = digest.iter().take(N_VERSION_BYTES).map(|byte| format!("{byte:02x}"));
    Ok(bytes.collect::<Vec<_>>().concat())
}

/// The address of the page that stands for any that is not kept, below the root of the site.
fn shell(lang: Lang) -> String {
    folder(lang) + "offline/"
}

/// Whether the worker keeps a file: what an open atlas may ask for, but not what frames alone do.
fn is_kept(path: &str) -> bool {
    let is_hashed = headers::carries_hash(path);
    let is_app = !path.contains('/')
        && has_extension(path, &["css", "js", "wasm"])
        && !path.starts_with("split_frame");
    let is_half = path.ends_with(".first.json") || path.ends_with(".later.json");
    ["boot.js", "offline.js", "icon.svg"].contains(&path)
        || is_hashed && is_app
        || is_hashed && path.starts_with("data/") && has_extension(path, &["json"])
        || path.starts_with("locale/") && is_half
        || path.starts_with("fonts/") && has_extension(path, &["woff2"])
}

/// The worker, and how many files it keeps.
fn worker(site: &Path, version: &str) -> anyhow::Result<(String, usize)> {
    let mut kept = Map::new();
    let mut keep = |address: &str, file: &str| -> anyhow::Result<()> {
        let content = fs::read(site.join(file))
            .with_context(|| format!("cannot read {file}: write the pages first"))?;
        let integrity = format!("sha256-{}", BASE64.encode(Sha256::digest(content)));
        kept.insert(address.to_owned(), integrity.into());
        Ok(())
    };
    let mut shells = Map::new();
    for &lang in Lang::OFFERED {
        for address in [folder(lang), shell(lang)] {
            keep(&address, &format!("{address}index.html"))?;
        }
        let code = if lang == Lang::En { "" } else { lang.code() };
        shells.insert(code.to_owned(), shell(lang).into());
    }
    for path in files(site)?.iter().filter(|path| is_kept(path)) {
        keep(path, path)?;
    }
    if !kept.keys().any(|path| has_extension(path, &["wasm"])) {
        bail!("there is no app in {}: fingerprint it first", site.display());
    }
    let n_kept = kept.len();
    let head = format!(
        "const VERSION = \"{version}\";\nconst DATA = \"{DATA_FILE}\";\nconst SHELLS = {};\nconst FILES = {:#};\n",
        Value::Object(shells),
        Value::Object(kept)
    );
    Ok((head + WORKER, n_kept))
}

#[cfg(test)]
mod tests;
