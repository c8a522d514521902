//! The values of every record, one row after another: where hits are few, their rows are counted faster than the
//! records of every value.

use super::facet::Facet;
use super::filter::Filter;

/// The values of records by their indices, each a number that tells it from those of all facets.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    numbers: Vec<u8>,
    /// Where the row of each record ends.
    ends: Vec<u32>,
}

impl Rows {
    pub(super) fn push(&mut self, values: &Filter) {
        for (facet, first) in first_numbers() {
            let mut rest = values.bits(facet);
            while rest != 0 {
                self.numbers.push((first + rest.trailing_zeros() as usize) as u8);
                rest &= rest - 1;
            }
        }
        self.ends.push(self.numbers.len() as u32);
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The numbers of the values of a record.
    pub(super) fn row(&self, idx: usize) -> &[u8] {
        let start = if idx == 0 { 0 } else { self.ends[idx - 1] };
        &self.numbers[start as usize..self.ends[idx] as usize]
    }
}

/// The number of the first value of each facet; those of its others follow on it.
pub(super) fn first_numbers() -> impl Iterator<Item = (Facet, usize)> {
    let mut first = 0;
    Facet::ALL.iter().map(move |&facet| {
        let number = first;
        first += facet.n_values();
        (facet, number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_number_of_its_own_in_one_byte() {
        let mut expected = 0..=u8::MAX;
        for value in Facet::ALL.iter().flat_map(|facet| facet.values()) {
            let mut rows = Rows::default();
            rows.push(&Filter::default().with(value));
            assert_eq!(rows.row(0), [expected.next().unwrap()]);
            let (_, first) = first_numbers().find(|(facet, _)| *facet == value.facet()).unwrap();
            assert_eq!(usize::from(rows.row(0)[0]), first + value.idx());
        }
    }
}
