//! The catalogue: one index over all records that answers a query with hits and a count for every option.
//!
//! Built once at load and never changed. It holds a set of records for every value of every facet, a folded word index,
//! and the records in order of name, so that a query is a few walks over bits and lists: it is made for 100,000 records.
//! What walks is `atlas-index`, compiled for speed; here is what is asked of it.
//! Within, a record is its place among the newest first, so that sets are in order as they are; outside it is its index
//! in the digest, where one finds what it is.

mod builder;
mod entry;
mod facet;
mod filter;
mod hits;
mod query;

use std::ops::Range;
use std::sync::Arc;

use atlas_index::{Bits, Scores, ValueSets, WordIndex};

pub use builder::{Builder, Finishing};
pub use entry::{Entry, Field};
use facet::N_VALUES;
pub use facet::{Facet, FacetValue};
pub use filter::Filter;
pub use hits::Hits;
pub use query::{Answer, Query, Sort};

use super::brief::Brief;
use super::fold::{QueryTerm, query_terms};
use super::messages::Messages;
use super::partnership::Partnership;

/// The index over all records.
#[derive(Debug, Clone)]
pub struct Catalogue {
    counted: Bits,
    values: ValueSets,
    /// The places of the records, by name.
    by_name: Vec<u32>,
    /// The indices of the records: newest first, by name among equals, undated last.
    by_newest: Arc<Vec<u32>>,
    /// The place of each record, by its index.
    places: Vec<u32>,
    words: WordIndex,
}

/// What narrows a result, one for all that match the text and one for each facet with chosen values.
struct Narrowed {
    found: Option<Bits>,
    by_facet: Vec<(Facet, Vec<usize>, Bits)>,
}

impl Narrowed {
    /// All that narrows but the choices in one facet.
    fn but(&self, own: Option<Facet>) -> impl Iterator<Item = &(Facet, Vec<usize>, Bits)> {
        self.by_facet.iter().filter(move |(facet, ..)| Some(*facet) != own)
    }
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
        let scores = self.scores(&query.text);
        let mut found = scores.as_ref().map(Scores::matching);
        if let Some(only) = query.only.as_ref().map(|only| self.these(only)) {
            found = Some(found.into_iter().fold(only, |only, found| met(only, &found)));
        }
        let with_any = |facet: Facet| {
            let chosen: Vec<usize> = query.filter.values_of(facet).map(FacetValue::number).collect();
            let bits = self.values.with_any(&chosen);
            (facet, chosen, bits)
        };
        let narrowing = Facet::ALL.iter().copied().filter(|facet| query.filter.narrows(*facet));
        let narrowed = Narrowed { found, by_facet: narrowing.map(with_any).collect() };
        let hits = self.hits(&narrowed, None);
        let counted = met(hits.clone(), &self.counted);
        let mut others = hits;
        others.subtract(&self.counted);

        let mut counts = vec![0; N_VALUES];
        let free = Facet::ALL.iter().filter(|facet| !query.filter.narrows(**facet));
        self.count(
            &narrowed,
            None,
            Some(&counted),
            &free.map(|it| it.numbers()).collect::<Vec<_>>(),
            &mut counts,
        );
        for (facet, ..) in &narrowed.by_facet {
            self.count(&narrowed, Some(*facet), None, &[facet.numbers()], &mut counts);
        }
        let ordered = |hits: Bits| self.ordered(hits, query.sort, scores.as_ref());
        Answer::new(ordered(counted), ordered(others), counts, query.filter)
    }

    /// What a facet's options count, or those of all facets that do not narrow: `counted` are the records then, if known.
    fn count(
        &self,
        narrowed: &Narrowed,
        own: Option<Facet>,
        counted: Option<&Bits>,
        wanted: &[Range<usize>],
        counts: &mut [u32],
    ) {
        let others: Vec<_> = narrowed.but(own).map(|(_, chosen, _)| chosen.as_slice()).collect();
        let known = if narrowed.found.is_none() { self.values.known_counts(&others) } else { None };
        if let Some(known) = known {
            for values in wanted {
                counts[values.clone()].copy_from_slice(&known[values.clone()]);
            }
        } else if let Some(counted) = counted {
            self.values.count(counted, wanted, counts);
        } else {
            self.values.count(&met(self.hits(narrowed, own), &self.counted), wanted, counts);
        }
    }

    /// What is left, without regard to the choices in one facet.
    fn hits(&self, narrowed: &Narrowed, own: Option<Facet>) -> Bits {
        let mut sets = narrowed.found.iter().chain(narrowed.but(own).map(|(.., bits)| bits));
        let first = sets.next().cloned().unwrap_or_else(|| Bits::all(self.n_records()));
        sets.fold(first, met)
    }

    /// How well each record meets the text; `None` for a text without words, which every record meets.
    fn scores(&self, text: &str) -> Option<Scores> {
        let terms = query_terms(text);
        let mut scores = terms.iter().map(|term| self.scores_of_term(term));
        let first = scores.next()?;
        Some(scores.fold(first, |mut sum, scores| (sum.add(&scores), sum).1))
    }

    fn scores_of_term(&self, term: &QueryTerm) -> Scores {
        let mut all = self.words.scores(term.parts.first().map_or(&[], Vec::as_slice));
        for part in term.parts.iter().skip(1) {
            all.lessen(&self.words.scores(part));
        }
        if !term.joined.is_empty() {
            all.raise_to(&self.words.scores(&term.joined));
        }
        all
    }

    fn these(&self, indices: &[u32]) -> Bits {
        let mut bits = Bits::none(self.n_records());
        for &idx in indices.iter().filter(|idx| (**idx as usize) < self.n_records()) {
            bits.insert(self.places[idx as usize] as usize);
        }
        bits
    }

    fn ordered(&self, hits: Bits, sort: Sort, scores: Option<&Scores>) -> Hits {
        match (sort, scores) {
            (Sort::Name, _) => Hits::other(hits.of_list(&self.by_name), &self.by_newest),
            (Sort::Relevance, Some(scores)) => Hits::other(scores.best_first(&hits), &self.by_newest),
            _ => Hits::newest(hits, &self.by_newest),
        }
    }
}

fn met(mut bits: Bits, others: &Bits) -> Bits {
    bits.intersect(others);
    bits
}

#[cfg(test)]
mod tests;
