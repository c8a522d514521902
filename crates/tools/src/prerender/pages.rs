//! Which pages there are and what each says before the app starts.

use super::words::{LANGUAGES, Words};
use serde_json::Value;
use std::fmt::Write;

/// Stands for the way to the site's root in a shell's links, until the page's depth is known.
pub(crate) const ROOT: &str = "{root}";

pub(crate) struct Page {
    /// Below the site's root, without a leading slash, ending in one unless empty.
    pub(crate) path: String,
    pub(crate) lang: &'static str,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) shell: String,
}

impl Page {
    /// How many folders the page lies below the root.
    pub(crate) fn depth(&self) -> usize {
        self.path.matches('/').count()
    }
}

/// What the pages need of a partnership.
#[derive(Debug)]
pub(crate) struct Partner {
    id: String,
    record: Value,
}

impl Partner {
    /// A text in the language, else in English, else empty.
    fn text(&self, field: &str, lang: &str) -> &str {
        let texts = &self.record[field];
        texts[lang].as_str().or_else(|| texts["en"].as_str()).unwrap_or_default()
    }
}

/// Reads the partners as the data set has them; a record without an id has no page.
pub(crate) fn partners(text: &str) -> anyhow::Result<Vec<Partner>> {
    let mut data: Value = serde_json::from_str(text)?;
    let Value::Array(records) = data["partnerships"].take() else {
        anyhow::bail!("it has no list named partnerships");
    };
    Ok(records
        .into_iter()
        .filter_map(|record| Some(Partner { id: record["id"].as_str()?.to_owned(), record }))
        .filter(|partner| is_slug(&partner.id))
        .collect())
}

/// An id becomes a folder: only what is safe there.
fn is_slug(id: &str) -> bool {
    !id.is_empty()
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

pub(crate) fn all(partners: &[Partner]) -> Vec<Page> {
    LANGUAGES.iter().flat_map(|words| in_language(words, partners)).collect()
}

fn in_language(words: &'static Words, partners: &[Partner]) -> Vec<Page> {
    let atlas = words.atlas;
    let page = |path: &str, title: String, description: &str, shell: String| Page {
        path: format!("{}{path}", words.prefix),
        lang: words.lang,
        title,
        description: description.to_owned(),
        shell,
    };
    let list = format!("<h1>{atlas}</h1>{}", list(words, partners));
    let about = format!("<h1>{}</h1><p>{}</p>", words.about, words.description);
    let mut pages = vec![
        page("", atlas.to_owned(), words.description, list),
        page("about/", format!("{} – {atlas}", words.about), words.description, about),
    ];
    pages.extend(partners.iter().map(|partner| {
        let (name, summary) = (partner.text("name", words.lang), partner.text("summary", words.lang));
        let description = if summary.is_empty() { words.description } else { summary };
        let path = format!("partners/{}/", partner.id);
        page(&path, format!("{name} – {atlas}"), description, partner_shell(words, name, summary))
    }));
    pages
}

pub(crate) fn not_found() -> Page {
    let words = &LANGUAGES[0];
    Page {
        path: String::new(),
        lang: words.lang,
        title: words.atlas.to_owned(),
        description: words.description.to_owned(),
        shell: format!(r#"<p><a href="{ROOT}">{}</a></p>"#, words.all_partners),
    }
}

fn list(words: &Words, partners: &[Partner]) -> String {
    let mut html = String::from("<ul>");
    for partner in partners {
        let name = escape(partner.text("name", words.lang));
        // Writing to a String cannot fail.
        _ = write!(html, r#"<li><a href="{ROOT}{}partners/{}/">{name}</a></li>"#, words.prefix, partner.id);
    }
    html + "</ul>"
}

fn partner_shell(words: &Words, name: &str, summary: &str) -> String {
    let (name, summary) = (escape(name), escape(summary));
    let (prefix, all) = (words.prefix, words.all_partners);
    format!(r#"<p><a href="{ROOT}{prefix}">{all}</a></p><h1>{name}</h1><p>{summary}</p>"#)
}

/// Text for HTML, between tags or in a quoted attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some_partners() -> Vec<Partner> {
        partners(
            r#"{"partnerships": [
                {"id": "who", "name": {"en": "World Health Organization", "tr": "Dünya Sağlık Örgütü"},
                 "summary": {"en": "Health & more."}},
                {"id": "../evil"}, {}]}"#,
        )
        .unwrap()
    }

    #[test]
    fn every_route_has_a_page_in_every_language() {
        let pages = all(&some_partners());
        let paths: Vec<_> = pages.iter().map(|page| page.path.as_str()).collect();
        assert_eq!(paths, ["", "about/", "partners/who/", "tr/", "tr/about/", "tr/partners/who/"]);
        assert_eq!(pages[5].depth(), 3);
    }

    #[test]
    fn a_partners_page_says_who_it_is() {
        let pages = all(&some_partners());
        assert_eq!(pages[2].title, "World Health Organization – OTS Partnership Atlas");
        assert_eq!(pages[5].title, "Dünya Sağlık Örgütü – TDT Ortaklık Atlası");
        assert_eq!(pages[5].description, "Health & more.");
        assert!(pages[2].shell.contains("<p>Health &amp; more.</p>"));
        assert!(pages[3].shell.contains(r#"<a href="{root}tr/partners/who/">Dünya Sağlık Örgütü</a>"#));
    }

    #[test]
    fn a_data_set_without_partnerships_is_refused() {
        assert!(partners("{}").is_err());
        assert!(partners("not json").is_err());
    }
}
