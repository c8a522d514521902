//! Sets of records as bits: 100,000 records are 12.5 kB, and a set operation is a walk over that.

/// A set of numbers below a fixed one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set.
    pub fn none(n: usize) -> Self {
        Self { words: vec![0; n.div_ceil(64)] }
    }

    /// All numbers below `n`.
    pub fn all(n: usize) -> Self {
        let mut words = vec![u64::MAX; n.div_ceil(64)];
        if let (Some(last), 1..) = (words.last_mut(), n % 64) {
            *last = (1 << (n % 64)) - 1;
        }
        Self { words }
    }

    pub fn insert(&mut self, idx: usize) {
        self.words[idx / 64] |= 1 << (idx % 64);
    }

    pub fn contains(&self, idx: usize) -> bool {
        self.words[idx / 64] >> (idx % 64) & 1 == 1
    }

    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// How many numbers of 64 bits it takes.
    pub(crate) fn n_words(&self) -> usize {
        self.words.len()
    }

    /// Visits each of its numbers, the least first.
    pub(crate) fn each(&self, mut visit: impl FnMut(usize)) {
        for (at, &word) in self.words.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                visit(at * 64 + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }

    /// What `list` has at each of its numbers, of the least ones at most `n_most`.
    pub fn pick(&self, list: &[u32], n_most: usize) -> Vec<u32> {
        let mut picked = Vec::with_capacity(n_most.min(self.len()));
        for (at, &word) in self.words.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                if picked.len() == n_most {
                    return picked;
                }
                picked.push(list[at * 64 + rest.trailing_zeros() as usize]);
                rest &= rest - 1;
            }
        }
        picked
    }

    /// Those of a list that it has, in the order of the list.
    pub fn of_list(&self, list: &[u32]) -> Vec<u32> {
        list.iter().copied().filter(|idx| self.contains(*idx as usize)).collect()
    }

    /// Takes out what the other has.
    pub fn subtract(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    pub fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    pub fn unite(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// How many the two have in common.
    pub fn n_common(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_meet_and_unite() {
        let multiples = |n: usize| {
            let mut bits = Bits::none(130);
            (0..130).step_by(n).for_each(|idx| bits.insert(idx));
            bits
        };
        let (even, third) = (multiples(2), multiples(3));
        assert_eq!((multiples(1), Bits::all(128).len()), (Bits::all(130), 128));
        let mut both = even.clone();
        both.intersect(&third);
        assert_eq!(both, multiples(6));
        assert_eq!((both.len(), even.n_common(&third)), (22, 22));
        both.unite(&even);
        assert_eq!(both, even);
        assert!(both.contains(128) && !both.contains(129));
        let (mut odd, mut numbers) = (multiples(1), Vec::new());
        odd.subtract(&even);
        odd.each(|idx| numbers.push(idx));
        assert!(numbers.into_iter().eq((1..130).step_by(2)) && !odd.is_empty() && Bits::none(130).is_empty());
    }

    #[test]
    fn a_list_is_picked_from_by_place_and_by_what_it_holds() {
        let mut bits = Bits::none(100);
        for idx in [3, 64, 99] {
            bits.insert(idx);
        }
        let list: Vec<u32> = (0..100).rev().collect();
        assert_eq!(bits.pick(&list, 2), [96, 35]);
        assert_eq!(bits.pick(&list, 9), [96, 35, 0]);
        assert_eq!(bits.of_list(&list), [99, 64, 3]);
    }
}
