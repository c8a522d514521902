//! The values of records, each a number below 256: as sets of records, as a row of values for each record, and how many
//! records have two values together.
//!
//! Three ways to the same counts. Where all records are asked about, or those with one value, the counts are known;
//! where few, their rows are counted; else the sets.

use std::ops::Range;

use crate::bits::Bits;

/// The values of records, one row after another.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    numbers: Vec<u8>,
    /// Where the row of each record ends.
    ends: Vec<u32>,
}

impl Rows {
    /// Takes in the values of the next record.
    pub fn push(&mut self, numbers: impl IntoIterator<Item = u8>) {
        self.numbers.extend(numbers);
        self.ends.push(self.numbers.len() as u32);
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
    rows: Rows,
    /// For each value a row of how many of the counted have it and each other; then a row of how many have each at all.
    together: Vec<u32>,
}

impl ValueSets {
    /// The values of records in this order: a record is known by its place in it. `counted` are places.
    pub fn new(rows: &Rows, n_values: usize, order: &[u32], counted: &Bits) -> Self {
        let rows = rows.in_order(order);
        let mut sets = vec![Bits::none(0); n_values];
        let mut together = vec![0; (n_values + 1) * n_values];
        for place in 0..rows.len() {
            let row = rows.row(place);
            for number in row {
                let bits = &mut sets[usize::from(*number)];
                if bits.n_words() == 0 {
                    *bits = Bits::none(rows.len());
                }
                bits.insert(place);
            }
            if counted.contains(place) {
                for first in row.iter().map(|number| usize::from(*number)).chain([n_values]) {
                    let counts = &mut together[first * n_values..][..n_values];
                    for second in row {
                        counts[usize::from(*second)] += 1;
                    }
                }
            }
        }
        Self { sets, rows, together }
    }

    /// The records with any of these values.
    pub fn with_any(&self, values: &[usize]) -> Bits {
        let mut any = Bits::none(self.rows.len());
        for value in values {
            any.unite(&self.sets[*value]);
        }
        any
    }

    /// How many of the counted have each value, among those with any of the chosen values, or among all if none is
    /// chosen. `None` if that has to be counted: where a record may have two of the chosen values.
    pub fn known_counts(&self, chosen: &[usize]) -> Option<Vec<u32>> {
        let counts_with = |value: usize| &self.together[value * self.sets.len()..][..self.sets.len()];
        let Some((first, others)) = chosen.split_first() else {
            return Some(counts_with(self.sets.len()).to_vec());
        };
        let mut counts = counts_with(*first).to_vec();
        for (idx, value) in others.iter().enumerate() {
            let of_value = counts_with(*value);
            if chosen[..=idx].iter().any(|before| of_value[*before] > 0) {
                return None;
            }
            counts.iter_mut().zip(of_value).for_each(|(sum, count)| *sum += count);
        }
        Some(counts)
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
            chosen in prop::collection::btree_set(0..N_VALUES, 0..4),
        ) {
            let rows: Vec<Vec<u8>> = rows.into_iter().map(|row| row.into_iter().collect()).collect();
            let bits = |is_in: &[bool]| {
                let mut bits = Bits::none(rows.len());
                (0..rows.len()).filter(|at| is_in[*at]).for_each(|at| bits.insert(at));
                bits
            };
            let mut taken = Rows::default();
            rows.iter().rev().for_each(|row| taken.push(row.iter().copied()));
            let order: Vec<u32> = (0..rows.len() as u32).rev().collect();
            let sets = ValueSets::new(&taken, N_VALUES, &order, &bits(&is_counted));
            let chosen: Vec<usize> = chosen.into_iter().collect();
            let has_any = |at: usize| {
                chosen.is_empty() || chosen.iter().any(|value| rows[at].contains(&(*value as u8)))
            };
            if let Some(counts) = sets.known_counts(&chosen) {
                for (value, count) in counts.into_iter().enumerate() {
                    prop_assert_eq!(count, plain(&rows, |at| is_counted[at] && has_any(at), value));
                }
            } else {
                prop_assert!(chosen.len() > 1);
            }
            let mut counts = [0; N_VALUES];
            sets.count(&bits(&is_base), &[0..3, 5..N_VALUES], &mut counts);
            for (value, count) in counts.into_iter().enumerate() {
                let expected = if (3..5).contains(&value) { 0 } else { plain(&rows, |at| is_base[at], value) };
                prop_assert_eq!(count, expected);
            }
            let any = sets.with_any(&chosen);
            prop_assert!((0..rows.len()).all(|at| any.contains(at) == (!chosen.is_empty() && has_any(at))));
        }
    }
}
