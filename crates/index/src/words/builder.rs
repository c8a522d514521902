//! Makes the word index: takes in records one by one, and is then done piece by piece.

use super::{Posting, Vocabulary, WordIndex};
use crate::names::Names;
use crate::order::Sorting;

/// Takes in records one by one, and is then made an index piece by piece.
#[derive(Debug, Default)]
pub struct WordIndexBuilder {
    words: Names,
    /// The words of each record, one record after another: the number of a word, and the weight, as in a posting.
    found: Vec<Posting>,
    /// Where those of each record begin.
    starts: Vec<u32>,
    /// For each word, behind the last place in `found` where it is.
    last: Vec<u32>,
    /// The words in order.
    order: Option<Sorting>,
    index: WordIndex,
}

impl WordIndexBuilder {
    /// Begins the next record.
    pub fn begin(&mut self) {
        self.starts.push(self.found.len() as u32);
    }

    /// Takes in a word of the record that was begun last.
    pub fn add(&mut self, word: &str, weight: u8) {
        let word_idx = self.words.idx_of(word);
        if word_idx as usize == self.last.len() {
            self.last.push(0);
        }
        let found = Posting::new(word_idx, weight);
        let last = &mut self.last[word_idx as usize];
        if *last > self.starts.last().copied().unwrap_or(0) {
            let known = &mut self.found[*last as usize - 1];
            known.0 = known.0.max(found.0);
        } else {
            self.found.push(found);
            *last = self.found.len() as u32;
        }
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
            let words = std::mem::take(&mut self.words).into_texts();
            let sorted = order.order().iter().map(|idx| words.get(*idx as usize));
            self.index.vocabulary = Vocabulary::of_sorted(sorted);
            return false;
        }
        let mut ends = std::mem::take(&mut self.last);
        ends.fill(0);
        for found in &self.found {
            ends[found.idx() as usize] += 1;
        }
        let mut n_before = 0;
        for word_idx in order.order() {
            // Where the word's postings begin; each of them moves it on, to where they end.
            let n_own = std::mem::replace(&mut ends[*word_idx as usize], n_before);
            n_before += n_own;
        }
        let mut postings = vec![Posting(0); self.found.len()];
        for (record_idx, start) in self.starts.iter().enumerate() {
            let end = self.starts.get(record_idx + 1).map_or(self.found.len(), |end| *end as usize);
            for found in &self.found[*start as usize..end] {
                let end = &mut ends[found.idx() as usize];
                postings[*end as usize] = Posting::new(places[record_idx], found.weight());
                *end += 1;
            }
        }
        self.index.postings = postings;
        self.index.posting_ends = order.order().iter().map(|word_idx| ends[*word_idx as usize]).collect();
        true
    }

    pub fn finish(self) -> WordIndex {
        self.index
    }
}
