//! What must hold of the script that other sites load.

use crate::compress;
use atlas_core::domain::embed::NAMESPACE;
use atlas_core::domain::link::Link;
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};

const SCRIPT: &str = include_str!("../../../public/embed.js");

/// What a host spends on the tag.
const BUDGET_BROTLI_BYTES: usize = 2_048;

#[test]
fn the_script_keeps_its_budget() {
    let brotli = compress::brotli(SCRIPT.as_bytes()).unwrap().len();
    println!("embed.js: {} B, {brotli} B brotli", SCRIPT.len());
    assert!(brotli <= BUDGET_BROTLI_BYTES, "embed.js has {brotli} B of brotli");
}

#[test]
fn the_script_knows_the_tag_the_languages_and_the_attributes() {
    assert!(SCRIPT.contains(&format!("const NAME = \"{NAMESPACE}\"")));
    let langs: Vec<_> = Lang::OFFERED
        .iter()
        .filter(|lang| **lang != Lang::En)
        .map(|it| format!("\"{}\"", it.code()))
        .collect();
    assert!(SCRIPT.contains(&format!("const PAGES = [{}]", langs.join(", "))));
    let attributes: Vec<_> =
        Link::HOST_PARAMS.iter().copied().filter(|name| !matches!(*name, "fit" | "lang")).collect();
    assert!(SCRIPT.contains(&format!("const SET = \"{}\"", attributes.join(" "))));
}
