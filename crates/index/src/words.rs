//! The word index: every form of every word, sorted, with the records that have it.

mod builder;
mod scores;

use std::ops::Range;

use crate::texts::Texts;
use crate::typo::{each_near, n_edits_allowed};

pub use builder::WordIndexBuilder;
pub use scores::Scores;

/// The words of all records, sorted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary(Texts);

impl Vocabulary {
    pub(crate) fn of_sorted<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut vocabulary = Self::default();
        for word in words {
            vocabulary.0.push(word);
        }
        vocabulary
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn word(&self, idx: usize) -> &str {
        self.0.get(idx)
    }

    /// The words that begin with `prefix`.
    fn beginning_with(&self, prefix: &str) -> Range<usize> {
        let first = self.partition(|word| word < prefix);
        let last = self.partition(|word| word < prefix || word.starts_with(prefix));
        first..last
    }

    /// Behind the words after `start` that begin as that one does with `n_letters` bytes.
    pub(crate) fn end_of_alike(&self, start: usize, n_letters: usize) -> usize {
        let prefix = self.word(start).as_bytes().get(..n_letters).unwrap_or_default();
        let is_alike = |idx: usize| idx < self.len() && self.word(idx).as_bytes().starts_with(prefix);
        let (mut known, mut step) = (start, 1);
        while is_alike(known + step) {
            known += step;
            step *= 2;
        }
        // The last that is alike is `known` or one of the fewer than `step` behind it.
        while step > 1 {
            step /= 2;
            if is_alike(known + step) {
                known += step;
            }
        }
        known + 1
    }

    fn partition(&self, is_before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if is_before(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// A record that has a word, or a word that a record has, and the greatest weight with which it has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting(u32);

impl Posting {
    /// A weight is 1 to 7.
    fn new(idx: u32, weight: u8) -> Self {
        Self(idx << 3 | u32::from(weight))
    }

    fn idx(self) -> u32 {
        self.0 >> 3
    }

    fn weight(self) -> u8 {
        (self.0 & 7) as u8
    }
}

/// How well a word of a record meets a word of the query. Any better match outweighs any field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quality {
    TwoTypos,
    OneTypo,
    Prefix,
    Exact,
}

/// The score of a match, at least 1.
pub fn score(quality: Quality, weight: u8) -> u8 {
    (quality as u8) * 8 + weight
}

/// The words of records, which are known by their places.
#[derive(Debug, Clone, Default)]
pub struct WordIndex {
    n_records: usize,
    vocabulary: Vocabulary,
    postings: Vec<Posting>,
    /// Where the postings of each word end.
    posting_ends: Vec<u32>,
}

impl WordIndex {
    /// The scores for a word in any of its forms: of the records that have a word that begins so. Typos are forgiven only
    /// if no record has the word as typed.
    pub fn scores(&self, forms: &[String]) -> Scores {
        let mut scores = Scores::none(self.n_records);
        let mut is_known = false;
        for form in forms {
            for word_idx in self.vocabulary.beginning_with(form) {
                is_known = true;
                let is_exact = self.vocabulary.word(word_idx).len() == form.len();
                let quality = if is_exact { Quality::Exact } else { Quality::Prefix };
                scores.raise(self.postings_of(word_idx), quality);
            }
        }
        if !is_known {
            for form in forms {
                let n_most = n_edits_allowed(form.len());
                if n_most > 0 {
                    each_near(&self.vocabulary, form, n_most, |word_idx, n_edits| {
                        let quality = if n_edits <= 1 { Quality::OneTypo } else { Quality::TwoTypos };
                        scores.raise(self.postings_of(word_idx), quality);
                    });
                }
            }
        }
        scores
    }

    fn postings_of(&self, word_idx: usize) -> &[Posting] {
        let start = if word_idx == 0 { 0 } else { self.posting_ends[word_idx - 1] };
        &self.postings[start as usize..self.posting_ends[word_idx] as usize]
    }
}
