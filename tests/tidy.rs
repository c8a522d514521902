//! Rules of the house that no compiler and no linter knows, each as a test whose name is the rule.
//!
//! They read the sources as text, so they are approximations: where one is wrong about a line, give that line a
//! place in the rule's list of exceptions, with a reason.

#![cfg(test)]

#[path = "tidy/later.rs"]
mod later;
#[path = "tidy/rust.rs"]
mod rust;
#[path = "tidy/style.rs"]
mod style;
#[path = "tidy/tree.rs"]
mod tree;
#[path = "tidy/words.rs"]
mod words;

use std::sync::LazyLock;

use rust::Source;
use tree::{assert_none, files, lines_with};

/// Every Rust file of the app and its crates.
static RUST_FILES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let folders = ["src", "crates/core/src", "crates/index/src", "crates/tools/src", "crates/bench/src"];
    folders.into_iter().flat_map(|folder| files(folder, &["rs"])).map(Source::of).collect()
});

/// Every place where one of `names` stands as a whole word in the code of a file, outside strings and comments.
fn uses_of(names: &[&str], is_allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for source in RUST_FILES.iter().filter(|source| !is_allowed(&source.path)) {
        for (line, word) in source.names().filter(|(_, word)| names.contains(word)) {
            found.push(format!("{}:{line}: {word}", source.path));
        }
    }
    found
}

#[test]
fn only_browser_touches_the_browser() {
    let is_browser = |path: &str| path == "src/browser.rs" || path.starts_with("src/browser/");
    let names = ["web_sys", "js_sys", "gloo_storage", "wasm_bindgen"];
    // What the bench measures is handed to a page of its own, without an app around it.
    let is_bench = |path: &str| path.starts_with("crates/bench/");
    assert_none(&uses_of(&names, |path| is_browser(path) || is_bench(path)), "go through crate::browser");
    // Started once, before there is an app.
    let is_start = |path: &str| is_browser(path) || path == "src/lib.rs";
    assert_none(&uses_of(&["wasm_bindgen_futures"], is_start), "use leptos::task");
}

#[test]
fn arrows_between_the_rings_point_inward() {
    let mut found = Vec::new();
    for source in RUST_FILES.iter() {
        let outer: &[&str] = match source.path.split('/').nth(1) {
            Some("browser" | "browser.rs") => &["crate::state", "crate::ui"],
            Some("state" | "state.rs") => &["crate::ui"],
            _ => &[],
        };
        for name in outer {
            let lines = lines_with(&source.code, |line| line.contains(name));
            found.extend(lines.map(|line| format!("{}:{line}: {name}", source.path)));
        }
    }
    assert_none(&found, "browser knows neither state nor ui, and state knows no ui");
}

#[test]
fn every_rust_file_says_first_what_it_is_for() {
    let is_silent = |source: &&Source| !source.text.starts_with("//! ");
    let found: Vec<_> = RUST_FILES.iter().filter(is_silent).map(|source| source.path.clone()).collect();
    assert_none(&found, "begin it with //! and one sentence");
}

#[test]
fn no_rust_file_is_longer_than_three_hundred_lines() {
    let found: Vec<_> = RUST_FILES
        .iter()
        .map(|source| (&source.path, source.text.lines().count()))
        .filter(|(_, n_lines)| *n_lines > 300)
        .map(|(path, n_lines)| format!("{path}: {n_lines} lines"))
        .collect();
    assert_none(&found, "it is two things: part them");
}

#[test]
fn no_lint_is_allowed_without_expecting_it() {
    let mut found = Vec::new();
    for source in RUST_FILES.iter() {
        let lines = lines_with(&source.code, |line| line.contains("#[allow(") || line.contains("#![allow("));
        found.extend(lines.map(|line| format!("{}:{line}", source.path)));
    }
    assert_none(&found, "write #[expect(lint, reason = \"…\")]");
}

#[test]
fn no_file_names_a_place_on_a_machine_or_a_task_left_over() {
    // Put together here, so that this file does not find itself.
    let left_over = ["/wo", "/ro", "/tm", "TO", "FIX"];
    let ends = ["rk/", "ot/", "p/", "DO", "ME"];
    let marks: Vec<String> = left_over.iter().zip(ends).map(|(a, b)| format!("{a}{b}")).collect();
    let kinds = ["rs", "toml", "css", "html", "js", "mjs", "ts", "py", "sh", "md", "yml", "svg", "json", ""];
    let mut found = Vec::new();
    for file in files("", &kinds) {
        for mark in &marks {
            let lines = lines_with(&file.text, |line| line.contains(mark.as_str()));
            found.extend(lines.map(|line| format!("{}:{line}: {mark}", file.path)));
        }
    }
    assert_none(&found, "say it without the machine, and do it or leave it");
}

#[test]
fn nothing_carries_a_style_or_a_script_that_the_policy_forbids() {
    let mut found = Vec::new();
    for source in RUST_FILES.iter() {
        let lines = lines_with(&source.code, |line| {
            let sets_html = line.contains("inner_html") && !line.contains("set_inner_html(\"\")");
            line.contains("style=") || sets_html
        });
        found.extend(lines.map(|line| format!("{}:{line}", source.path)));
    }
    for file in files("", &["html"]) {
        let lines = lines_with(&file.text, |line| {
            let has_inline_script = line.contains("<script") && !line.contains(" src=");
            let has_handler = [" onclick=", " onload=", " onerror="].iter().any(|name| line.contains(name));
            line.contains("style=") || line.contains("<style") || has_inline_script || has_handler
        });
        found.extend(lines.map(|line| format!("{}:{line}", file.path)));
    }
    assert_none(&found, "the Content-Security-Policy refuses it: use a class, style:name=, or a file");
}
