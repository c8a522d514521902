//! Sorting by one shared merge sort.
//!
//! The standard library compiles its sort anew, several kilobytes each time, for every type and every order; an
//! app that travels over slow lines sorts everything through this one, which is as fast to within a small factor.

use std::cmp::Ordering;

/// The indices below `n` in this order; equals by index.
pub fn order_by(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut sorting = Sorting::of((0..n as u32).collect());
    while !sorting.advance(usize::MAX, compare) {}
    sorting.order
}

/// A sort of indices that can be done piece by piece, so that a page has its turn in between.
#[derive(Debug, Default)]
pub struct Sorting {
    /// Sorted in runs of `run`.
    order: Vec<u32>,
    /// The runs of twice the length, as far as they are there.
    merged: Vec<u32>,
    run: usize,
    /// What is next of the two runs that are being merged.
    left: usize,
    right: usize,
}

impl Sorting {
    /// Equals keep the order given.
    pub fn of(order: Vec<u32>) -> Self {
        Self { merged: Vec::with_capacity(order.len()), right: 1, order, run: 1, left: 0 }
    }

    /// Takes about `n_most` indices one step further; whether all are in order. The order is to be the same each time.
    pub fn advance(&mut self, n_most: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> bool {
        let n = self.order.len();
        let is_before = |a: Option<&u32>, b: Option<&u32>| {
            a.zip(b).is_none_or(|(a, b)| compare(*a as usize, *b as usize).is_le())
        };
        let mut n_left = n_most;
        while n_left > 0 && self.run < n {
            let start = self.merged.len() / (2 * self.run) * 2 * self.run;
            let (middle, end) = ((start + self.run).min(n), (start + 2 * self.run).min(n));
            if self.merged.len() == start {
                (self.left, self.right) = (start, middle);
                if is_before(self.order.get(middle - 1), self.order.get(middle)) {
                    self.merged.extend_from_slice(&self.order[start..end]);
                }
            }
            let n_now = n_left.min(end - self.merged.len());
            for _ in 0..n_now {
                let from_left = self.left < middle
                    && (self.right == end
                        || is_before(self.order.get(self.left), self.order.get(self.right)));
                let next = if from_left { &mut self.left } else { &mut self.right };
                self.merged.push(self.order[*next]);
                *next += 1;
            }
            n_left -= n_now.max(1).min(n_left);
            if self.merged.len() == n {
                std::mem::swap(&mut self.order, &mut self.merged);
                self.merged.clear();
                self.run *= 2;
            }
        }
        self.run >= n
    }

    /// The indices, in order once they are.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// The indices, in order once they are.
    pub fn into_order(self) -> Vec<u32> {
        self.order
    }
}

/// Sorts in place; equals keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut place_of = places(&order_by(items.len(), &|a, b| compare(&items[a], &items[b])));
    for idx in 0..items.len() {
        while place_of[idx] as usize != idx {
            let place = place_of[idx] as usize;
            items.swap(idx, place);
            place_of.swap(idx, place);
        }
    }
}

/// For each index, where the order has it.
pub fn places(order: &[u32]) -> Vec<u32> {
    let mut place_of = vec![0; order.len()];
    for (place, idx) in order.iter().enumerate() {
        place_of[*idx as usize] = place as u32;
    }
    place_of
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(keys in prop::collection::vec(0..20_u8, 0..70)) {
            let mut items: Vec<_> = keys.into_iter().enumerate().collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(_, key)| *key);
            sort_by(&mut items, |a, b| a.1.cmp(&b.1));
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn in_pieces_it_sorts_as_at_once(
            keys in prop::collection::vec(0..20_u8, 0..70),
            n_most in 1..40_usize,
        ) {
            let compare = |a: usize, b: usize| keys[a].cmp(&keys[b]);
            let mut sorting = Sorting::of((0..keys.len() as u32).collect());
            while !sorting.advance(n_most, &compare) {}
            prop_assert_eq!(sorting.into_order(), order_by(keys.len(), &compare));
        }
    }
}
