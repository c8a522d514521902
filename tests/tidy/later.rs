//! What the first page needs comes with it, and what only later pages need does not.

use super::RUST_FILES;
use super::rust::Source;
use super::style::{is_sheet_of_later_pages, styled_by};
use super::tree::assert_none;
use super::words::{catalogue, is_key, makes};
use atlas_core::domain::messages::halves::is_later;

/// Modules that nothing but `src/ui/part.rs` leads to, that native tools alone have, or whose words a part brings.
const LATER: &[&str] = &[
    "crates/core/src/domain/check",
    "crates/core/src/domain/export",
    "crates/core/src/domain/meeting_brief",
    "crates/core/src/domain/messages",
    "crates/core/src/notebook",
    "crates/tools/src",
    "src/state/notebook",
    "src/ui/about",
    "src/ui/cite",
    "src/ui/copy_button",
    "src/ui/embed",
    "src/ui/empty",
    "src/ui/evidence_mark",
    "src/ui/facet",
    "src/ui/filters/sheet",
    "src/ui/frame",
    "src/ui/frame_card",
    "src/ui/map/city_card",
    "src/ui/meeting_brief",
    "src/ui/more_rows",
    "src/ui/new_version",
    "src/ui/not_found",
    "src/ui/notebook",
    "src/ui/notes",
    "src/ui/partner",
    "src/ui/partner_unknown",
    "src/ui/source_view",
    "src/ui/timeline",
];

/// The one way to the parts that load later.
const WAY: &str = "src/ui/part.rs";

fn is_first(source: &Source) -> bool {
    let stem = source.path.strip_suffix(".rs").unwrap_or(&source.path);
    !LATER
        .iter()
        .any(|module| stem.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

fn first_files() -> impl Iterator<Item = &'static Source> {
    RUST_FILES.iter().filter(|source| is_first(source))
}

#[test]
fn the_first_page_has_its_words_in_the_first_half() {
    let catalogue = catalogue();
    let mut found = Vec::new();
    for source in first_files() {
        for literal in &source.literals {
            let is_missed = if is_key(&literal.text) {
                ["", ".one", ".other"].iter().any(|form| {
                    let key = format!("{}{form}", literal.text);
                    catalogue.contains(&key) && is_later(&key)
                })
            } else {
                // One that begins with a place may make any key.
                !literal.text.starts_with('{')
                    && catalogue.iter().any(|key| makes(&literal.text, key) && is_later(key))
            };
            if is_missed {
                found.push(format!("{}:{}: {}", source.path, source.line(literal.at), literal.text));
            }
        }
    }
    assert_none(&found, "name it in crates/core/src/domain/messages/halves.rs");
}

#[test]
fn only_one_way_leads_to_the_views_that_come_later() {
    let components = RUST_FILES.iter().filter(|source| !is_first(source)).flat_map(|source| {
        let after = source.code.split("#[component]").skip(1);
        after.filter_map(|code| code.split_once(" fn ")?.1.split_once('(')).map(|(name, _)| name)
    });
    let mut found = Vec::new();
    for name in components {
        let uses = |source: &&Source| source.path != WAY && source.code.contains(&format!("<{name} "));
        found.extend(first_files().filter(uses).map(|source| format!("{}: {name}", source.path)));
    }
    assert_none(&found, "draw it by a LaterPage");
}

#[test]
fn the_first_page_wears_nothing_of_the_later_style() {
    let styled = styled_by(|sheet| !is_sheet_of_later_pages(sheet));
    let mut found = Vec::new();
    for source in first_files().filter(|source| source.path.starts_with("src/ui")) {
        for literal in source.literals.iter().filter(|it| source.before(it).ends_with("class=")) {
            let late = literal.text.split_whitespace().filter(|class| !styled.contains_key(*class));
            found.extend(late.map(|class| format!("{}:{}: {class}", source.path, source.line(literal.at))));
        }
    }
    assert_none(&found, "move its rule out of style/later");
}
