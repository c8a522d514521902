//! Whatever a person reads stands in the catalogues, and whatever stands there is read.

use std::collections::BTreeSet;

use atlas_core::domain::catalogue::Facet;
use atlas_core::domain::check::ProblemKind;
use atlas_core::domain::vocabulary::{
    Evidence, Kind, Lang, Listing, MechanismKind, Sector, SourceKind, Stage, Vocabulary,
};
use atlas_core::notebook::{Flag, Priority};

use super::RUST_FILES;
use super::rust::{Literal, Source};
use super::tree::assert_none;

/// The keys of the English catalogue. That the other languages have the same is tested in the core.
pub(crate) fn catalogue() -> BTreeSet<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/locale/en.json");
    let text = std::fs::read_to_string(path).expect("the catalogue is there");
    let file: serde_json::Value = serde_json::from_str(&text).expect("the catalogue is JSON");
    file["messages"].as_object().expect("it has messages").keys().cloned().collect()
}

fn keys<V: Vocabulary>(values: &[V], ending: &str) -> Vec<String> {
    values.iter().map(|value| format!("{}{ending}", value.message_key())).collect()
}

/// The keys that the app puts together from codes.
fn derived() -> BTreeSet<String> {
    let not_counted: Vec<_> = Listing::ALL.iter().copied().filter(|it| *it != Listing::Counted).collect();
    let facets = Facet::ALL.iter().map(|facet| format!("facet.{}", facet.code())).collect();
    let own_names = keys(Lang::OFFERED, ".own");
    let problems = ProblemKind::MESSAGE_KEYS.iter().map(|key| (*key).to_owned()).collect();
    let labels = [
        keys(Sector::ALL, ""),
        keys(Kind::ALL, ""),
        keys(Stage::ALL, ""),
        keys(MechanismKind::ALL, ""),
        keys(Listing::ALL, ""),
        keys(SourceKind::ALL, ""),
        keys(Evidence::ALL, ""),
        keys(Lang::ALL, ""),
        keys(Flag::ALL, ""),
        keys(Priority::ALL, ""),
    ];
    let explained =
        [keys(Stage::ALL, ".meaning"), keys(Listing::ALL, ".meaning"), keys(Evidence::ALL, ".meaning")];
    let all = labels.into_iter().chain(explained);
    all.chain([keys(&not_counted, ".heading"), facets, own_names, problems]).flatten().collect()
}

/// Whether a string has the form of a key: parts of small letters, digits and hyphens, joined by points.
pub(crate) fn is_key(text: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    text.contains('.') && text.split('.').all(is_part)
}

/// Whether a literal is given to one of the functions that look words up.
fn is_looked_up(source: &Source, literal: &Literal) -> bool {
    let before = source.before(literal);
    [".text(", ".format(", ".count(", "say(", "word("].iter().any(|call| before.ends_with(call))
}

/// Whether a key is there, alone or in the two forms of a count.
fn is_there(key: &str, catalogue: &BTreeSet<String>) -> bool {
    let has = |ending: &str| catalogue.contains(&format!("{key}{ending}"));
    has("") || has(".one") && has(".other")
}

/// Whether a format string such as `stage.{}.meaning` makes this key. One that is all places makes none.
pub(crate) fn makes(format: &str, key: &str) -> bool {
    let is_literal = |c: &char| *c != '{' && *c != '}';
    let Some((before, rest)) = format.split_once('{') else { return false };
    let Some((_, after)) = rest.split_once('}') else { return false };
    let is_form =
        format.starts_with(|c: char| c.is_ascii_lowercase()) || after.chars().filter(is_literal).count() > 3;
    is_form
        && format.contains('.')
        && !after.contains('{')
        && key.len() > before.len() + after.len()
        && key.starts_with(before)
        && key.ends_with(after)
}

#[test]
fn every_key_that_the_code_names_is_in_the_catalogue() {
    let catalogue = catalogue();
    let families: BTreeSet<&str> = catalogue.iter().filter_map(|key| key.split('.').next()).collect();
    let mut found = Vec::new();
    for source in RUST_FILES.iter() {
        for literal in &source.literals {
            let is_of_family = literal.text.split('.').next().is_some_and(|family| families.contains(family));
            let is_meant = is_looked_up(source, literal) || is_key(&literal.text) && is_of_family;
            if is_meant && is_key(&literal.text) && !is_there(&literal.text, &catalogue) {
                found.push(format!("{}:{}: {}", source.path, source.line(literal.at), literal.text));
            }
        }
    }
    found.extend(
        derived().into_iter().filter(|key| !catalogue.contains(key)).map(|key| format!("derived: {key}")),
    );
    assert_none(&found, "write it into every public/locale/*.json");
}

#[test]
fn every_key_of_the_catalogue_is_used() {
    let derived = derived();
    let literals: BTreeSet<&str> =
        RUST_FILES.iter().flat_map(|source| &source.literals).map(|literal| literal.text.as_str()).collect();
    let is_used = |key: &String| {
        let stem = key.strip_suffix(".one").or_else(|| key.strip_suffix(".other")).unwrap_or(key);
        derived.contains(key)
            || literals.contains(key.as_str())
            || literals.contains(stem)
            || literals.iter().any(|literal| makes(literal, key))
    };
    let unused: Vec<_> = catalogue().into_iter().filter(|key| !is_used(key)).collect();
    assert_none(&unused, "take it out of every public/locale/*.json");
}

/// Attributes whose values are read out or shown.
const READ: &[&str] = &["title=", "aria-label=", "aria-description=", "placeholder=", "alt=", "label="];

/// Names that are the same in every language, and notations.
const SAME_IN_EVERY_LANGUAGE: &[&str] = &[];

#[test]
fn no_view_holds_words_of_its_own() {
    let has_word = |text: &str| {
        let is_letter = |c: char| c.is_alphabetic();
        text.split(|c| !is_letter(c)).any(|word| word.chars().count() > 1)
    };
    let mut found = Vec::new();
    for source in RUST_FILES.iter().filter(|source| source.path.starts_with("src/ui/")) {
        let views = source.macros("view! {");
        for literal in &source.literals {
            if !views.iter().any(|view| view.contains(&literal.at)) || !has_word(&literal.text) {
                continue;
            }
            let before = source.before(literal);
            // As a node of its own or within braces, but not as what an `if` or an arm gives.
            let before_node = before.strip_suffix('{').map_or(before, str::trim_end);
            let follows_a_node = before_node.ends_with(['>', '}', '"']) && !before_node.ends_with("=>");
            let is_read = READ.iter().any(|name| before.ends_with(name));
            let is_text = follows_a_node && !is_key(&literal.text) || is_read;
            if is_text && !SAME_IN_EVERY_LANGUAGE.contains(&literal.text.as_str()) {
                found.push(format!("{}:{}: {}", source.path, source.line(literal.at), literal.text));
            }
        }
    }
    assert_none(&found, "put it into the catalogues and look it up by its key");
}

#[test]
fn a_key_is_told_from_other_strings() {
    assert!(is_key("map.area.worldwide"));
    assert!(!is_key("map") && !is_key("Data.json") && !is_key("a b.c") && !is_key("stage.{}.meaning"));
    assert!(
        makes("stage.{}.meaning", "stage.dialogue.meaning") && makes("{}.meaning", "stage.dialogue.meaning")
    );
    assert!(!makes("{key}.{form}", "map.area.one") && !makes("stage.{}.meaning", "stage.dialogue"));
}
