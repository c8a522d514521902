//! How many records have three values together: counted once, while the records come in, and never again.

/// The number of records with any three values. With the same value twice it is that of two values, and thrice of one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Together {
    /// By the place of three values in the order of their greatest, then the next, then the least.
    counts: Vec<u32>,
}

impl Together {
    /// Takes in the values of a record, in ascending order.
    pub(crate) fn add(&mut self, row: &[u8]) {
        let Some(last) = row.last() else { return };
        let n_places = place_of_greatest(usize::from(*last) + 1);
        if self.counts.len() < n_places {
            // No more than that: there is no greater value soon.
            self.counts.reserve_exact(n_places - self.counts.len());
            self.counts.resize(n_places, 0);
        }
        for (n_next, greatest) in row.iter().enumerate() {
            let of_greatest = place_of_greatest(usize::from(*greatest));
            for (n_least, next) in row[..=n_next].iter().enumerate() {
                let of_next = of_greatest + place_of_next(usize::from(*next));
                for least in &row[..=n_least] {
                    self.counts[of_next + usize::from(*least)] += 1;
                }
            }
        }
    }

    /// How many records have these values.
    pub(crate) fn n_with(&self, a: usize, b: usize, c: usize) -> u32 {
        let (least, greatest) = (a.min(b).min(c), a.max(b).max(c));
        let next = a + b + c - least - greatest;
        let place = place_of_greatest(greatest) + place_of_next(next) + least;
        self.counts.get(place).copied().unwrap_or_default()
    }
}

/// How many threes there are below a number.
fn place_of_greatest(number: usize) -> usize {
    number * (number + 1) * (number + 2) / 6
}

/// How many pairs there are below a number.
fn place_of_next(number: usize) -> usize {
    number * (number + 1) / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_three_values_have_a_place_of_their_own() {
        let mut place = 0;
        for greatest in 0..30 {
            for next in 0..=greatest {
                for least in 0..=next {
                    assert_eq!(place_of_greatest(greatest) + place_of_next(next) + least, place);
                    place += 1;
                }
            }
        }
    }

    #[test]
    fn records_are_counted_by_one_value_two_and_three() {
        let mut together = Together::default();
        together.add(&[1, 4, 7]);
        together.add(&[4, 7]);
        together.add(&[]);
        let counts = [(4, 4, 4), (7, 4, 4), (7, 4, 1), (1, 7, 4), (1, 1, 7), (2, 4, 7), (99, 4, 7)];
        assert_eq!(counts.map(|(a, b, c)| together.n_with(a, b, c)), [2, 2, 1, 1, 1, 0, 0]);
    }
}
