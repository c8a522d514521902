//! The seeded records as the files of a site: the data file that the checker reads, the digest that the page loads
//! first, and the same records for a page that shows them by other means.

use atlas_core::domain::catalogue::{Facet, FacetValue, Filter};
use atlas_core::domain::check;
use atlas_core::domain::digest::{Checksum, Digest};
use atlas_core::domain::region::RegionCode;
use serde_json::{Value, json};

use crate::peer::peer;
use crate::random::Random;
use crate::record::{N_CITIES, Record, city_name, lon_lat_deg};

/// What `make bench` puts into a copy of the built site.
pub struct Files {
    pub data: String,
    pub digest: String,
    /// See [`peer`].
    pub peer: String,
}

impl Files {
    /// The first `n` records of a seed. The settings, the OTS itself and the countries are those of `published`, the
    /// atlas's own data file.
    ///
    /// # Errors
    /// If that file is none, or if the checker finds a problem: only good records may be measured.
    pub fn new(seed: u64, n: u32, published: &str) -> Result<Self, String> {
        let data = data_file(seed, n, published).ok_or("this is no data file of the atlas")?;
        let reading = check::read(data.as_bytes()).map_err(|problem| format!("{problem:?}"))?;
        if let Some(problem) = reading.problems.first() {
            return Err(format!("the made-up records have a problem: {problem:?}"));
        }
        let digest = Digest::of(&reading.dataset, Checksum::of(&data));
        Ok(Self { data, digest: digest.to_json(), peer: peer(&digest).to_string() })
    }
}

fn data_file(seed: u64, n: u32, published: &str) -> Option<String> {
    let mut file: Value = serde_json::from_str(published).ok()?;
    let countries: Vec<Value> =
        file["cities"].as_array()?.iter().map(|city| city["country"].clone()).collect();
    let made_up_cities = (0..N_CITIES).map(|idx| city(seed, idx, &countries));
    file["cities"].as_array_mut()?.extend(made_up_cities);
    file["sources"].as_array_mut()?.extend(EVIDENCE.map(|(_, kind)| source(kind)));
    // An observer that is a partner names its record, which is not among these.
    file["ots"]["participants"].as_array_mut()?.retain(|it| it.get("partner").is_none());
    file["partnerships"] = (0..n).map(|idx| record(&Record::at(seed, idx), idx)).collect();
    Some(file.to_string())
}

fn city(seed: u64, idx: usize, countries: &[Value]) -> Value {
    let country = &countries[Random::of(seed ^ 0x6c61_6e64, idx as u64).skewed_below(countries.len())];
    let (lon_deg, lat_deg) = lon_lat_deg(seed, idx as u32);
    json!({ "id": city_id(idx), "name": { "en": city_name(idx) }, "country": country, "at": [lon_deg, lat_deg] })
}

fn city_id(idx: usize) -> String {
    format!("made-up-city-{idx}")
}

/// The evidence that a record rests on, and the kind of the one source that gives it.
const EVIDENCE: [(&str, &str); 4] =
    [("official", "official-ots"), ("press", "press"), ("copy", "copy"), ("ots-page", "ots-page")];

fn source(kind: &str) -> Value {
    json!({ "id": source_id(kind), "publisher": "Nobody", "title": "Made up", "date": "2026", "kind": kind })
}

fn source_id(kind: &str) -> String {
    format!("made-up-{kind}")
}

fn record(record: &Record, idx: u32) -> Value {
    let codes = |facet| record.values.values_of(facet).map(FacetValue::code).collect::<Vec<_>>();
    let one = |facet| codes(facet).first().copied().unwrap_or_default();
    let name = json!({ "en": record.name, "tr": record.name });
    let source_kinds = EVIDENCE.iter().filter(|(evidence, _)| one(Facet::Evidence) == *evidence);
    let date = record.date.map(|date| date.to_string());
    let mechanism = |kind| json!({ "kind": kind, "milestone": "only" });
    let area = |region| json!({ "region": region, "reason": { "en": "Made up." } });
    json!({
        "id": format!("made-up-{idx}"),
        "listing": "counted",
        "name": name,
        "kind": one(Facet::Kind),
        "seat": { "city": city_id(record.city_idx), "from_memory": true },
        "works_in": regions(record.values).into_iter().map(area).collect::<Vec<_>>(),
        "sectors": codes(Facet::Sector),
        "stage": one(Facet::Stage),
        "summary": name,
        "as_of": date,
        "mechanisms": codes(Facet::Mechanism).into_iter().map(mechanism).collect::<Vec<_>>(),
        "milestones": [{
            "id": "only",
            "date": date,
            "title": { "en": "Made up" },
            "sources": source_kinds.map(|(_, kind)| source_id(kind)).collect::<Vec<_>>(),
        }],
    })
}

/// The regions that a data file names: of one and those around it the smallest; worldwide stands alone.
fn regions(values: Filter) -> Vec<&'static str> {
    let all: Vec<_> = values.values_of(Facet::Region).filter_map(FacetValue::region).collect();
    if let Some(worldwide) = all.iter().find(|region| region.is_worldwide()) {
        return vec![worldwide.code()];
    }
    let is_smallest = |region: &_| !all.iter().any(|other| other.parent() == Some(*region));
    all.iter().copied().filter(is_smallest).map(RegionCode::code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLISHED: &str = include_str!("../../../public/data/partnerships.json");

    #[test]
    fn the_files_hold_good_records_alone_and_the_digest_is_of_the_data_file() {
        let files = Files::new(7, 300, PUBLISHED).unwrap();
        let digest = Digest::from_json(&files.digest).unwrap();
        assert_eq!(digest.n_counted(), 300);
        assert_eq!(digest.checksum, Checksum::of(&files.data));
        let peer: Value = serde_json::from_str(&files.peer).unwrap();
        assert_eq!(peer["records"].as_array().map(Vec::len), Some(300));
    }
}
