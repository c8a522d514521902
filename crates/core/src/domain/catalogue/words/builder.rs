//! Makes the word index: takes in records one by one, and is then done piece by piece.

use super::{Posting, Vocabulary, WordIndex};
use crate::domain::catalogue::entry::Field;
use crate::domain::fold::{each_index_word, query_terms};
use crate::names::Names;
use crate::order::Sorting;

/// Takes in records one by one, and is then made an index piece by piece.
#[derive(Debug, Default)]
pub(in crate::domain::catalogue) struct WordIndexBuilder {
    n_records: u32,
    words: Names,
    /// The number of a word, and a record that has it, as they came.
    found: Vec<(u32, Posting)>,
    /// For each word, behind the last place in `found` where it is.
    last: Vec<u32>,
    /// The words in order.
    order: Option<Sorting>,
    index: WordIndex,
}

impl WordIndexBuilder {
    /// Takes in the next record.
    pub(in crate::domain::catalogue) fn push<'t>(
        &mut self,
        texts: impl IntoIterator<Item = (Field, &'t str)>,
    ) {
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
        let word_idx = self.words.idx_of(word);
        if word_idx as usize == self.last.len() {
            self.last.push(0);
        }
        let last = &mut self.last[word_idx as usize];
        let known = last.checked_sub(1).map(|at| &mut self.found[at as usize].1);
        if let Some(known) = known.filter(|known| known.record_idx() == posting.record_idx()) {
            known.0 = known.0.max(posting.0);
        } else {
            self.found.push((word_idx, posting));
            *last = self.found.len() as u32;
        }
    }

    /// Sorts about `n_most` words one step further; whether all are in order.
    pub(in crate::domain::catalogue) fn sort(&mut self, n_most: usize) -> bool {
        let words = &self.words;
        let order = self.order.get_or_insert_with(|| Sorting::of((0..words.len() as u32).collect()));
        order.advance(n_most, &|a, b| words.name(a).cmp(words.name(b)))
    }

    /// Does the next half of the rest, once the words are in order, for records of which the places are given; whether
    /// it was the last.
    pub(in crate::domain::catalogue) fn lay_out(&mut self, places: &[u32]) -> bool {
        let Some(order) = &self.order else { return true };
        if self.index.n_records < places.len() {
            self.index.n_records = places.len();
            self.index.vocabulary =
                Vocabulary::of_sorted(order.order().iter().map(|idx| self.words.name(*idx as usize)));
            self.words = Names::default();
            return false;
        }
        let mut ends = vec![0; self.last.len()];
        for (word_idx, _) in &self.found {
            ends[*word_idx as usize] += 1;
        }
        let mut n_before = 0;
        for word_idx in order.order() {
            // Where the word's postings begin; each of them moves it on, to where they end.
            let n_own = std::mem::replace(&mut ends[*word_idx as usize], n_before);
            n_before += n_own;
        }
        let mut postings = vec![Posting(0); self.found.len()];
        for (word_idx, posting) in std::mem::take(&mut self.found) {
            let end = &mut ends[word_idx as usize];
            postings[*end as usize] = posting.at(places[posting.record_idx() as usize]);
            *end += 1;
        }
        self.index.postings = postings;
        self.index.posting_ends = order.order().iter().map(|word_idx| ends[*word_idx as usize]).collect();
        true
    }

    pub(in crate::domain::catalogue) fn finish(self) -> WordIndex {
        self.index
    }
}
