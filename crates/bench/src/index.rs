//! The catalogue as the page of the bench builds and asks it.

use atlas_core::domain::catalogue::{Builder, Catalogue, FacetValue, Filter, Finishing, Query, Sort};
use atlas_core::domain::messages::Messages;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::record::{FACETS, Record};

/// A catalogue in the making, or made.
#[wasm_bindgen]
pub struct Index {
    seed: u64,
    words: Messages,
    builder: Builder,
    finishing: Option<Finishing>,
    catalogue: Option<Catalogue>,
}

#[wasm_bindgen]
impl Index {
    #[wasm_bindgen(constructor)]
    pub fn new(seed: u32) -> Self {
        Self {
            seed: u64::from(seed),
            words: Messages::english(),
            builder: Builder::default(),
            finishing: None,
            catalogue: None,
        }
    }

    /// Takes in the records with these indices; they are made on the way.
    pub fn push(&mut self, from: u32, to: u32) {
        for idx in from..to {
            self.builder.push(Record::at(self.seed, idx).entry(&self.words));
        }
    }

    /// Does the next piece of what is left to do once all records are in; whether it was the last.
    pub fn advance(&mut self) -> bool {
        let finishing = self.finishing.get_or_insert_with(|| std::mem::take(&mut self.builder).finishing());
        self.catalogue = finishing.advance();
        self.catalogue.is_some()
    }

    /// Answers a text and chosen values, given as pairs of the numbers of a facet and of its value, in the order in which
    /// the app has them: how many hits, then the count of each value of each facet, then at most `n_first` hits.
    pub fn answer(&self, text: &str, chosen: &[u8], n_first: usize) -> Vec<u32> {
        let Some(catalogue) = &self.catalogue else { return Vec::new() };
        let filter = chosen.chunks_exact(2).filter_map(|pair| value(pair[0], pair[1])).collect::<Filter>();
        let query = Query { text: text.to_owned(), filter, sort: Sort::default_for(text), only: None };
        let answer = catalogue.answer(&query);
        let mut numbers = vec![answer.n_counted() as u32];
        for (facet, _) in FACETS {
            numbers.extend(facet.values().map(|value| answer.count(value)));
        }
        numbers.extend(answer.counted.first(n_first));
        numbers
    }
}

fn value(facet_idx: u8, value_idx: u8) -> Option<FacetValue> {
    let (facet, _) = FACETS.get(usize::from(facet_idx))?;
    facet.values().nth(usize::from(value_idx))
}
