//! The catalogue: one index over all records that answers a query with hits and a count for every option.
//!
//! Built once at load and never changed. It holds a set of records for every value of every facet, a folded word index,
//! and the records in order of name, so that a query is a few walks over bits and lists: it is made for 100,000 records.
//! Within, a record is its place among the newest first, so that sets are in order as they are; outside it is its index
//! in the digest, where one finds what it is.

mod bits;
mod builder;
mod entry;
mod facet;
mod filter;
mod query;
mod rows;
mod typo;
mod words;

use std::sync::Arc;

pub use builder::{Builder, Finishing};
pub use entry::{Entry, Field};
pub use facet::{Facet, FacetValue};
pub use filter::Filter;
pub use query::{Answer, Query, Sort};

use super::brief::Brief;
use super::messages::Messages;
use super::partnership::Partnership;
use bits::Bits;
use rows::{Rows, first_numbers};
use words::WordIndex;

/// The index over all records.
#[derive(Debug, Clone)]
pub struct Catalogue {
    counted: Bits,
    /// The records with each value, by facet.
    values: Vec<Vec<Bits>>,
    /// The places of the records, by name.
    by_name: Vec<u32>,
    /// The indices of the records: newest first, by name among equals, undated last.
    by_newest: Vec<u32>,
    /// The place of each record, by its index.
    places: Vec<u32>,
    /// The values of each record, by its index.
    rows: Rows,
    words: WordIndex,
}

impl Catalogue {
    /// Indexes records with English labels, sorted by their English names.
    pub fn of(briefs: &[Arc<Brief>]) -> Self {
        Self::in_languages(briefs, &[], &[&Messages::english()])
    }

    /// Indexes records: found by the labels of all `languages`, sorted by their names in the first. The same records in
    /// detail, where they are known, are found by their aliases and summaries too.
    pub fn in_languages(
        briefs: &[Arc<Brief>],
        details: &[Arc<Partnership>],
        languages: &[&Messages],
    ) -> Self {
        let mut builder = Builder::default();
        for (idx, brief) in briefs.iter().enumerate() {
            builder.push(Entry::of(brief, details.get(idx).map(AsRef::as_ref), languages));
        }
        builder.finish()
    }

    /// How many records there are, counted or not.
    pub fn n_records(&self) -> usize {
        self.by_name.len()
    }

    /// Answers a query.
    ///
    /// A record is a hit if it has every word of the text (the beginning of a word is enough) and, in every facet
    /// with chosen values, one of them. The count of an option is how many partnerships the result would hold with
    /// that option alone chosen in its facet: all else applies, the choices in its own facet do not.
    pub fn answer(&self, query: &Query) -> Answer {
        let scores = self.words.scores(&query.text);
        let mut found = match &scores {
            Some(scores) => Bits::of(scores, |score| *score > 0),
            None => Bits::all(self.n_records()),
        };
        if let Some(only) = &query.only {
            found.intersect(&self.these(only));
        }
        let narrowed: Vec<Option<Bits>> =
            Facet::ALL.iter().map(|facet| self.with_any(*facet, query.filter.bits(*facet))).collect();
        let narrowed_but = |own: Option<Facet>| {
            let mut bits = found.clone();
            for (facet, narrowed) in Facet::ALL.iter().zip(&narrowed) {
                if let Some(narrowed) = narrowed.as_ref().filter(|_| Some(*facet) != own) {
                    bits.intersect(narrowed);
                }
            }
            bits
        };
        let hits = narrowed_but(None);
        let mut counted = hits.clone();
        counted.intersect(&self.counted);
        let mut counts = self.counts(&counted, |facet| !query.filter.narrows(facet));
        for &facet in Facet::ALL.iter().filter(|facet| query.filter.narrows(**facet)) {
            let mut base = narrowed_but(Some(facet));
            base.intersect(&self.counted);
            counts[facet as usize] =
                std::mem::take(&mut self.counts(&base, |it| it == facet)[facet as usize]);
        }
        let others = hits.without(&self.counted);
        let ordered = |hits: &Bits| self.ordered(hits, query.sort, scores.as_deref());
        Answer::new(ordered(&counted), ordered(&others), counts, query.filter)
    }

    /// How many of `base` have each value, by facet; of the facets that are not wanted none is counted.
    fn counts(&self, base: &Bits, is_wanted: impl Fn(Facet) -> bool) -> Vec<Vec<u32>> {
        let of_values = || self.values.iter().zip(Facet::ALL).filter(|(_, facet)| is_wanted(**facet));
        let n_bit_words: usize = of_values().flat_map(|(values, _)| values).map(Bits::n_words).sum();
        if base.len() * BIT_WORDS_PER_ROW > n_bit_words {
            let count = |values: &Vec<Bits>| values.iter().map(|value| value.n_common(base) as u32).collect();
            let all = self.values.iter().zip(Facet::ALL);
            return all
                .map(|(values, facet)| if is_wanted(*facet) { count(values) } else { Vec::new() })
                .collect();
        }
        let mut numbers = [0; 256];
        base.each(|place| {
            for number in self.rows.row(self.by_newest[place] as usize) {
                numbers[usize::from(*number)] += 1;
            }
        });
        first_numbers().map(|(facet, first)| numbers[first..first + facet.n_values()].to_vec()).collect()
    }

    fn these(&self, indices: &[u32]) -> Bits {
        let mut bits = Bits::none(self.n_records());
        for &idx in indices.iter().filter(|idx| (**idx as usize) < self.n_records()) {
            bits.insert(self.places[idx as usize] as usize);
        }
        bits
    }

    /// The records with any of the chosen values; `None` if none is chosen.
    fn with_any(&self, facet: Facet, chosen: u64) -> Option<Bits> {
        (chosen != 0).then(|| {
            let mut any = Bits::none(self.n_records());
            for (idx, bits) in self.values[facet as usize].iter().enumerate() {
                if chosen >> idx & 1 == 1 {
                    any.unite(bits);
                }
            }
            any
        })
    }

    fn ordered(&self, hits: &Bits, sort: Sort, scores: Option<&[u16]>) -> Vec<u32> {
        let mut ordered = Vec::with_capacity(hits.len());
        if sort == Sort::Name {
            ordered.extend(self.by_name.iter().copied().filter(|place| hits.contains(*place as usize)));
        } else {
            hits.each(|place| ordered.push(place as u32));
        }
        if let Some(scores) = scores.filter(|_| sort == Sort::Relevance) {
            ordered = best_first(&ordered, scores);
        }
        for place in &mut ordered {
            *place = self.by_newest[*place as usize];
        }
        ordered
    }
}

/// To count a row takes about as long as to count this many numbers of 64 bits.
const BIT_WORDS_PER_ROW: usize = 16;

/// Sorts by score, keeping the order of equals: a counting sort, since scores are few.
fn best_first(hits: &[u32], scores: &[u16]) -> Vec<u32> {
    let score = |idx: &u32| usize::from(scores[*idx as usize]);
    let best = hits.iter().map(score).max().unwrap_or(0);
    let mut starts = vec![0; best + 2];
    for idx in hits {
        starts[best - score(idx) + 1] += 1;
    }
    for rank in 1..starts.len() {
        starts[rank] += starts[rank - 1];
    }
    let mut sorted = vec![0; hits.len()];
    for idx in hits {
        let start: &mut usize = &mut starts[best - score(idx)];
        sorted[*start] = *idx;
        *start += 1;
    }
    sorted
}

#[cfg(test)]
mod tests;
