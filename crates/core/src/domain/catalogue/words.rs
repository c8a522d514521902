//! The word index: every form of every word, sorted, with the records that have it.

use std::ops::Range;

use super::entry::Field;
use super::typo::{each_near, n_edits_allowed};
use crate::domain::fold::{QueryTerm, each_index_word, query_terms};
use crate::names::Names;
use crate::order::order_by;

/// The words of all records, sorted.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    /// All words one after another.
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Vocabulary {
    pub(super) fn of_sorted<S: AsRef<str>>(words: &[S]) -> Self {
        let mut vocabulary = Self::default();
        for word in words {
            vocabulary.text.push_str(word.as_ref());
            vocabulary.ends.push(vocabulary.text.len() as u32);
        }
        vocabulary
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn word(&self, idx: usize) -> &str {
        let start = if idx == 0 { 0 } else { self.ends[idx - 1] };
        &self.text[start as usize..self.ends[idx] as usize]
    }

    /// The words that begin with `prefix`.
    fn beginning_with(&self, prefix: &str) -> Range<usize> {
        let first = self.partition(|word| word < prefix);
        let last = self.partition(|word| word < prefix || word.starts_with(prefix));
        first..last
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
        let mut total: Vec<u16> = self.scores_of_term(first).into_iter().map(u16::from).collect();
        for term in others {
            for (total, score) in total.iter_mut().zip(self.scores_of_term(term)) {
                *total = if *total == 0 || score == 0 { 0 } else { total.saturating_add(u16::from(score)) };
            }
        }
        Some(total)
    }

    /// Zero being no match, the lesser score is AND, and the greater is OR.
    fn scores_of_term(&self, term: &QueryTerm) -> Vec<u8> {
        let mut all = self.scores_of_word(&term.joined);
        let mut parts: Option<Vec<u8>> = None;
        for part in &term.parts {
            let scores = self.scores_of_word(part);
            match &mut parts {
                None => parts = Some(scores),
                Some(parts) => combine(parts, &scores, u8::min),
            }
        }
        if let Some(parts) = parts {
            combine(&mut all, &parts, u8::max);
        }
        all
    }

    /// The scores for a word in any of its forms. Typos are forgiven only if no record has the word as typed.
    fn scores_of_word(&self, forms: &[String]) -> Vec<u8> {
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

    fn raise(&self, scores: &mut [u8], word_idx: usize, quality: Quality) {
        let start = if word_idx == 0 { 0 } else { self.posting_ends[word_idx - 1] };
        for posting in &self.postings[start as usize..self.posting_ends[word_idx] as usize] {
            let place = &mut scores[posting.record_idx() as usize];
            *place = (*place).max(score(quality, posting.weight()));
        }
    }
}

fn combine(scores: &mut [u8], others: &[u8], by: impl Fn(u8, u8) -> u8) {
    for (score, other) in scores.iter_mut().zip(others) {
        *score = by(*score, *other);
    }
}

/// Takes in records one by one.
#[derive(Debug, Default)]
pub(super) struct WordIndexBuilder {
    n_records: u32,
    words: Names,
    postings: Vec<Vec<Posting>>,
}

impl WordIndexBuilder {
    /// Takes in the next record.
    pub(super) fn push<'t>(&mut self, texts: impl IntoIterator<Item = (Field, &'t str)>) {
        let record_idx = self.n_records;
        self.n_records += 1;
        for (field, text) in texts {
            each_index_word(text, |word| self.add(word, Posting::new(record_idx, field)));
            // An acronym of one word is met best by that word: UN before UN-Habitat.
            if field == Field::Name && !text.contains(char::is_whitespace) {
                for term in query_terms(text) {
                    let whole = if term.joined.is_empty() { term.parts.concat() } else { term.joined };
                    for form in whole {
                        self.add(&form, Posting::new(record_idx, Field::Whole));
                    }
                }
            }
        }
    }

    fn add(&mut self, word: &str, posting: Posting) {
        let word_idx = self.words.idx_of(word) as usize;
        if word_idx == self.postings.len() {
            self.postings.push(Vec::new());
        }
        let postings = &mut self.postings[word_idx];
        match postings.last_mut() {
            Some(last) if last.record_idx() == posting.record_idx() => last.0 = last.0.max(posting.0),
            _ => postings.push(posting),
        }
    }

    pub(super) fn finish(self) -> WordIndex {
        let words = self.words.as_slice();
        let order = order_by(words.len(), &|a, b| words[a].cmp(&words[b]));
        let mut index = WordIndex { n_records: self.n_records as usize, ..WordIndex::default() };
        for word_idx in &order {
            index.postings.extend_from_slice(&self.postings[*word_idx as usize]);
            index.posting_ends.push(index.postings.len() as u32);
        }
        let sorted: Vec<&String> = order.iter().map(|word_idx| &words[*word_idx as usize]).collect();
        index.vocabulary = Vocabulary::of_sorted(&sorted);
        index
    }
}
