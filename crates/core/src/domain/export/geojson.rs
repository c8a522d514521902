//! A result as `GeoJSON` (RFC 7946): a point per seat, in degrees, longitude first.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::domain::dataset::Dataset;
use crate::domain::messages::Messages;
use crate::domain::partnership::Partnership;
use crate::domain::vocabulary::{Stage, Vocabulary as _};

/// A feature for every partnership; one without a seat has no geometry. Properties carry codes, and names
/// in the reader's language.
pub fn geojson(
    partnerships: &[Arc<Partnership>],
    dataset: &Dataset,
    words: &Messages,
    address_of: impl Fn(&Partnership) -> String,
) -> String {
    let features: Vec<Value> = partnerships
        .iter()
        .map(|partnership| feature(partnership, words, &address_of(partnership)))
        .collect();
    let edition = dataset.edition.as_ref();
    json!({
        "type": "FeatureCollection",
        "name": words.text("app.name"),
        "edition": edition.map(|edition| edition.number.clone()),
        "date": edition.map(|edition| edition.date.to_string()),
        "licence": dataset.settings.licence.as_ref().map(|licence| licence.name.clone()),
        "disclaimer": words.text("disclaimer.full"),
        "features": features,
    })
    .to_string()
}

fn feature(partnership: &Partnership, words: &Messages, address: &str) -> Value {
    let lang = words.lang();
    let partner = &partnership.partner;
    let city = partner.seat.as_ref().map(|seat| &seat.city);
    let point = city
        .and_then(|city| city.lon_lat_deg)
        .map(|(lon_deg, lat_deg)| json!({ "type": "Point", "coordinates": [lon_deg, lat_deg] }));
    let sectors: Vec<_> = partnership.sectors.iter().map(|sector| sector.code()).collect();
    let mechanisms: Vec<_> = partnership.mechanisms.iter().map(|mechanism| mechanism.kind.code()).collect();
    let works_in: Vec<_> = partner.works_in.iter().map(|area| area.region.code()).collect();
    json!({
        "type": "Feature",
        "id": partnership.id.as_str(),
        "geometry": point,
        "properties": {
            "name": partner.name.get(lang),
            "acronym": partner.acronym.as_ref().map(|acronym| acronym.get(lang)),
            "kind": partner.kind.code(),
            "listing": partnership.listing.code(),
            "stage": partnership.stage.map(Stage::code),
            "sectors": sectors,
            "mechanisms": mechanisms,
            "works_in": works_in,
            "city": city.map(|city| city.name.get(lang)),
            "country": city.map(|city| city.country.as_str()),
            "as_of": partnership.as_of.to_string(),
            "address": address,
        },
    })
}
