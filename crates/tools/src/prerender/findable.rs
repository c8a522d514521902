//! What search engines and social sites read in the head of a page: its address, the same page in other languages, a
//! card, and as JSON-LD what the page holds. Whatever needs the address of the site is left out where that is unknown.

use super::html::escape;
use super::page::Page;
use anyhow::{Context, bail};
use atlas_core::domain::dataset::{DATA_FILE, Dataset};
use atlas_core::domain::partnership::Partnership;
use atlas_core::domain::text::Text;
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

const CARD: &str = "social-card.png";
const CARD_SIZE_PX: (u32, u32) = (1200, 630);

/// The absolute address of the site's root; ends in a slash.
pub(crate) struct SiteUrl(String);

impl SiteUrl {
    /// # Errors
    /// If it is no plain web address, or does not end in a slash.
    pub(crate) fn parse(url: &str) -> anyhow::Result<Self> {
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let is_plain =
            |it: &str| it.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/%".contains(&byte));
        if host.is_none_or(|it| it.starts_with('/') || !is_plain(it)) || !url.ends_with('/') {
            bail!(
                "SITE_URL is to be the web address of the site's root and to end in a slash, such as \
                 https://atlas.example.org/, not '{url}'"
            );
        }
        Ok(Self(url.to_owned()))
    }

    /// The address of a page in this or another language.
    fn of(&self, page: &Page<'_>, lang: Lang) -> String {
        page.in_lang(lang).href(&self.0)
    }

    /// Whether the site has its host to itself.
    fn is_root(&self) -> bool {
        self.0.matches('/').count() == 3
    }
}

/// The elements for the head of a page.
pub(super) fn head(page: &Page<'_>, dataset: &Dataset, site: Option<&SiteUrl>) -> String {
    if !page.is_findable() {
        return r#"<meta name="robots" content="noindex" data-page>"#.to_owned();
    }
    let of_site = site.map(|site| addresses(page, site)).unwrap_or_default();
    of_site + &json_ld(&holds(page, dataset, site))
}

