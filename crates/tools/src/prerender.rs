//! One HTML page per route and language, so that a plain static host answers deep links with a page that can be
//! read before the app starts, and where it cannot.
//!
//! Works on the built site in place, and gives the same result when run again.

mod digest;
mod doctor;
mod findable;
mod html;
mod page;
mod shell;
mod words;

use crate::template::{self, Filling, Hashed};
use anyhow::{Context, anyhow, bail};
use atlas_app::prerender::Prerenderer;
use atlas_core::domain::check;
use atlas_core::domain::dataset::{DATA_FILE, Dataset, Edition};
use atlas_core::domain::digest::Checksum;
use atlas_core::domain::messages::Messages;
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use findable::SiteUrl;
use page::Page;
use std::fs;
use std::path::Path;

pub(crate) fn run(site: &Path, base: &str, site_url: Option<&str>) -> anyhow::Result<()> {
    if !(base.starts_with('/') && base.ends_with('/')) {
        bail!("BASE is to be an absolute path that ends in a slash, such as / or /atlas/, not '{base}'");
    }
    let site_url = site_url.filter(|it| !it.is_empty()).map(SiteUrl::parse).transpose()?;
    let template = read(&site.join("index.html"))?;
    let outlines = hashed_file(site, "data", "outlines-coarse-", ".json")?;
    let json = read(&site.join(DATA_FILE))?;
    let dataset = dataset(&json)?;
    let digest = digest::write(site, &dataset, &json)?;
    let outlines_text = read(&site.join(&outlines))?;
    let hashed = Hashed { outlines, outlines_text, digest };
    let checksum = Checksum::of(&json);
    let edition = dataset.edition.as_ref();
    let head_of =
        |page: &Page<'_>| edition_sign(edition) + &findable::head(page, &dataset, site_url.as_ref());
    let write = |page: &Page<'_>, root: &str, app: &Prerenderer, file: &Path| {
        let html = fill(&template, page, root, &page.shell(root, app), &hashed, &head_of(page), edition)?;
        fs::write(file, html).with_context(|| format!("cannot write {}", file.display()))
    };
    let mut n_pages = 0;
    for &lang in Lang::OFFERED {
        let words = catalogue(site, lang)?;
        let app = Prerenderer::new(&dataset, checksum, words.clone(), &hashed.outlines_text);
        let pages = page::all(&dataset, &words);
        for page in &pages {
            let folder = site.join(page.path());
            fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
            write(page, &page.way_to_root(), &app, &folder.join("index.html"))?;
            n_pages += 1;
        }
        if lang == Lang::En {
            findable::write_sitemap(site, site_url.as_ref(), &dataset, &pages)?;
            // A host shows this page at any depth, so that only an absolute path leads from it to the site's files.
            write(&page::not_found(&words), base, &app, &site.join("404.html"))?;
        } else {
            words::write_halves(site, lang)?;
        }
    }
    println!("Wrote {n_pages} pages and 404.html.");
    Ok(())
}

fn fill(
    template: &str,
    page: &Page<'_>,
    root: &str,
    shell: &str,
    hashed: &Hashed,
    head: &str,
    edition: Option<&Edition>,
) -> anyhow::Result<String> {
    let words = page.words;
    let edition = edition.map(|it| {
        words.format("frame.edition", &[("edition", &it.number), ("date", &words.date(Some(&it.date)))])
    });
    let no_script = format!("{} {}", words.text("shell.no-script"), edition.unwrap_or_default());
    let filling = Filling {
        lang: words.lang().code(),
        title: &page.title,
        description: &page.description,
        root,
        hashed,
        cannot_start: words.text("shell.cannot-start"),
        stopped: words.text("shell.stopped"),
        rescue: [
            ("rescue-title", words.text("shell.rescue.title")),
            ("rescue-copy", words.text("shell.rescue.copy")),
            ("rescue-download", words.text("shell.rescue.download")),
        ],
        again: words.text("failure.retry"),
        head,
        no_script: &no_script,
        shell,
        has_map: page.has_map(),
        is_later: page.is_later(),
        program: page.program(),
    };
    template::fill(template, &filling)
}

/// Of which edition of the data set a page is, for machines; the same is said to people who have no script.
fn edition_sign(edition: Option<&Edition>) -> String {
    edition.map_or_else(String::new, |it| {
        let (number, date) = (html::escape(&it.number), it.date);
        format!(r#"<meta name="atlas-edition" content="{number}" data-date="{date}" data-page>"#)
    })
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The good records: a partly broken file has pages for them, as the app shows them.
fn dataset(json: &str) -> anyhow::Result<Dataset> {
    let reading = check::read(json.as_bytes())
        .map_err(|problem| anyhow!("{DATA_FILE}: {}", problem.kind.sentence(&Messages::english())))?;
    if reading.n_left_out > 0 {
        println!("{} records have problems and get no page; make data lists them.", reading.n_left_out);
    }
    Ok(reading.dataset)
}

fn catalogue(site: &Path, lang: Lang) -> anyhow::Result<Messages> {
    let path = site.join("locale").join(lang.code()).with_extension("json");
    Messages::parse(lang, &read(&path)?).with_context(|| format!("{} is no catalogue", path.display()))
}

/// The one `<start><hash><end>` in a folder of the site: its generator gives it a new name with every change.
pub(crate) fn hashed_file(site: &Path, folder: &str, start: &str, end: &str) -> anyhow::Result<String> {
    let path = site.join(folder);
    let mut found = Vec::new();
    for entry in fs::read_dir(&path).with_context(|| format!("cannot read {}", path.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let hash = name.strip_prefix(start).and_then(|it| it.strip_suffix(end));
        if hash.is_some_and(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            found.push(format!("{folder}/{name}"));
        }
    }
    match found.as_slice() {
        [one] => Ok(one.clone()),
        other => bail!("there is to be one {folder}/{start}<hash>{end}, found {}: {other:?}", other.len()),
    }
}
