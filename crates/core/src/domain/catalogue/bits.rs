//! Sets of records as bits: 100,000 records are 12.5 kB, and a set operation is a walk over that.

/// A set of record indices below a fixed number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set.
    pub(super) fn none(n: usize) -> Self {
        Self { words: vec![0; n.div_ceil(64)] }
    }

    /// The set of all indices that satisfy `is_in`.
    pub(super) fn of(n: usize, is_in: impl Fn(usize) -> bool) -> Self {
        let mut bits = Self::none(n);
        for idx in (0..n).filter(|idx| is_in(*idx)) {
            bits.insert(idx);
        }
        bits
    }

    pub(super) fn insert(&mut self, idx: usize) {
        self.words[idx / 64] |= 1 << (idx % 64);
    }

    pub(super) fn contains(&self, idx: usize) -> bool {
        self.words[idx / 64] >> (idx % 64) & 1 == 1
    }

    pub(super) fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(super) fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    pub(super) fn unite(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// How many the two have in common.
    pub(super) fn n_common(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_meet_and_unite() {
        let (even, third) = (Bits::of(130, |idx| idx % 2 == 0), Bits::of(130, |idx| idx % 3 == 0));
        let mut both = even.clone();
        both.intersect(&third);
        assert_eq!(both, Bits::of(130, |idx| idx % 6 == 0));
        assert_eq!((both.len(), even.n_common(&third)), (22, 22));
        both.unite(&even);
        assert_eq!(both, even);
        assert!(both.contains(128) && !both.contains(129));
    }
}