fn addresses(page: &Page<'_>, site: &SiteUrl) -> String {
    let own = site.of(page, page.words.lang());
    let mut head = format!(r#"<link rel="canonical" href="{own}" data-page>"#);
    for &lang in Lang::OFFERED {
        head += &alternate(lang.code(), &site.of(page, lang));
    }
    head += &alternate("x-default", &site.of(page, Lang::En));
    let card = format!("{}{CARD}", site.0);
    let (width, height) = CARD_SIZE_PX;
    let properties = [
        ("og:type", "website"),
        ("og:site_name", page.words.text("app.name")),
        ("og:title", &page.title),
        ("og:description", &page.description),
        ("og:url", &own),
        ("og:locale", page.words.lang().code()),
        ("og:image", &card),
        ("og:image:width", &width.to_string()),
        ("og:image:height", &height.to_string()),
        ("og:image:alt", page.words.text("app.tagline")),
    ];
    for (property, content) in properties {
        let content = escape(content);
        head.extend([r#"<meta property=""#, property, r#"" content=""#, &content, r#"" data-page>"#]);
    }
    head + r#"<meta name="twitter:card" content="summary_large_image" data-page>"#
}

fn alternate(lang: &str, url: &str) -> String {
    format!(r#"<link rel="alternate" hreflang="{lang}" href="{url}" data-page>"#)
}

/// Data, not a script: browsers never run it, so that no policy forbids it.
fn json_ld(value: &Value) -> String {
    let json = value.to_string().replace('<', "\\u003c");
    format!(r#"<script type="application/ld+json" data-page>{json}</script>"#)
}

/// What a page holds, in the words of schema.org.
fn holds(page: &Page<'_>, dataset: &Dataset, site: Option<&SiteUrl>) -> Value {
    let mut value = match page.partnership() {
        Some(partnership) => organization(partnership, page),
        None => whole(page, dataset, site),
    };
    if let Some(site) = site {
        let property = if page.partnership().is_some() { "mainEntityOfPage" } else { "url" };
        value.insert(property.to_owned(), site.of(page, page.words.lang()).into());
    }
    let mut linked = Map::from_iter([("@context".to_owned(), "https://schema.org".into())]);
    linked.append(&mut value);
    linked.into()
}

fn whole(page: &Page<'_>, dataset: &Dataset, site: Option<&SiteUrl>) -> Map<String, Value> {
    let lang = page.words.lang();
    let mut value = object(json!({
        "@type": "Dataset",
        "name": page.words.text("app.name"),
        "description": page.words.text("app.tagline"),
        "inLanguage": Lang::OFFERED.iter().map(|it| it.code()).collect::<Vec<_>>(),
        "isAccessibleForFree": true,
        "about": { "@type": "Organization", "name": dataset.ots.name.get(lang), "alternateName": dataset.ots.acronym.get(lang) },
    }));
    if let Some(edition) = &dataset.edition {
        value.insert("version".to_owned(), edition.number.clone().into());
        value.insert("dateModified".to_owned(), edition.date.to_string().into());
    }
    if let Some(url) = dataset.settings.licence.as_ref().and_then(|it| it.url.as_ref()) {
        value.insert("license".to_owned(), url.clone().into());
    }
    if let Some(site) = site {
        let distribution = json!([{
            "@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": format!("{}{DATA_FILE}", site.0),
        }]);
        value.insert("distribution".to_owned(), distribution);
    }
    value
}

fn organization(partnership: &Partnership, page: &Page<'_>) -> Map<String, Value> {
    let lang = page.words.lang();
    let partner = &partnership.partner;
    let name = partner.name.get(lang);
    let mut others: Vec<&str> = partner
        .name
        .all()
        .chain(partner.acronym.iter().flat_map(Text::all))
        .filter(|it| *it != name)
        .collect();
    others.sort_unstable();
    others.dedup();
    let mut value = object(json!({ "@type": "Organization", "name": name }));
    if !others.is_empty() {
        value.insert("alternateName".to_owned(), json!(others));
    }
    if let Some(site) = &partner.site {
        value.insert("url".to_owned(), site.clone().into());
    }
    // A seat that no source gives is no fact to be passed on.
    if let Some(seat) = partner.seat.as_ref().filter(|it| !it.is_from_memory) {
        let address = json!({
            "@type": "PostalAddress",
            "addressLocality": seat.city.name.get(lang),
            "addressCountry": seat.city.country,
        });
        value.insert("address".to_owned(), address);
    }
    value
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// Writes `sitemap.xml`, and `robots.txt` where the site has its host to itself; without an address, neither.
pub(super) fn write_sitemap(
    folder: &Path,
    site: Option<&SiteUrl>,
    dataset: &Dataset,
    pages: &[Page<'_>],
) -> anyhow::Result<()> {
    let Some(site) = site else { return Ok(()) };
    let path = folder.join("sitemap.xml");
    fs::write(&path, sitemap(site, dataset, pages))
        .with_context(|| format!("cannot write {}", path.display()))?;
    if site.is_root() {
        let path = folder.join("robots.txt");
        let text = format!("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", site.0);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Every page that may be found, in every language, with the others beside it.
fn sitemap(site: &SiteUrl, dataset: &Dataset, pages: &[Page<'_>]) -> String {
    let changed =
        dataset.edition.as_ref().map(|it| format!("<lastmod>{}</lastmod>", it.date)).unwrap_or_default();
    let mut xml = concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?>"#,
        r#"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">"#,
    )
    .to_owned();
    for page in pages.iter().filter(|page| page.is_findable()) {
        let urls: Vec<_> = Lang::OFFERED.iter().map(|&lang| (lang.code(), site.of(page, lang))).collect();
        let mut alternates = String::new();
        for (lang, url) in &urls {
            alternates.extend([
                r#"<xhtml:link rel="alternate" hreflang=""#,
                lang,
                r#"" href=""#,
                url,
                r#""/>"#,
            ]);
        }
        for (_, url) in &urls {
            xml.extend(["<url><loc>", url, "</loc>", &changed, &alternates, "</url>"]);
        }
    }
    xml + "</urlset>\n"
}

#[cfg(test)]
#[path = "findable/tests.rs"]
mod tests;
