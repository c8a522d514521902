//! Makes the word index: takes in records one by one, and is then done piece by piece.

use super::{Posting, Vocabulary, WordIndex};
use crate::names::Names;
use crate::order::Sorting;

/// So many findings are kept in one piece of memory: they come by the million, and one piece for all would be copied
/// each time that it grows.
const N_FOUND_AT_ONCE: usize = 1 << 13;

/// Takes in records one by one, and is then made an index piece by piece.
#[derive(Debug, Default)]
pub struct WordIndexBuilder {
    n_records: u32,
    words: Names,
    /// The number of a word, and a record that has it, as they came.
    found: Vec<Vec<(u32, Posting)>>,
    n_found: usize,
    /// For each word, behind the last place in `found` where it is.
    last: Vec<u32>,
    /// The words in order.
    order: Option<Sorting>,
    index: WordIndex,
}

impl WordIndexBuilder {
    /// Begins the next record.
    pub fn begin(&mut self) {
        self.n_records += 1;
    }

    /// Takes in a word of the record that was begun last.
    pub fn add(&mut self, word: &str, weight: u8) {
        let posting = Posting::new(self.n_records.saturating_sub(1), weight);
        let word_idx = self.words.idx_of(word);
        if word_idx as usize == self.last.len() {
            self.last.push(0);
        }
        let last = &mut self.last[word_idx as usize];
        let known = last.checked_sub(1).map(|at| at as usize);
        let known = known.map(|at| &mut self.found[at / N_FOUND_AT_ONCE][at % N_FOUND_AT_ONCE].1);
        if let Some(known) = known.filter(|known| known.record_idx() == posting.record_idx()) {
            known.0 = known.0.max(posting.0);
            return;
        }
        if self.n_found.is_multiple_of(N_FOUND_AT_ONCE) {
            self.found.push(Vec::with_capacity(N_FOUND_AT_ONCE));
        }
        if let Some(piece) = self.found.last_mut() {
            piece.push((word_idx, posting));
        }
        self.n_found += 1;
        *last = self.n_found as u32;
    }

    /// Sorts about `n_most` words one step further; whether all are in order.
    pub fn sort(&mut self, n_most: usize) -> bool {
        let words = &self.words;
        let order = self.order.get_or_insert_with(|| Sorting::of((0..words.len() as u32).collect()));
        order.advance(n_most, &|a, b| words.name(a).cmp(words.name(b)))
    }

    /// Does the next half of the rest, once the words are in order, for records of which the places are given; whether
    /// it was the last.
    pub fn lay_out(&mut self, places: &[u32]) -> bool {
        let Some(order) = &self.order else { return true };
        if self.index.n_records < places.len() {
            self.index.n_records = places.len();
            self.index.vocabulary =
                Vocabulary::of_sorted(order.order().iter().map(|idx| self.words.name(*idx as usize)));
            self.words = Names::default();
            return false;
        }
        let mut ends = vec![0; self.last.len()];
        for (word_idx, _) in self.found.iter().flatten() {
            ends[*word_idx as usize] += 1;
        }
        let mut n_before = 0;
        for word_idx in order.order() {
            // Where the word's postings begin; each of them moves it on, to where they end.
            let n_own = std::mem::replace(&mut ends[*word_idx as usize], n_before);
            n_before += n_own;
        }
        let mut postings = vec![Posting(0); self.n_found];
        for (word_idx, posting) in std::mem::take(&mut self.found).into_iter().flatten() {
            let end = &mut ends[word_idx as usize];
            postings[*end as usize] = posting.at(places[posting.record_idx() as usize]);
            *end += 1;
        }
        self.index.postings = postings;
        self.index.posting_ends = order.order().iter().map(|word_idx| ends[*word_idx as usize]).collect();
        true
    }

    pub fn finish(self) -> WordIndex {
        self.index
    }
}
