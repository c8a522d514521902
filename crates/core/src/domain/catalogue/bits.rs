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

    /// All indices.
    pub(super) fn all(n: usize) -> Self {
        let mut words = vec![u64::MAX; n.div_ceil(64)];
        if let (Some(last), 1..) = (words.last_mut(), n % 64) {
            *last = (1 << (n % 64)) - 1;
        }
        Self { words }
    }

    /// The indices of the items that satisfy `is_in`.
    pub(super) fn of<T>(items: &[T], is_in: impl Fn(&T) -> bool) -> Self {
        let word = |chunk: &[T]| {
            chunk.iter().enumerate().fold(0, |word, (at, item)| word | u64::from(is_in(item)) << at)
        };
        Self { words: items.chunks(64).map(word).collect() }
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

    /// How many numbers of 64 bits it takes.
    pub(super) fn n_words(&self) -> usize {
        self.words.len()
    }

    /// Visits every index, the least first.
    pub(super) fn each(&self, mut visit: impl FnMut(usize)) {
        for (at, &word) in self.words.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                visit(at * 64 + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }

    /// Without what the other has.
    pub(super) fn without(mut self, other: &Self) -> Self {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
        self
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
        let numbers: Vec<usize> = (0..130).collect();
        let multiples = |n: usize| Bits::of(&numbers, |number| number.is_multiple_of(n));
        let (even, third) = (multiples(2), multiples(3));
        assert_eq!((multiples(1), Bits::all(128).len()), (Bits::all(130), 128));
        let mut both = even.clone();
        both.intersect(&third);
        assert_eq!(both, multiples(6));
        assert_eq!((both.len(), even.n_common(&third)), (22, 22));
        both.unite(&even);
        assert_eq!(both, even);
        assert!(both.contains(128) && !both.contains(129));
        let mut odd = Vec::new();
        multiples(1).without(&even).each(|idx| odd.push(idx));
        assert!(odd.into_iter().eq((1..130).step_by(2)));
    }
}
