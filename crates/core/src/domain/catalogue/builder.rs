//! Builds the catalogue record by record, so that a large data set can be indexed in slices.

use super::Catalogue;
use super::bits::Bits;
use super::entry::Entry;
use super::facet::Facet;
use super::filter::Filter;
use super::words::WordIndexBuilder;
use crate::domain::edtf::EdtfDate;
use crate::domain::locale::SortKey;
use crate::order::order_by;

/// Takes in entries; their indices in answers are the order in which they came.
#[derive(Debug, Default)]
pub struct Builder {
    words: WordIndexBuilder,
    counted: Vec<bool>,
    values: Vec<Filter>,
    newest: Vec<Option<EdtfDate>>,
    name_keys: Vec<SortKey>,
}

impl Builder {
    /// Takes in the next record.
    pub fn push(&mut self, entry: Entry<'_>) {
        self.words.push(entry.texts.iter().map(|(field, text)| (*field, text.as_ref())));
        self.counted.push(entry.is_counted);
        self.values.push(entry.values);
        self.newest.push(entry.newest);
        self.name_keys.push(entry.name_key);
    }

    pub fn finish(self) -> Catalogue {
        let n = self.counted.len();
        let (newest, names) = (&self.newest, &self.name_keys);
        let by_name = order_by(n, &|a, b| names[a].cmp(&names[b]));
        let by_newest = order_by(n, &|a, b| newest[b].cmp(&newest[a]).then_with(|| names[a].cmp(&names[b])));
        Catalogue {
            counted: Bits::of(&self.counted, |is_counted| *is_counted),
            values: Facet::ALL.iter().map(|facet| self.bits_of(*facet)).collect(),
            by_name,
            by_newest,
            words: self.words.finish(),
        }
    }

    fn bits_of(&self, facet: Facet) -> Vec<Bits> {
        let mut all = vec![Bits::none(self.values.len()); facet.n_values()];
        for (idx, values) in self.values.iter().enumerate() {
            for value in values.values_of(facet) {
                all[value.idx()].insert(idx);
            }
        }
        all
    }
}
