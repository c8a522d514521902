//! The catalogue: one index over all records that answers a query with hits and a count for every option.
//!
//! Built once at load and never changed. It holds a set of records for every value of every facet, a folded word index,
//! and the records in order of date and of name, so that a query is a few walks over bits and lists: it is made for
//! 100,000 records. It knows records by index alone; what they are is in the digest.

mod bits;
mod builder;
mod entry;
mod facet;
mod filter;
mod query;
mod typo;
mod words;

use std::sync::Arc;

pub use builder::Builder;
pub use entry::{Entry, Field};
pub use facet::{Facet, FacetValue};
pub use filter::Filter;
pub use query::{Answer, Query, Sort};

use super::brief::Brief;
use super::messages::Messages;
use super::partnership::Partnership;
use bits::Bits;
use words::WordIndex;

/// The index over all records.
#[derive(Debug, Clone)]
pub struct Catalogue {
    counted: Bits,
    /// The records with each value, by facet.
    values: Vec<Vec<Bits>>,
    by_name: Vec<u32>,
    /// Newest first, by name among equals, undated last.
    by_newest: Vec<u32>,
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
        let mut counts = Vec::new();
        for &facet in Facet::ALL {
            let mut base = if query.filter.narrows(facet) { narrowed_but(Some(facet)) } else { hits.clone() };
            base.intersect(&self.counted);
            let of_values = self.values[facet as usize].iter();
            counts.push(of_values.map(|value| value.n_common(&base) as u32).collect());
        }
        let ordered = self.ordered(&hits, query.sort, scores.as_deref());
        let (counted, others) = ordered.into_iter().partition(|idx| self.counted.contains(*idx as usize));
        Answer::new(counted, others, counts, query.filter)
    }

    fn these(&self, indices: &[u32]) -> Bits {
        let mut bits = Bits::none(self.n_records());
        for &idx in indices.iter().filter(|idx| (**idx as usize) < self.n_records()) {
            bits.insert(idx as usize);
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
        let order = if sort == Sort::Name { &self.by_name } else { &self.by_newest };
        let mut ordered = Vec::with_capacity(hits.len());
        ordered.extend(order.iter().copied().filter(|idx| hits.contains(*idx as usize)));
        match scores {
            Some(scores) if sort == Sort::Relevance => best_first(&ordered, scores),
            _ => ordered,
        }
    }
}

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
