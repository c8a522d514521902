//! Weighs the first load against its budget, so that growth is seen when it happens.
//!
//! What is loaded is read from the built files, not from a list: the head of `index.html`, and every word of
//! `boot.js` that is a file of the site. A journey compares the set with what a browser asks for. What follows when the
//! page is idle is weighed apart.

use crate::{compress, prerender, template};
use anyhow::{Context, bail};
use atlas_core::domain::dataset::DATA_FILE;
use atlas_core::map::outline_file::OUTLINE_FILE;
use std::fs;
use std::path::Path;

const BUDGET_BROTLI_BYTES: usize = 260_000;
const BUDGET_REQUESTS: usize = 12;

struct Row {
    file: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Fails above the budget.
pub(crate) fn run(site: &Path, only_list: bool) -> anyhow::Result<()> {
    let files = first_load(site)?;
    if only_list {
        println!("{}", files.join("\n"));
        return Ok(());
    }
    let rows = files.iter().map(|file| weigh(site, file)).collect::<anyhow::Result<Vec<_>>>()?;
    print!("{}", table(&rows));
    println!("\nWhen the page is idle, or at once on the page of a partner and on About:");
    for file in later(site)? {
        let Row { raw, gzip, brotli, .. } = weigh(site, &file)?;
        println!("{}", line(&file, raw, gzip, brotli));
    }
    let brotli: usize = rows.iter().map(|row| row.brotli).sum();
    if brotli > BUDGET_BROTLI_BYTES || rows.len() > BUDGET_REQUESTS {
        bail!("the first load is above {BUDGET_BROTLI_BYTES} B or {BUDGET_REQUESTS} requests");
    }
    Ok(())
}

/// `index.html` first, then each file once, in the order in which it is named.
fn first_load(site: &Path) -> anyhow::Result<Vec<String>> {
    let read = |file: &str| {
        let path = site.join(file);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}: build first", path.display()))
    };
    let boot = read("boot.js")?;
    let mut files = vec!["index.html".to_owned()];
    let named = template::references(&read("index.html")?)?.into_iter().chain(file_words(site, &boot));
    for file in named {
        if !files.contains(&file) {
            files.push(file);
        }
    }
    Ok(files)
}

/// What follows the first load without being asked for: the web font, the data file, all of the outlines, and the pages
/// that come later with their style and what they share with other parts.
fn later(site: &Path) -> anyhow::Result<Vec<String>> {
    let font = prerender::hashed_file(site, "fonts", "source-sans-3-latin-", ".woff2")?;
    let mut files = vec![font, DATA_FILE.to_owned(), format!("data/{OUTLINE_FILE}")];
    for entry in fs::read_dir(site).with_context(|| format!("cannot read {}", site.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_part = ["split_pages", "chunk_", "atlas-later"].iter().any(|start| name.starts_with(start));
        if is_part && Path::new(&name).extension().is_some_and(|it| it == "wasm" || it == "css") {
            files.push(name);
        }
    }
    files.sort();
    Ok(files)
}

/// The words of a script that are paths of files below the site.
fn file_words(site: &Path, script: &str) -> Vec<String> {
    script
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || "._-/".contains(letter)))
        .filter(|word| word.contains('.') && !word.starts_with(['.', '/']) && site.join(word).is_file())
        .map(str::to_owned)
        .collect()
}

fn weigh(site: &Path, file: &str) -> anyhow::Result<Row> {
    let content =
        fs::read(site.join(file)).with_context(|| format!("cannot read {file} of the first load"))?;
    Ok(Row {
        file: file.to_owned(),
        raw: content.len(),
        gzip: compress::gzip(&content, 9).len(),
        brotli: compress::brotli(&content)?.len(),
    })
}

fn line(name: &str, raw: usize, gzip: usize, brotli: usize) -> String {
    format!("{name:<44}{raw:>10}{gzip:>10}{brotli:>10}")
}

fn table(rows: &[Row]) -> String {
    let mut lines = vec![format!("{:<44}{:>10}{:>10}{:>10}", "First load, bytes", "raw", "gzip", "brotli")];
    lines.extend(rows.iter().map(|row| line(&row.file, row.raw, row.gzip, row.brotli)));
    let sum = |part: fn(&Row) -> usize| rows.iter().map(part).sum();
    let total = format!("{} requests, budget {BUDGET_REQUESTS} and {BUDGET_BROTLI_BYTES}", rows.len());
    lines.push(line(&total, sum(|row| row.raw), sum(|row| row.gzip), sum(|row| row.brotli)));
    lines.join("\n") + "\n"
}
