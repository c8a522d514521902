//! Style sheets: colours in one place, and no class that only one side knows.

use std::collections::{BTreeMap, BTreeSet};

use super::RUST_FILES;
use super::tree::{File, assert_none, files, line_at, lines_with};

/// Whether a text names a colour, as `#0c7482` or by a function.
fn has_colour(text: &str) -> bool {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
    let has_function = functions.iter().any(|name| {
        text.match_indices(name)
            .any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-'))
    });
    has_function
        || text.match_indices('#').any(|(at, _)| {
            let rest = &text[at + 1..];
            let len = rest.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(rest.len());
            let ends = !rest[len..].starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
            ends && [3, 4, 6, 8].contains(&len)
        })
}

#[test]
fn only_the_tokens_name_a_colour() {
    let mut found = Vec::new();
    for file in files("style", &["css"]).into_iter().filter(|file| file.path != "style/tokens.css") {
        let text = without_comments(&file.text);
        found.extend(lines_with(&text, has_colour).map(|line| format!("{}:{line}", file.path)));
    }
    for source in RUST_FILES.iter().filter(|source| source.path.starts_with("src/")) {
        let coloured = source.literals.iter().filter(|literal| has_colour(&literal.text));
        found.extend(coloured.map(|it| format!("{}:{}: {}", source.path, source.line(it.at), it.text)));
    }
    for file in files("", &["html"]) {
        found.extend(lines_with(&file.text, has_colour).map(|line| format!("{}:{line}", file.path)));
    }
    assert_none(&found, "give it a role in style/tokens.css");
}

/// Classes of elements that need no rule of their own.
const WITHOUT_A_RULE: &[&str] = &[];

/// Whether a sheet is fetched only with the pages that it is for.
pub(crate) fn is_sheet_of_later_pages(path: &str) -> bool {
    path.starts_with("style/later/")
}

fn styled() -> BTreeMap<String, String> {
    styled_by(|_| true)
}

/// Every class that a selector of these sheets names, with one place where it does.
pub(crate) fn styled_by(is_meant: impl Fn(&str) -> bool) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for File { path, text } in files("style", &["css"]).into_iter().filter(|file| is_meant(&file.path)) {
        let text = without_comments(&text);
        for (brace, _) in text.match_indices('{') {
            let start = text[..brace].rfind(['{', '}', ';']).map_or(0, |at| at + 1);
            let selector = &text[start..brace];
            for (at, _) in selector.match_indices('.') {
                let rest = &selector[at + 1..];
                let len = rest.find(|c: char| !is_of_name(c)).unwrap_or(rest.len());
                if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    let place = format!("{path}:{}", line_at(&text, start + at));
                    found.entry(rest[..len].to_owned()).or_insert(place);
                }
            }
        }
    }
    assert!(found.len() > 50, "{found:?}");
    found
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

fn without_comments(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        text.push_str(before);
        // Lines keep their numbers.
        text.extend(comment.matches('\n'));
        rest = after;
    }
    text + rest
}

#[test]
fn every_class_of_a_style_sheet_is_worn() {
    let of_code =
        RUST_FILES.iter().filter(|it| it.path.starts_with("src/") || it.path.starts_with("crates/tools/"));
    let literals = of_code.flat_map(|source| &source.literals).map(|literal| literal.text.as_str());
    let page =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html")).expect("it is there");
    let worn: BTreeSet<&str> =
        literals.chain([page.as_str()]).flat_map(|text| text.split(|c| !is_of_name(c))).collect();
    let found: Vec<_> = styled()
        .into_iter()
        .filter(|(class, _)| !worn.contains(class.as_str()))
        .map(|(class, place)| format!("{place}: .{class}"))
        .collect();
    assert_none(&found, "no element has this class: take the rule out");
}

#[test]
fn every_class_that_a_view_wears_has_a_rule() {
    let styled = styled();
    let mut found = Vec::new();
    for source in RUST_FILES.iter().filter(|source| source.path.starts_with("src/")) {
        for literal in source.literals.iter().filter(|it| source.before(it).ends_with("class=")) {
            let classes = literal.text.split_whitespace();
            let without = classes.filter(|it| !styled.contains_key(*it) && !WITHOUT_A_RULE.contains(it));
            found.extend(without.map(|it| format!("{}:{}: {it}", source.path, source.line(literal.at))));
        }
    }
    assert_none(&found, "no style sheet knows this class: take it off, or write its rule");
}

#[test]
fn a_colour_is_told_from_an_address() {
    assert!(has_colour("fill: #0c7482;") && has_colour("oklch(99% 0 0)") && has_colour("#fff"));
    assert!(
        !has_colour("#check")
            && !has_colour("url(#facade-2)")
            && !has_colour("--colour(")
            && !has_colour("#12")
    );
}
