//! The web and mail addresses in a note's text: they alone become clickable, and nothing else ever does.

use crate::domain::fold::is_letter_or_digit;

/// A stretch of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    Text(&'t str),
    /// An address that is safe to link to, as it is written.
    Link(&'t str),
}

const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// No browser needs a longer address, and a person would not read it.
const LONGEST_BYTES: usize = 2048;

/// The text in stretches, in order and without a gap. Takes time in proportion to its length.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some(start) = next_scheme(text, at) {
        let rest = &text[start..];
        let run = &rest[..rest.find(ends_address).unwrap_or(rest.len())];
        match address(run) {
            Some(address) => {
                if start > done {
                    pieces.push(Piece::Text(&text[done..start]));
                }
                pieces.push(Piece::Link(address));
                done = start + address.len();
                at = done;
            }
            // Nothing in it is looked at again, so that no text takes long.
            None => at = start + run.len(),
        }
    }
    if done < text.len() {
        pieces.push(Piece::Text(&text[done..]));
    }
    pieces
}

/// Where the next scheme begins that is not the end of a longer word.
fn next_scheme(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|&at| {
        let is_scheme = |scheme: &&str| {
            bytes.get(at..at + scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme.as_bytes()))
        };
        // The first letters keep all but a few places from being looked at closely.
        matches!(bytes[at], b'h' | b'H' | b'm' | b'M')
            && SCHEMES.iter().any(is_scheme)
            && !text[..at]
                .ends_with(|c: char| is_letter_or_digit(c) || matches!(c, '_' | '-' | '+' | '.' | ':'))
    })
}

/// What no address goes beyond: blanks, quotation marks, and characters that are not seen or turn the reading round.
fn ends_address(c: char) -> bool {
    let is_unseen = matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e007f}');
    c.is_whitespace()
        || c.is_control()
        || is_unseen
        || matches!(c, '<' | '>' | '"' | '`' | '\\' | '^' | '{' | '}' | '|' | '“' | '”' | '„' | '«' | '»')
}

/// The address that this begins with, without the punctuation of the sentence around it.
fn address(run: &str) -> Option<&str> {
    if run.len() > LONGEST_BYTES {
        return None;
    }
    let mut end = run.len();
    while let Some(last) = run[..end].chars().next_back() {
        let is_open = |open: char| {
            let count = |c: char| run[..end].matches(c).count();
            count(last) > count(open)
        };
        let goes = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '‘' | '…' | '*' | '_' | '~' => true,
            ')' => is_open('('),
            ']' => is_open('['),
            _ => false,
        };
        if !goes {
            break;
        }
        end -= last.len_utf8();
    }
    let address = &run[..end];
    let scheme = SCHEMES
        .iter()
        .find(|it| address.get(..it.len()).is_some_and(|head| head.eq_ignore_ascii_case(it)))?;
    let rest = &address[scheme.len()..];
    let is_whole = if *scheme == "mailto:" {
        rest.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.starts_with(is_of_host))
    } else {
        rest.starts_with(is_of_host)
    };
    is_whole.then_some(address)
}

fn is_of_host(c: char) -> bool {
    is_letter_or_digit(c) || c == '['
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = pieces(text);
        let links: Vec<_> = found
            .iter()
            .filter_map(|piece| match piece {
                Piece::Link(address) => Some(*address),
                Piece::Text(_) => None,
            })
            .collect();
        assert_eq!(links, expected, "{text}");
        assert_eq!(joined(&found), text);
    }

    fn joined(pieces: &[Piece<'_>]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) | Piece::Link(text) => *text,
            })
            .collect()
    }

    #[test]
    fn web_and_mail_addresses_are_links() {
        check(
            "see https://www.who.int/a?b=c#d and mailto:a@b.org",
            &["https://www.who.int/a?b=c#d", "mailto:a@b.org"],
        );
        check("HTTP://Örnek.org/ı", &["HTTP://Örnek.org/ı"]);
        check("http://[::1]:8080/", &["http://[::1]:8080/"]);
    }

    #[test]
    fn nothing_else_is_a_link() {
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert('https')",
            "data:text/html,<b>",
            "file:///etc/passwd",
            "vbscript:x",
            "www.who.int",
            "https://",
            "https:///x",
            "http:// who.int",
            "mailto:",
            "mailto:nobody",
            "mailto:@b.org",
            "xhttps://who.int",
            "javascript:https://who.int",
            "<img src=x onerror=alert(1)>",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn the_punctuation_of_a_sentence_is_not_of_the_address() {
        check("Read https://a.org/b. Then", &["https://a.org/b"]);
        check("(https://a.org/b)", &["https://a.org/b"]);
        check("(https://a.org/b_(c)).", &["https://a.org/b_(c)"]);
        check("[https://a.org], “https://b.org”!", &["https://a.org", "https://b.org"]);
        check("https://a.org/?…", &["https://a.org/"]);
        check("<https://a.org/x>", &["https://a.org/x"]);
    }

    #[test]
    fn unseen_characters_and_those_that_turn_the_reading_end_an_address() {
        check("https://a.org/\u{202e}gro.b", &["https://a.org/"]);
        check("https://a.org\u{200b}.b.org", &["https://a.org"]);
        check("https://a.org/\u{0}x\nhttps://b.org", &["https://a.org/", "https://b.org"]);
        check("https://\u{2066}a.org", &[]);
    }

    #[test]
    fn one_very_long_word_is_text_and_takes_no_time() {
        check(&"a".repeat(1_000_000), &[]);
        check(&format!("https://a.org/{}", "b".repeat(1_000_000)), &[]);
        check(&"mailto:".repeat(150_000), &[]);
        check(&"(mailto:".repeat(150_000), &[]);
        check(&format!("https://a.org/{}", ")".repeat(1_000)), &["https://a.org/"]);
    }

    proptest! {
        #[test]
        fn no_text_is_lost_and_every_link_has_a_safe_scheme(
            text in "(https?://|mailto:|javascript:|[a-c@./()<> ]|\\PC){0,24}"
        ) {
            let found = pieces(&text);
            prop_assert_eq!(joined(&found), text.clone());
            for piece in found {
                if let Piece::Link(address) = piece {
                    let lower = address.to_ascii_lowercase();
                    prop_assert!(SCHEMES.iter().any(|scheme| lower.starts_with(scheme)));
                    prop_assert!(!address.contains(ends_address));
                }
            }
        }
    }
}
