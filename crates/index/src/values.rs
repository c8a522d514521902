//! The values of records, each a number below 256: as sets of records, as a row of values for each record, and how many
//! records have three values together.
//!
//! Three ways to the same counts. Where all records are asked about, or those with one value or two, the counts are
//! known; where few, their rows are counted; else the sets.

use std::ops::Range;

use crate::bits::Bits;
use crate::together::Together;

/// The values of records, one row after another.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    numbers: Vec<u8>,
    /// Where the row of each record ends.
    ends: Vec<u32>,
    /// Of the counted ones.
    together: Together,
}

impl Rows {
    /// Takes in the values of the next record, in ascending order.
    pub fn push(&mut self, numbers: impl IntoIterator<Item = u8>, is_counted: bool) {
        let start = self.numbers.len();
        self.numbers.extend(numbers);
        self.ends.push(self.numbers.len() as u32);
        if is_counted {
            self.together.add(&self.numbers[start..]);
        }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn row(&self, idx: usize) -> &[u8] {
        let start = if idx == 0 { 0 } else { self.ends[idx - 1] };
        &self.numbers[start as usize..self.ends[idx] as usize]
    }

    fn in_order(&self, order: &[u32]) -> Self {
        let mut rows = Self {
            numbers: Vec::with_capacity(self.numbers.len()),
            ends: Vec::with_capacity(self.ends.len()),
            together: Together::default(),
        };
        for idx in order {
            rows.numbers.extend_from_slice(self.row(*idx as usize));
            rows.ends.push(rows.numbers.len() as u32);
        }
        rows
    }
}

/// To count a row takes about as long as to count this many numbers of 64 bits.
const BIT_WORDS_PER_ROW: usize = 16;

/// The records with each value.
#[derive(Debug, Clone, Default)]
pub struct ValueSets {
    /// By value; a value that no record has takes no room.
    sets: Vec<Bits>,
    /// With what the counted have together.
    rows: Rows,
}

impl ValueSets {
    /// The values of records in this order: a record is known by its place in it.
    pub fn new(mut rows: Rows, n_values: usize, order: &[u32]) -> Self {
        let together = std::mem::take(&mut rows.together);
        let rows = Rows { together, ..rows.in_order(order) };
        let mut sets = vec![Bits::none(0); n_values];
        for place in 0..rows.len() {
            for number in rows.row(place) {
                let bits = &mut sets[usize::from(*number)];
                if bits.n_words() == 0 {
                    *bits = Bits::none(rows.len());
                }
                bits.insert(place);
            }
        }
        Self { sets, rows }
    }

    /// The records with any of these values.
    pub fn with_any(&self, values: &[usize]) -> Bits {
        let mut any = Bits::none(self.rows.len());
        for value in values {
            any.unite(&self.sets[*value]);
        }
        any
    }

    /// How many of the counted have each value, among those with a chosen value of every list. `None` if that has to be
    /// counted: with more than two lists, or where a record may have two values of one.
    pub fn known_counts(&self, chosen: &[&[usize]]) -> Option<Vec<u32>> {
        let together = &self.rows.together;
        let (first, second) = match *chosen {
            [] => (None, None),
            [first] => (Some(first), None),
            [first, second] => (Some(first), Some(second)),
            _ => return None,
        };
        let is_met_twice = |values: &&[usize]| {
            let pairs =
                values.iter().enumerate().flat_map(|(idx, a)| values[..idx].iter().map(move |b| (*a, *b)));
            pairs.into_iter().any(|(a, b)| together.n_with(a, a, b) > 0)
        };
        if chosen.iter().any(is_met_twice) {
            return None;
        }
        let count = |value: usize| {
            let Some(first) = first else { return together.n_with(value, value, value) };
            let with = |a: usize| match second {
                Some(second) => second.iter().map(|b| together.n_with(a, *b, value)).sum(),
                None => together.n_with(a, a, value),
            };
            first.iter().map(|a| with(*a)).sum::<u32>()
        };
        Some((0..self.sets.len()).map(count).collect())
    }

    /// Counts how many of `base` have each of the wanted values into their places in `counts`.
    pub fn count(&self, base: &Bits, wanted: &[Range<usize>], counts: &mut [u32]) {
        let n_bit_words: usize = wanted.iter().cloned().flatten().map(|it| self.sets[it].n_words()).sum();
        if base.len() * BIT_WORDS_PER_ROW > n_bit_words {
            for value in wanted.iter().cloned().flatten() {
                counts[value] = self.sets[value].n_common(base) as u32;
            }
            return;
        }
        let mut numbers = [0; 256];
        base.each(|place| {
            for number in self.rows.row(place) {
                numbers[usize::from(*number)] += 1;
            }
        });
        for values in wanted {
            counts[values.clone()].copy_from_slice(&numbers[values.clone()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const N_VALUES: usize = 9;

    fn plain(rows: &[Vec<u8>], is_in: impl Fn(usize) -> bool, value: usize) -> u32 {
        (0..rows.len()).filter(|at| is_in(*at) && rows[*at].contains(&(value as u8))).count() as u32
    }

    proptest! {
        #[test]
        fn known_counts_and_counted_ones_are_those_of_a_plain_loop(
            rows in prop::collection::vec(prop::collection::btree_set(0..N_VALUES as u8, 0..4), 1..90),
            is_counted in prop::collection::vec(any::<bool>(), 90),
            is_base in prop::collection::vec(any::<bool>(), 90),
            lists in prop::collection::vec(prop::collection::btree_set(0..N_VALUES, 1..4), 0..4),
        ) {
            let rows: Vec<Vec<u8>> = rows.into_iter().map(|row| row.into_iter().collect()).collect();
            let bits = |is_in: &[bool]| {
                let mut bits = Bits::none(rows.len());
                (0..rows.len()).filter(|at| is_in[*at]).for_each(|at| bits.insert(at));
                bits
            };
            let mut taken = Rows::default();
            for (row, is_counted) in rows.iter().zip(&is_counted).rev() {
                taken.push(row.iter().copied(), *is_counted);
            }
            let order: Vec<u32> = (0..rows.len() as u32).rev().collect();
            let sets = ValueSets::new(taken, N_VALUES, &order);
            let lists: Vec<Vec<usize>> = lists.into_iter().map(|list| list.into_iter().collect()).collect();
            let n_of = |at: usize, list: &[usize]| list.iter().filter(|it| rows[at].contains(&(**it as u8))).count();
            let has_all = |at: usize| lists.iter().all(|list| n_of(at, list) > 0);
            if let Some(counts) = sets.known_counts(&lists.iter().map(Vec::as_slice).collect::<Vec<_>>()) {
                for (value, count) in counts.into_iter().enumerate() {
                    prop_assert_eq!(count, plain(&rows, |at| is_counted[at] && has_all(at), value));
                }
            } else {
                let has_two = |at: usize| lists.iter().any(|list| n_of(at, list) > 1);
                prop_assert!(lists.len() > 2 || (0..rows.len()).any(|at| is_counted[at] && has_two(at)));
            }
            let mut counts = [0; N_VALUES];
            sets.count(&bits(&is_base), &[0..3, 5..N_VALUES], &mut counts);
            for (value, count) in counts.into_iter().enumerate() {
                let expected = if (3..5).contains(&value) { 0 } else { plain(&rows, |at| is_base[at], value) };
                prop_assert_eq!(count, expected);
            }
            for list in &lists {
                let any = sets.with_any(list);
                prop_assert!((0..rows.len()).all(|at| any.contains(at) == (n_of(at, list) > 0)));
            }
        }
    }
}
