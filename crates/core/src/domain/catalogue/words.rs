//! The word index: every form of every word, sorted, with the records that have it.

mod builder;

use std::ops::Range;

use super::entry::Field;
use super::typo::{each_near, n_edits_allowed};
use crate::domain::fold::{QueryTerm, query_terms};
use crate::texts::Texts;

pub(super) use builder::WordIndexBuilder;

/// The words of all records, sorted.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary(Texts);

impl Vocabulary {
    pub(super) fn of_sorted<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut vocabulary = Self::default();
        for word in words {
            vocabulary.0.push(word);
        }
        vocabulary
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn word(&self, idx: usize) -> &str {
        self.0.get(idx)
    }

    /// The words that begin with `prefix`.
    fn beginning_with(&self, prefix: &str) -> Range<usize> {
        let first = self.partition(|word| word < prefix);
        let last = self.partition(|word| word < prefix || word.starts_with(prefix));
        first..last
    }

    /// Behind the words after `start` that begin as that one does with `n_letters` bytes.
    pub(super) fn end_of_alike(&self, start: usize, n_letters: usize) -> usize {
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

/// A record that has a word, and the weightiest field in which it has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Posting(u32);

impl Posting {
    fn new(record_idx: u32, field: Field) -> Self {
        Self(record_idx << 3 | field as u32)
    }

    fn record_idx(self) -> u32 {
        self.0 >> 3
    }

    /// The same in a record at this place.
    fn at(self, place: u32) -> Self {
        Self(place << 3 | self.0 & 7)
    }

    fn weight(self) -> u8 {
        (self.0 & 7) as u8
    }
}

/// How well a word of a record meets a word of the query. Any better match outweighs any field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quality {
    TwoTypos,
    OneTypo,
    Prefix,
    Exact,
}

/// The score of a match, at least 1.
pub(super) fn score(quality: Quality, weight: u8) -> u8 {
    (quality as u8) * 8 + weight
}

#[derive(Debug, Clone, Default)]
pub(super) struct WordIndex {
    n_records: usize,
    vocabulary: Vocabulary,
    postings: Vec<Posting>,
    /// Where the postings of each word end.
    posting_ends: Vec<u32>,
}

impl WordIndex {
    /// For every record, how well it meets the text: 0 if it lacks a word, else more for a better match.
    /// `None` for a text without words, which every record meets.
    pub(super) fn scores(&self, text: &str) -> Option<Vec<u16>> {
        let terms = query_terms(text);
        let (first, others) = terms.split_first()?;
        let mut total = self.scores_of_term(first);
        for term in others {
            let and =
                |total: u16, score| if total == 0 || score == 0 { 0 } else { total.saturating_add(score) };
            combine(&mut total, &self.scores_of_term(term), and);
        }
        Some(total)
    }

    /// Zero being no match, the lesser score is AND, and the greater is OR.
    fn scores_of_term(&self, term: &QueryTerm) -> Vec<u16> {
        let mut all = self.scores_of_word(term.parts.first().map_or(&[], Vec::as_slice));
        for part in term.parts.iter().skip(1) {
            combine(&mut all, &self.scores_of_word(part), u16::min);
        }
        if !term.joined.is_empty() {
            combine(&mut all, &self.scores_of_word(&term.joined), u16::max);
        }
        all
    }

    /// The scores for a word in any of its forms. Typos are forgiven only if no record has the word as typed.
    fn scores_of_word(&self, forms: &[String]) -> Vec<u16> {
        let mut scores = vec![0; self.n_records];
        let mut is_known = false;
        for form in forms {
            for word_idx in self.vocabulary.beginning_with(form) {
                is_known = true;
                let is_exact = self.vocabulary.word(word_idx).len() == form.len();
                self.raise(&mut scores, word_idx, if is_exact { Quality::Exact } else { Quality::Prefix });
            }
        }
        if !is_known {
            for form in forms {
                let n_most = n_edits_allowed(form.len());
                if n_most > 0 {
                    each_near(&self.vocabulary, form, n_most, |word_idx, n_edits| {
                        let quality = if n_edits <= 1 { Quality::OneTypo } else { Quality::TwoTypos };
                        self.raise(&mut scores, word_idx, quality);
                    });
                }
            }
        }
        scores
    }

    fn raise(&self, scores: &mut [u16], word_idx: usize, quality: Quality) {
        let start = if word_idx == 0 { 0 } else { self.posting_ends[word_idx - 1] };
        for posting in &self.postings[start as usize..self.posting_ends[word_idx] as usize] {
            let place = &mut scores[posting.record_idx() as usize];
            *place = (*place).max(u16::from(score(quality, posting.weight())));
        }
    }
}

fn combine(scores: &mut [u16], others: &[u16], by: impl Fn(u16, u16) -> u16) {
    for (score, other) in scores.iter_mut().zip(others) {
        *score = by(*score, *other);
    }
}
