//! The files of the tree, and how a broken rule is reported.

use std::fs;
use std::path::Path;

/// A text file; its path is from the root of the tree, with `/`.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// What is built, installed or handed over by others.
const NOT_OURS: &[&str] = &["target", "dist", "node_modules", ".git", "test-results", "playwright-report"];

/// The files below a folder whose names end in one of these ways, in order; `""` for a name without a dot.
pub(crate) fn files(folder: &str, extensions: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    collect(folder, extensions, &mut found);
    assert!(!found.is_empty(), "there is nothing in {folder}");
    found.sort_by(|a: &File, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &str, extensions: &[&str], found: &mut Vec<File>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(root.join(folder)).expect("the folder is there") {
        let entry = entry.expect("it can be read");
        let name = entry.file_name().into_string().expect("names are UTF-8");
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if entry.file_type().expect("it has a type").is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                collect(&path, extensions, found);
            }
            continue;
        }
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        if extensions.contains(&extension) && name != "package-lock.json" {
            let text = fs::read_to_string(entry.path()).expect("it is UTF-8");
            found.push(File { path, text });
        }
    }
}

/// The numbers of the lines of which `is_it` holds.
pub(crate) fn lines_with(text: &str, is_it: impl Fn(&str) -> bool) -> impl Iterator<Item = usize> {
    text.lines().enumerate().filter(move |(_, line)| is_it(line)).map(|(idx, _)| idx + 1)
}

/// The number of the line at a byte.
pub(crate) fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Fails with every place where a rule is broken, and what to do.
#[track_caller]
pub(crate) fn assert_none(found: &[String], what_to_do: &str) {
    assert!(found.is_empty(), "{what_to_do}:\n  {}\n", found.join("\n  "));
}
