//! One HTML page per route, so that a plain static host answers deep links with a page that can be read at once.
//!
//! Works on the built site in place, and gives the same result when run again.

mod pages;
mod words;

use crate::template::{self, Filling};
use anyhow::{Context, bail};
use pages::Page;
use std::fs;
use std::path::Path;

pub(crate) fn run(site: &Path, base: &str) -> anyhow::Result<()> {
    if !(base.starts_with('/') && base.ends_with('/')) {
        bail!("BASE is to be an absolute path that ends in a slash, such as / or /atlas/, not '{base}'");
    }
    let index = site.join("index.html");
    let template = fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let outlines = outlines_file(&site.join("data"))?;
    let data = site.join("data/partnerships.json");
    let partners = match fs::read_to_string(&data) {
        Ok(text) => pages::partners(&text).with_context(|| format!("cannot use {}", data.display()))?,
        Err(error) => bail!("cannot read {}: {error}", data.display()),
    };
    let pages = pages::all(&partners);
    for page in &pages {
        let root = if page.depth() == 0 { "./".to_owned() } else { "../".repeat(page.depth()) };
        let folder = site.join(&page.path);
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::write(folder.join("index.html"), filled(&template, page, &root, &outlines)?)?;
    }
    // A host shows this page at any depth, so that only an absolute path leads from it to the site's files.
    fs::write(site.join("404.html"), filled(&template, &pages::not_found(), base, &outlines)?)?;
    println!("Wrote {} pages and 404.html.", pages.len());
    Ok(())
}

fn filled(template: &str, page: &Page, root: &str, outlines: &str) -> anyhow::Result<String> {
    let filling = Filling {
        lang: page.lang,
        title: &page.title,
        description: &page.description,
        root,
        outlines,
        shell: &page.shell.replace(pages::ROOT, root),
    };
    template::fill(template, &filling)
}

/// The one `outlines-<hash>.json`: its generator gives it a new name with every change.
fn outlines_file(folder: &Path) -> anyhow::Result<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.strip_suffix(".json").is_some_and(|it| it.starts_with("outlines-")) {
            found.push(format!("data/{name}"));
        }
    }
    match found.as_slice() {
        [one] => Ok(one.clone()),
        other => bail!("there is to be one data/outlines-<hash>.json, found {}: {other:?}", other.len()),
    }
}
