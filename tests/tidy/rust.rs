//! Rust read as far as these rules need it: what is code, what is a string, what is a comment.

use super::tree::{File, line_at};

/// A Rust file without its tests.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
    /// The text with blanks for comments and for what stands within strings: every byte is where it was.
    pub(crate) code: String,
    pub(crate) literals: Vec<Literal>,
}

/// A string in the code, as it is written there.
pub(crate) struct Literal {
    /// Where its opening quote stands.
    pub(crate) at: usize,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn of(file: File) -> Self {
        let File { path, text } = file;
        let (mut code, mut literals) = scan(&text);
        let is_test = path.ends_with("/tests.rs") || path.contains("/tests/");
        let end = if is_test { 0 } else { code.find("\n#[cfg(test)]\nmod ").unwrap_or(code.len()) };
        code.truncate(end);
        literals.retain(|literal| literal.at < end);
        Self { path, text, code, literals }
    }

    pub(crate) fn line(&self, at: usize) -> usize {
        line_at(&self.text, at)
    }

    /// Every name in the code and its line.
    pub(crate) fn names(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.lines().enumerate().flat_map(|(idx, line)| {
            let is_apart = |c: char| !c.is_alphanumeric() && c != '_';
            line.split(is_apart).map(move |name| (idx + 1, name))
        })
    }

    /// What stands before a literal, without blanks at its end.
    pub(crate) fn before(&self, literal: &Literal) -> &str {
        self.code[..literal.at].trim_end()
    }

    /// Where the macros of this name stand: from their opening to their closing brace.
    pub(crate) fn macros(&self, opening: &str) -> Vec<std::ops::Range<usize>> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices(opening) {
            let (start, mut depth) = (at + opening.len(), 1);
            let end = self.code[start..].char_indices().find(|(_, c)| {
                depth += match c {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
                depth == 0
            });
            found.push(start..end.map_or(self.code.len(), |(len, _)| start + len));
        }
        found
    }
}

/// The code and the strings of a Rust text.
fn scan(text: &str) -> (String, Vec<Literal>) {
    let mut code = text.as_bytes().to_vec();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let len = if rest.starts_with("//") {
            let len = rest.find('\n').unwrap_or(rest.len());
            blank(&mut code[at..at + len]);
            len
        } else if rest.starts_with("/*") {
            let len = rest.find("*/").map_or(rest.len(), |len| len + 2);
            blank(&mut code[at..at + len]);
            len
        } else if let Some(quoted) = string(rest).filter(|_| !is_within_a_name(text, at)) {
            let inner = at + quoted.start..at + quoted.end;
            literals.push(Literal { at: inner.start - 1, text: text[inner.clone()].to_owned() });
            blank(&mut code[inner.clone()]);
            quoted.end + 1
        } else if let Some(len) = character(rest) {
            blank(&mut code[at..at + len]);
            len
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        at += len;
    }
    (String::from_utf8(code).expect("only whole strings and comments became blank"), literals)
}

fn blank(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
}

/// Whether the place is in the middle of a name, such as the `r` of `for`.
fn is_within_a_name(text: &str, at: usize) -> bool {
    !text[at..].starts_with('"') && text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// The inside of a string that begins here, such as `"…"`, `b"…"` or `r#"…"#`.
fn string(rest: &str) -> Option<std::ops::Range<usize>> {
    let bytes = rest.as_bytes();
    let n_letters = bytes.iter().take_while(|byte| b"brc".contains(byte)).count();
    let n_hashes = bytes[n_letters..].iter().take_while(|byte| **byte == b'#').count();
    let quote = n_letters + n_hashes;
    let (letters, hashes) = (&rest[..n_letters], &rest[n_letters..quote]);
    let is_string = matches!(letters, "" | "b" | "c" | "r" | "br" | "cr") && bytes.get(quote) == Some(&b'"');
    if !is_string || n_hashes > 0 && !letters.contains('r') {
        return None;
    }
    let start = quote + 1;
    if letters.contains('r') {
        let end = rest[start..].find(&format!("\"{hashes}"))?;
        return Some(start..start + end);
    }
    let mut is_escaped = false;
    let end = rest[start..].find(|c| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    })?;
    Some(start..start + end)
}

/// The length of a character such as `'x'` or `'\n'`; none for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    let first = inner.chars().next()?;
    if first == '\\' {
        return Some(inner[2..].find('\'')? + 4);
    }
    inner[first.len_utf8()..].starts_with('\'').then(|| first.len_utf8() + 2)
}

#[test]
fn code_strings_and_comments_are_told_apart() {
    let text = r##"let a = "x // \" y"; // "no"
let b = ['"', '\'', 'ı']; /* "no" */ fn f<'a>(x: &'a str) { r#"raw "z" "# }"##;
    let (code, literals) = scan(text);
    let found: Vec<_> = literals.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(found, [r#"x // \" y"#, r#"raw "z" "#]);
    assert_eq!(code.len(), text.len());
    assert!(code.contains("fn f<'a>(x: &'a str)") && !code.contains("no"));
}
