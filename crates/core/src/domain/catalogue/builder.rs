//! Builds the catalogue record by record, and what is left then piece by piece: a page that indexes a large data set
//! has its turn in between.

use std::sync::Arc;

use atlas_index::order::{Sorting, places};
use atlas_index::{Bits, Rows, ValueSets, WordIndexBuilder};

use super::Catalogue;
use super::entry::{Entry, Field};
use super::facet::N_VALUES;
use crate::domain::edtf::EdtfDate;
use crate::domain::fold::{each_index_word, query_terms};
use crate::domain::locale::SortKey;

/// How many records or words one piece of the work takes a step further: a few milliseconds.
const N_AT_ONCE: usize = 10_000;

/// Takes in entries; their indices in answers are the order in which they came.
#[derive(Debug, Default)]
pub struct Builder {
    words: WordIndexBuilder,
    counted: Vec<bool>,
    rows: Rows,
    newest: Vec<Option<EdtfDate>>,
    name_keys: Vec<SortKey>,
}

impl Builder {
    /// Takes in the next record.
    pub fn push(&mut self, entry: Entry<'_>) {
        self.words.begin();
        for (field, text) in &entry.texts {
            each_index_word(text, |word| self.words.add(word, *field as u8));
            // An acronym of one word is met best by that word: UN before UN-Habitat.
            if *field == Field::Name && !text.contains(char::is_whitespace) {
                for term in query_terms(text) {
                    let whole = if term.joined.is_empty() { term.parts.concat() } else { term.joined };
                    for form in whole {
                        self.words.add(&form, Field::Whole as u8);
                    }
                }
            }
        }
        self.counted.push(entry.is_counted);
        self.rows.push(entry.values.values().map(|value| value.number() as u8), entry.is_counted);
        self.newest.push(entry.newest);
        self.name_keys.push(entry.name_key);
    }

    /// Does all the rest at once.
    pub fn finish(self) -> Catalogue {
        let mut finishing = self.finishing();
        loop {
            if let Some(catalogue) = finishing.advance() {
                return catalogue;
            }
        }
    }

    /// What is left to do once all records are in.
    pub fn finishing(self) -> Finishing {
        let by_name = Sorting::of((0..self.name_keys.len() as u32).collect());
        Finishing { by_name, builder: self, ..Finishing::default() }
    }
}

/// A catalogue of which all records are known.
#[derive(Debug, Default)]
pub struct Finishing {
    builder: Builder,
    by_name: Sorting,
    by_newest: Option<Sorting>,
    counted: Bits,
    values: Option<ValueSets>,
    /// The place of each record among the newest first.
    places: Vec<u32>,
}

impl Finishing {
    /// Does the next piece of the work; the catalogue with the last one. A piece grows with the number of records, but at
    /// 100,000 all take less than a frame or two.
    pub fn advance(&mut self) -> Option<Catalogue> {
        let Builder { words, counted, rows, newest, name_keys } = &mut self.builder;
        if !self.by_name.advance(N_AT_ONCE, &|a, b| name_keys[a].cmp(&name_keys[b])) {
            return None;
        }
        let Some(by_newest) = &mut self.by_newest else {
            *name_keys = Vec::new();
            // Equals keep their order, and so stay sorted by name.
            self.by_newest = Some(Sorting::of(self.by_name.order().to_vec()));
            return None;
        };
        let is_sorted =
            by_newest.advance(N_AT_ONCE, &|a, b| newest[b].cmp(&newest[a])) && words.sort(N_AT_ONCE);
        if !is_sorted {
            return None;
        }
        if self.places.is_empty() {
            self.places = places(by_newest.order());
        }
        if self.values.is_none() {
            self.counted = Bits::none(counted.len());
            for (_, place) in self.places.iter().enumerate().filter(|(idx, _)| counted[*idx]) {
                self.counted.insert(*place as usize);
            }
            self.values = Some(ValueSets::new(std::mem::take(rows), N_VALUES, by_newest.order()));
            return None;
        }
        if !words.lay_out(&self.places) {
            return None;
        }
        Some(std::mem::take(self).into_catalogue())
    }

    fn into_catalogue(self) -> Catalogue {
        let Self { builder, by_name, by_newest, counted, values, places } = self;
        Catalogue {
            counted,
            values: values.unwrap_or_default(),
            by_name: by_name.into_order().into_iter().map(|idx| places[idx as usize]).collect(),
            by_newest: Arc::new(by_newest.unwrap_or_default().into_order()),
            places,
            words: builder.words.finish(),
        }
    }
}
