//! A made-up record: a name in one of the languages of the OTS, a city, six facets with skewed values, one date.

use std::borrow::Cow;

use atlas_core::domain::catalogue::{Entry, Facet, FacetValue, Field, Filter};
use atlas_core::domain::edtf::EdtfDate;
use atlas_core::domain::messages::Messages;

use crate::names::name;
use crate::random::Random;

/// The six facets, each with the most values that a record has of it.
pub(crate) const FACETS: [(Facet, usize); 6] = [
    (Facet::Sector, 3),
    (Facet::Region, 2),
    (Facet::Stage, 1),
    (Facet::Mechanism, 2),
    (Facet::Kind, 1),
    (Facet::Evidence, 1),
];

/// How many cities there are.
pub(crate) const N_CITIES: usize = 4_000;

/// A record as every contender gets it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    pub(crate) name: String,
    pub(crate) city_idx: usize,
    /// A region with every region around it.
    pub(crate) values: Filter,
    pub(crate) date: Option<EdtfDate>,
}

impl Record {
    /// The record with this index: always the same one, whichever others there are.
    pub(crate) fn at(seed: u64, idx: u32) -> Self {
        let mut random = Random::of(seed, u64::from(idx));
        let name = name(&mut random);
        let city_idx = random.skewed_below(N_CITIES);
        let values = values(&mut random);
        let (year, month, day) = (2026 - random.skewed_below(34), 1 + random.below(12), 1 + random.below(28));
        Self { name, city_idx, values, date: format!("{year}-{month:02}-{day:02}").parse().ok() }
    }

    /// What the catalogue takes in.
    pub(crate) fn entry(&self, words: &Messages) -> Entry<'_> {
        Entry {
            is_counted: true,
            values: self.values,
            newest: self.date,
            name_key: words.sort_key(&self.name),
            texts: vec![
                (Field::Name, Cow::Borrowed(self.name.as_str())),
                (Field::Label, Cow::Owned(city_name(self.city_idx))),
            ],
        }
    }

    /// Everything that it is found by.
    pub(crate) fn text(&self) -> String {
        format!("{} {}", self.name, city_name(self.city_idx))
    }
}

/// The name of a city.
pub(crate) fn city_name(idx: usize) -> String {
    name(&mut Random::of(0x6369_7479, idx as u64)).split(' ').next().unwrap_or_default().to_owned()
}

fn values(random: &mut Random) -> Filter {
    let mut values = Filter::default();
    for (facet, n_most) in FACETS {
        let all: Vec<FacetValue> = facet.values().collect();
        for _ in 0..=random.skewed_below(n_most) {
            let value = all[random.skewed_below(all.len())];
            match value.region() {
                Some(region) => {
                    values = region.ancestors().map(FacetValue::works_in).fold(values, Filter::with);
                }
                None => values = values.with(value),
            }
        }
    }
    values
}

/// The place of each of the first `n` records with the newest first, by name among equals: the order in which every
/// contender is to give its hits. Found by the standard library's sort, and so without the code that is measured.
pub(crate) fn places_by_newest(seed: u64, n: u32, words: &Messages) -> Vec<u32> {
    let mut keys: Vec<_> = (0..n)
        .map(|idx| {
            let Record { name, date, .. } = Record::at(seed, idx);
            (std::cmp::Reverse(date), words.sort_key(&name), idx)
        })
        .collect();
    keys.sort();
    let mut places = vec![0; n as usize];
    for (place, (_, _, idx)) in (0..).zip(keys) {
        places[idx as usize] = place;
    }
    places
}

/// Where a record stands on the map if each had a city of its own: longitude and latitude in degrees.
pub(crate) fn lon_lat_deg(seed: u64, idx: u32) -> (f64, f64) {
    let mut random = Random::of(seed ^ 0x706c_6163, u64::from(idx));
    // Half of them crowd in the middle of Eurasia.
    if random.below(2) == 0 {
        (20.0 + random.unit() * 70.0, 35.0 + random.unit() * 20.0)
    } else {
        (random.unit() * 360.0 - 180.0, random.unit() * 125.0 - 55.0)
    }
}
