//! The records of a digest for a page that shows them by other means than the app.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::catalogue::{Entry, Facet, FacetValue};
use atlas_core::domain::digest::Digest;
use atlas_core::domain::messages::Messages;
use serde_json::{Value, json};

/// The facets with the codes of their values; the cities; and the records in the order of the list, the newest first: of
/// each its name, its date, its city and the numbers of its values, facet by facet.
pub(crate) fn peer(digest: &Digest) -> Value {
    let english = Messages::english();
    let mut entries: Vec<(&Brief, Entry<'_>)> =
        digest.briefs.iter().map(|brief| (&**brief, Entry::of(brief, None, &[&english]))).collect();
    entries.sort_by_cached_key(|(_, entry)| (Reverse(entry.newest), entry.name_key.clone()));

    let (mut known, mut cities, mut records) = (BTreeMap::new(), Vec::new(), Vec::new());
    for (brief, entry) in entries {
        let Some(city) = &brief.seat else { continue };
        let city_idx = *known.entry(&city.id).or_insert_with(|| {
            cities.push(json!([city.name.en, city.lon_lat_deg]));
            cities.len() - 1
        });
        let date = brief.newest.map(|date| date.to_string());
        let values = |facet: &Facet| entry.values.values_of(*facet).map(FacetValue::idx).collect::<Vec<_>>();
        let values: Vec<_> = Facet::ALL.iter().map(values).collect();
        records.push(json!([brief.name.en, date, city_idx, values]));
    }
    let facet = |facet: &Facet| {
        let codes: Vec<_> = facet.values().map(FacetValue::code).collect();
        json!({ "code": facet.code(), "values": codes })
    };
    json!({ "facets": Facet::ALL.iter().map(facet).collect::<Vec<_>>(), "cities": cities, "records": records })
}
