//! One fold for the query and the text, so that a name is found however its letters were typed.
//!
//! Every word has a *skeleton*: case, diacritics and apostrophes are gone, ı İ i I are one letter, Cyrillic
//! is Latin, and letters that the Turkic alphabets use for one sound are one ([`fold`]). `istanbul`,
//! `İSTANBUL` and `Истанбул` are one skeleton.
//!
//! Some letters have two spellings in use: *Işık* is typed `isik` and `ishik`, *Azərbaycan* `azerbaycan` and
//! `azarbaycan`. Such a word has up to eight *forms*, the skeleton first; two words meet when they share one.
//! The index holds every form ([`each_index_word`]), and a query offers every form ([`query_terms`]).
//!
//! What it does not do: stemming, synonyms (aliases are data), guessing the language of a word (Azerbaijani
//! Cyrillic г is Latin q, but г is read as g everywhere), or general Unicode normalisation.

mod case;
mod letters;
mod spelling;

pub(crate) use case::lower;
pub(crate) use letters::{bare, is_letter_or_digit, is_mark, vanishes};

use letters::composed;
use spelling::{PLAIN, spell, styles};

/// The skeleton of a text: its words in bare letters, joined by single spaces.
///
/// Idempotent. A hyphenated word becomes its parts.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_token(text, |token| {
        for part in token.parts() {
            let start = folded.len();
            if start > 0 {
                folded.push(' ');
            }
            let at = folded.len();
            spell(part, PLAIN, &mut folded);
            if folded.len() == at {
                folded.truncate(start);
            }
        }
    });
    folded
}

/// Visits every word that a text is found by: each form of each word, and for a hyphenated word the parts and
/// the parts joined (`UN-Habitat`: un, habitat, unhabitat). A word may be visited more than once.
pub fn each_index_word(text: &str, mut visit: impl FnMut(&str)) {
    let mut forms = Forms::default();
    each_token(text, |token| {
        for part in token.parts() {
            forms.of(part, &mut visit);
        }
        if token.part_ends.len() > 1 {
            forms.of(token.letters, &mut visit);
        }
    });
}

/// One word of a query as typed, hyphens included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryTerm {
    /// The forms of each part: a text has the term if it has one form of every part…
    pub parts: Vec<Vec<String>>,
    /// …or one of these, the forms of the parts joined. Empty without a hyphen.
    pub joined: Vec<String>,
}

/// The words of a query, in order, each once.
pub fn query_terms(query: &str) -> Vec<QueryTerm> {
    let mut terms = Vec::new();
    let mut forms = Forms::default();
    each_token(query, |token| {
        let parts: Vec<_> =
            token.parts().map(|part| forms.list(part)).filter(|forms| !forms.is_empty()).collect();
        let joined = if parts.len() > 1 { forms.list(token.letters) } else { Vec::new() };
        let term = QueryTerm { parts, joined };
        if !term.parts.is_empty() && !terms.contains(&term) {
            terms.push(term);
        }
    });
    terms
}

/// Whether a character keeps the words at its sides one word that is also found by its parts.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A maximal run of letters and digits, with hyphens inside.
struct Token<'a> {
    /// The lower-case composed letters of all parts.
    letters: &'a [char],
    /// Where each part ends in `letters`.
    part_ends: &'a [usize],
}

impl<'a> Token<'a> {
    fn parts(&self) -> impl Iterator<Item = &'a [char]> {
        let (letters, mut start) = (self.letters, 0);
        self.part_ends.iter().map(move |&end| {
            let part = &letters[start..end];
            start = end;
            part
        })
    }
}

/// Splits a text into tokens, with one buffer for all of them.
fn each_token(text: &str, mut visit: impl FnMut(&Token<'_>)) {
    let mut letters: Vec<char> = Vec::new();
    let mut part_ends: Vec<usize> = Vec::new();
    // The first mark after a letter may change it, later ones never do.
    let mut takes_mark = false;
    for c in text.chars().map(lower).chain([' ']) {
        if c.is_ascii_alphanumeric() {
            letters.push(c);
            takes_mark = true;
        } else if is_mark(c) {
            if let (true, Some(last)) = (takes_mark, letters.last_mut()) {
                *last = composed(*last, c).unwrap_or(*last);
            }
            takes_mark = false;
        } else if vanishes(c) {
            takes_mark = false;
        } else if is_letter_or_digit(c) {
            letters.push(c);
            takes_mark = true;
        } else {
            takes_mark = false;
            if letters.len() > part_ends.last().copied().unwrap_or(0) {
                part_ends.push(letters.len());
            }
            if !is_hyphen(c) && !letters.is_empty() {
                visit(&Token { letters: &letters, part_ends: &part_ends });
                letters.clear();
                part_ends.clear();
            }
        }
    }
}

/// The forms of one word after another, in reused buffers.
#[derive(Default)]
struct Forms {
    spelt: [String; 8],
}

impl Forms {
    /// Visits each form of a word once, the skeleton first; none, if nothing of the word remains.
    fn of(&mut self, letters: &[char], visit: &mut impl FnMut(&str)) {
        for (idx, style) in styles(letters).enumerate() {
            let (before, rest) = self.spelt.split_at_mut(idx);
            let Some(form) = rest.first_mut() else { return };
            form.clear();
            spell(letters, style, form);
            if !form.is_empty() && !before.contains(form) {
                visit(form);
            }
        }
    }

    fn list(&mut self, letters: &[char]) -> Vec<String> {
        let mut forms = Vec::new();
        self.of(letters, &mut |form| forms.push(form.to_owned()));
        forms
    }
}

#[cfg(test)]
mod tests;
