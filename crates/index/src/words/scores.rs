//! How well records meet a text.

use super::{Posting, Quality, score};
use crate::bits::Bits;

/// A score for every record by its place: 0 for one that does not match, else more for a better match.
#[derive(Debug, Clone)]
pub struct Scores(Vec<u16>);

impl Scores {
    pub(super) fn none(n_records: usize) -> Self {
        Self(vec![0; n_records])
    }

    pub(super) fn raise(&mut self, postings: &[Posting], quality: Quality) {
        for posting in postings {
            let place = &mut self.0[posting.idx() as usize];
            *place = (*place).max(u16::from(score(quality, posting.weight())));
        }
    }

    /// Of the records that match both, the sum.
    pub fn add(&mut self, others: &Self) {
        for (score, other) in self.0.iter_mut().zip(&others.0) {
            *score = if *score == 0 || *other == 0 { 0 } else { score.saturating_add(*other) };
        }
    }

    /// Of the records that match both, the lesser one.
    pub fn lessen(&mut self, others: &Self) {
        for (score, other) in self.0.iter_mut().zip(&others.0) {
            *score = (*score).min(*other);
        }
    }

    /// Of the records that match either, the greater one.
    pub fn raise_to(&mut self, others: &Self) {
        for (score, other) in self.0.iter_mut().zip(&others.0) {
            *score = (*score).max(*other);
        }
    }

    /// The records that match.
    pub fn matching(&self) -> Bits {
        let mut bits = Bits::none(self.0.len());
        for (place, score) in self.0.iter().enumerate() {
            if *score > 0 {
                bits.insert(place);
            }
        }
        bits
    }

    /// The places of a set, by score, those of equals in order: a counting sort, since scores are few.
    pub fn best_first(&self, hits: &Bits) -> Vec<u32> {
        let score = |place: usize| usize::from(self.0[place]);
        let mut best = 0;
        hits.each(|place| best = best.max(score(place)));
        let mut starts = vec![0; best + 2];
        hits.each(|place| starts[best - score(place) + 1] += 1);
        for rank in 1..starts.len() {
            starts[rank] += starts[rank - 1];
        }
        let mut sorted = vec![0; starts.last().copied().unwrap_or(0)];
        hits.each(|place| {
            let start: &mut usize = &mut starts[best - score(place)];
            sorted[*start] = place as u32;
            *start += 1;
        });
        sorted
    }
}
