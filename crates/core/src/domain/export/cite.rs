//! How to cite a page of the atlas: a sentence, and a `BibTeX` entry.

use crate::domain::dataset::Edition;
use crate::domain::edtf::EdtfDate;
use crate::domain::messages::Messages;

/// What a citation names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation<'a> {
    /// The id of the page, for the entry's key.
    pub key: &'a str,
    pub title: &'a str,
    pub edition: Option<&'a Edition>,
    /// The canonical address.
    pub url: &'a str,
    /// When the reader read it.
    pub today: EdtfDate,
}

/// The citation as a sentence in the reader's language.
pub fn plain(citation: &Citation<'_>, words: &Messages) -> String {
    let (number, date) = edition_words(citation, words);
    words.format(
        "cite.text",
        &[
            ("app", words.text("app.name")),
            ("title", citation.title),
            ("edition", &number),
            ("date", &date),
            ("url", citation.url),
            ("today", &words.date(Some(&citation.today))),
        ],
    )
}

fn edition_words(citation: &Citation<'_>, words: &Messages) -> (String, String) {
    citation.edition.map_or_else(
        || (String::from("–"), words.date(None)),
        |edition| (edition.number.clone(), words.date(Some(&edition.date))),
    )
}

/// The citation as a `@misc` entry; reserved characters are escaped, the address is kept as it is.
pub fn bibtex(citation: &Citation<'_>, words: &Messages) -> String {
    let year = citation.edition.map(|edition| format!("  year         = {{{}}},\n", edition.date.year()));
    let number =
        citation.edition.map(|edition| format!("  edition      = {{{}}},\n", escaped(&edition.number)));
    format!(
        "@misc{{ots-atlas-{},\n  title        = {{{}}},\n  howpublished = {{{}}},\n{}{}  url          = {{{}}},\n  \
         urldate      = {{{}}}\n}}",
        citation.key,
        escaped(citation.title),
        escaped(words.text("app.name")),
        number.unwrap_or_default(),
        year.unwrap_or_default(),
        citation.url.replace(['{', '}'], ""),
        citation.today,
    )
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_tex_reserves_are_escaped() {
        assert_eq!(escaped("R&D 50 % {x}_1"), "R\\&D 50 \\% \\{x\\}\\_1");
    }

    #[test]
    fn a_citation_names_page_edition_address_and_day() {
        let date = |text| EdtfDate::parse(text).unwrap();
        let edition = Edition { number: "1.0".into(), date: date("2026-11-24") };
        let citation = Citation {
            key: "who",
            title: "World Health Organization",
            edition: Some(&edition),
            url: "https://atlas.example.org/partners/who/",
            today: date("2026-12-01"),
        };
        let words = Messages::english();
        assert_eq!(
            plain(&citation, &words),
            "OTS Partnership Atlas, “World Health Organization”, edition 1.0 (24 November 2026), \
             https://atlas.example.org/partners/who/, accessed 1 December 2026."
        );
        let entry = bibtex(&citation, &words);
        assert!(entry.starts_with("@misc{ots-atlas-who,"));
        assert!(entry.contains("url          = {https://atlas.example.org/partners/who/}"));
        assert!(entry.contains("urldate      = {2026-12-01}"));
    }
}
