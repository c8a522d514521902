//! The order of names by a language's alphabet.
//!
//! Follows the language where ICU's data would weigh 300 kB: its letters in its own order, digraphs and oʻ as
//! letters of their own, ı and i apart where the alphabet has both. Letters that it lacks stand with their bare
//! letter, other scripts behind; spaces and punctuation before digits, digits before letters; case decides nothing.

use crate::domain::fold::{bare, is_letter_or_digit, is_mark, lower, vanishes};
use crate::order::sort_by;

/// What a text is sorted by: the places of its letters, then their variants, as bytes of which the order is that of the
/// texts. Texts with equal letters are told apart by diacritics; those that differ in case or punctuation alone are
/// equals, so that a stable sort leaves them as they came.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(Box<[u8]>);

/// The letters of a language in order.
#[derive(Debug, Clone)]
pub(super) struct Alphabet {
    /// Sorted by their first characters; the longest first, so that a digraph is found before its first letter.
    letters: Vec<Letter>,
    /// Whether `I` is the capital of `ı`.
    has_dotless_i: bool,
}

#[derive(Debug, Clone)]
struct Letter {
    /// In lower case.
    chars: Vec<char>,
    place: u32,
    /// Tells apart the letters that share a place: `a` 0, `á` 1.
    variant: u8,
}

/// Below every letter; the digits follow on it.
const SPACE: u32 = 0;
const FIRST_DIGIT: u32 = 1;
const FIRST_LETTER: u32 = 11;
/// Added to the code point of a letter that the alphabet does not know.
const FOREIGN: u32 = 1 << 21;
/// The variant of a letter that is sorted with its bare letter.
const FOREIGN_VARIANT: u8 = u8::MAX;

impl Alphabet {
    /// Reads `a=á b c cs d`: letters in order, `=` between those that share a place.
    pub(super) fn read(text: &str) -> Self {
        let mut letters = Vec::new();
        for (place, shared) in text.split(' ').enumerate() {
            for (variant, letter) in shared.split('=').enumerate() {
                let chars = letter.chars().collect();
                letters.push(Letter { chars, place: FIRST_LETTER + place as u32, variant: variant as u8 });
            }
        }
        sort_by(&mut letters, |a, b| {
            a.chars.first().cmp(&b.chars.first()).then_with(|| b.chars.len().cmp(&a.chars.len()))
        });
        Self { letters, has_dotless_i: text.contains('ı') }
    }

    pub(super) fn sort_key(&self, text: &str) -> SortKey {
        let chars: Vec<char> = text.chars().map(|c| self.lower(c)).filter(|c| !is_mark(*c)).collect();
        let (mut places, mut variants) = (Vec::with_capacity(2 * text.len()), Vec::with_capacity(text.len()));
        let mut add = |place: u32, variant: u8| {
            push_place(&mut places, place);
            variants.push(variant);
        };
        let mut is_after_space = false;
        let mut rest = chars.as_slice();
        while let [first, others @ ..] = rest {
            if let Some(letter) = self.beginning_with(*first).find(|letter| letter.starts(rest)) {
                add(letter.place, letter.variant);
                is_after_space = letter.place == SPACE;
                rest = rest.get(letter.chars.len()..).unwrap_or_default();
                continue;
            }
            if !vanishes(*first) {
                let (place, variant) = self.place_alone(*first);
                if place != SPACE || !is_after_space {
                    add(place, variant);
                }
                is_after_space = place == SPACE;
            }
            rest = others;
        }
        // Below every place, so that a text comes before those that it begins.
        places.push(0);
        let n_variants = variants.iter().rposition(|variant| *variant > 0).map_or(0, |last| last + 1);
        SortKey([&places, &variants[..n_variants]].concat().into_boxed_slice())
    }

    fn place_alone(&self, c: char) -> (u32, u8) {
        if let Some(digit) = c.to_digit(10) {
            return (FIRST_DIGIT + digit, 0);
        }
        if !is_letter_or_digit(c) {
            return (SPACE, 0);
        }
        let with_bare = self.beginning_with(bare(c)).find(|letter| letter.chars.len() == 1);
        with_bare.map_or((FOREIGN + u32::from(c), 0), |letter| (letter.place, FOREIGN_VARIANT))
    }

    fn beginning_with(&self, first: char) -> impl Iterator<Item = &Letter> {
        let start = self.letters.partition_point(|letter| letter.chars.first() < Some(&first));
        self.letters[start..].iter().take_while(move |letter| letter.chars.first() == Some(&first))
    }

    fn lower(&self, c: char) -> char {
        if c == 'I' && self.has_dotless_i { 'ı' } else { lower(c) }
    }
}

/// Appends a place in bytes that order as the places do, none of them zero at first: one for those of an alphabet,
/// four for a foreign letter's.
fn push_place(bytes: &mut Vec<u8>, place: u32) {
    if place < FOREIGN {
        // An alphabet has some forty places; more than this would only be sorted together.
        bytes.push((place + 1).min(254) as u8);
    } else {
        bytes.push(u8::MAX);
        bytes.extend_from_slice(&place.to_be_bytes()[1..]);
    }
}

impl Letter {
    /// Whether `chars` start with this letter, whichever apostrophe its oʻ has.
    fn starts(&self, chars: &[char]) -> bool {
        self.chars.len() <= chars.len()
            && self.chars.iter().zip(chars).all(|(own, c)| own == c || (vanishes(*own) && vanishes(*c)))
    }
}
