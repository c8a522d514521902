//! The records for the contenders in JavaScript: a column each, from the same seed as those of the index.

use atlas_core::domain::catalogue::{Facet, FacetValue};
use atlas_core::domain::fold::{each_index_word, query_terms};
use atlas_core::domain::messages::Messages;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::record::{FACETS, Record, city_name, places_by_newest};

/// The first records of a seed.
#[wasm_bindgen]
pub struct Columns {
    seed: u64,
    records: Vec<Record>,
}

#[wasm_bindgen]
impl Columns {
    #[wasm_bindgen(constructor)]
    pub fn new(seed: u32, n: u32) -> Self {
        let seed = u64::from(seed);
        Self { seed, records: (0..n).map(|idx| Record::at(seed, idx)).collect() }
    }

    /// One a line.
    pub fn names(&self) -> String {
        lines(self.records.iter().map(|record| record.name.clone()))
    }

    /// One a line.
    pub fn cities(&self) -> String {
        lines(self.records.iter().map(|record| city_name(record.city_idx)))
    }

    /// Everything that a record is found by, in all the spellings that the catalogue knows: a record a line.
    pub fn words(&self) -> String {
        lines(self.records.iter().map(|record| {
            let mut words = String::new();
            each_index_word(&record.text(), |word| {
                words.push_str(word);
                words.push(' ');
            });
            words
        }))
    }

    /// The place of each record in the order of all hits.
    pub fn places(&self) -> Vec<u32> {
        places_by_newest(self.seed, self.records.len() as u32, &Messages::english())
    }

    /// The numbers of the values of a facet, record after record.
    pub fn values(&self, facet_idx: usize) -> Vec<u8> {
        let facet = FACETS[facet_idx].0;
        self.records
            .iter()
            .flat_map(|record| record.values.values_of(facet))
            .map(|it| it.idx() as u8)
            .collect()
    }

    /// Where the values of each record end.
    pub fn value_ends(&self, facet_idx: usize) -> Vec<u32> {
        let n_values = |record: &Record| record.values.values_of(FACETS[facet_idx].0).count() as u32;
        let mut end = 0;
        self.records.iter().map(|record| (end += n_values(record), end).1).collect()
    }
}

fn lines(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

/// The six facets, one a line: its code, then those of its values.
#[wasm_bindgen(js_name = facets)]
pub fn facets() -> String {
    lines(FACETS.iter().map(|(facet, _)| {
        let codes: Vec<&str> = facet.values().map(FacetValue::code).collect();
        format!("{} {}", Facet::code(*facet), codes.join(" "))
    }))
}

/// The spellings under which a query of one word is sought, parted by blanks.
#[wasm_bindgen(js_name = spellings)]
pub fn spellings(word: &str) -> String {
    query_terms(word).into_iter().flat_map(|term| term.parts).flatten().collect::<Vec<_>>().join(" ")
}
