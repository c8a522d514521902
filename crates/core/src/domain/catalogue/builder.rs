//! Builds the catalogue record by record, and what is left then piece by piece: a page that indexes a large data set
//! has its turn in between.

use super::Catalogue;
use super::bits::Bits;
use super::entry::Entry;
use super::facet::Facet;
use super::rows::{Rows, first_numbers};
use super::words::WordIndexBuilder;
use crate::domain::edtf::EdtfDate;
use crate::domain::locale::SortKey;
use crate::order::{Sorting, places};

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
        self.words.push(entry.texts.iter().map(|(field, text)| (*field, text.as_ref())));
        self.counted.push(entry.is_counted);
        self.rows.push(&entry.values);
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
        Finishing { by_name, by_newest: None, values: None, places: Vec::new(), builder: self }
    }
}

/// A catalogue of which all records are known.
#[derive(Debug, Default)]
pub struct Finishing {
    builder: Builder,
    by_name: Sorting,
    by_newest: Option<Sorting>,
    /// The records with each value, by facet.
    values: Option<Vec<Vec<Bits>>>,
    /// The place of each record among the newest first.
    places: Vec<u32>,
}

impl Finishing {
    /// Does the next piece of the work; the catalogue with the last one. A piece grows with the number of records, but at
    /// 100,000 all take less than a frame or two.
    pub fn advance(&mut self) -> Option<Catalogue> {
        let Builder { words, rows, newest, name_keys, .. } = &mut self.builder;
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
            self.values = Some(with_values(rows, &self.places));
            return None;
        }
        if !words.lay_out(&self.places) {
            return None;
        }
        Some(std::mem::take(self).into_catalogue())
    }

    fn into_catalogue(self) -> Catalogue {
        let Self { builder, by_name, by_newest, values, places } = self;
        let by_newest = by_newest.unwrap_or_default().into_order();
        let counted: Vec<bool> = by_newest.iter().map(|idx| builder.counted[*idx as usize]).collect();
        Catalogue {
            counted: Bits::of(&counted, |is_counted| *is_counted),
            values: values.unwrap_or_default(),
            by_name: by_name.into_order().into_iter().map(|idx| places[idx as usize]).collect(),
            rows: builder.rows,
            by_newest,
            places,
            words: builder.words.finish(),
        }
    }
}

/// The places of the records with each value, by facet. A value that no record has takes no room.
fn with_values(rows: &Rows, places: &[u32]) -> Vec<Vec<Bits>> {
    let mut all = vec![Bits::none(0); Facet::ALL.iter().map(|facet| facet.n_values()).sum()];
    for (idx, place) in places.iter().enumerate() {
        for number in rows.row(idx) {
            let bits = &mut all[usize::from(*number)];
            if bits.n_words() == 0 {
                *bits = Bits::none(rows.len());
            }
            bits.insert(*place as usize);
        }
    }
    let mut all = all.into_iter();
    first_numbers().map(|(facet, _)| all.by_ref().take(facet.n_values()).collect()).collect()
}
