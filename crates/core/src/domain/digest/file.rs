//! The file of a digest: written when the site is put together, and read by hand at the start of the app.
//!
//! No person edits it. The reader therefore names no problem: it takes the file whole, or not at all.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{Checksum, Digest};
use crate::domain::brief::Brief;
use crate::domain::dataset::Edition;
use crate::domain::edtf::EdtfDate;
use crate::domain::partnership::{City, PartnershipId};
use crate::domain::region::RegionCode;
use crate::domain::text::Text;
use crate::domain::vocabulary::{Lang, Vocabulary};
use crate::file;

impl Digest {
    /// The digest as its file has it.
    pub fn to_json(&self) -> String {
        let mut cities = Map::new();
        for city in self.briefs.iter().filter_map(|brief| brief.seat.as_ref()) {
            cities.entry(&city.id).or_insert_with(|| {
                filled(json!({
                    "name": text_value(&city.name),
                    "country": city.country,
                    "at": city.lon_lat_deg.map(point_value),
                }))
            });
        }
        let edition = self.edition.as_ref();
        filled(json!({
            "checksum": self.checksum.0,
            "edition": edition.map(|it| json!({ "number": it.number, "date": it.date.to_string() })),
            "northern_cyprus": self.northern_cyprus.code(),
            "northern_cyprus_at": self.northern_cyprus_lon_lat_deg.map(point_value),
            "secretariat_at": self.secretariat_lon_lat_deg.map(point_value),
            "cities": cities,
            "briefs": self.briefs.iter().map(|brief| brief_value(brief)).collect::<Vec<_>>(),
        }))
        .to_string()
    }

    /// The digest that a file holds.
    ///
    /// # Errors
    /// If it is not JSON, or not whole.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let file = file::parse(text)?;
        read(&file).ok_or_else(|| "no digest of a data set".to_owned())
    }
}

/// An object without the fields that hold nothing.
fn filled(mut object: Value) -> Value {
    if let Some(fields) = object.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    object
}

fn brief_value(brief: &Brief) -> Value {
    filled(json!({
        "id": brief.id.as_str(),
        "listing": brief.listing.code(),
        "name": text_value(&brief.name),
        "acronym": brief.acronym.as_ref().map(text_value),
        "kind": brief.kind.code(),
        "seat": brief.seat.as_ref().map(|city| city.id.as_str()),
        "works_in": brief.works_in.iter().map(|region| region.code()).collect::<Vec<_>>(),
        "sectors": code_values(&brief.sectors),
        "stage": brief.stage.map(Vocabulary::code),
        "mechanisms": code_values(&brief.mechanisms),
        "newest": brief.newest.map(|date| date.to_string()),
        "evidence": code_values(&brief.evidence),
        "as_of": brief.as_of.to_string(),
    }))
}

fn point_value((lon_deg, lat_deg): (f64, f64)) -> Value {
    json!([lon_deg, lat_deg])
}

fn code_values<V: Vocabulary>(values: &[V]) -> Vec<&'static str> {
    values.iter().map(|value| value.code()).collect()
}

fn text_value(text: &Text) -> Value {
    let mut object = Map::new();
    object.insert(Lang::En.code().into(), text.en.as_str().into());
    for (lang, text) in &text.others {
        object.insert(lang.code().into(), text.as_str().into());
    }
    Value::Object(object)
}

fn read(file: &Value) -> Option<Digest> {
    let mut cities = Vec::new();
    for (id, city) in file.get("cities")?.as_object()? {
        cities.push(Arc::new(City {
            id: id.clone(),
            name: text(city.get("name")?)?,
            country: string(city.get("country")?)?,
            lon_lat_deg: optional(city, "at", point)?,
        }));
    }
    // The map of a file is in the order of its names.
    let city = |id: &Value| {
        let id = id.as_str()?;
        let idx = cities.partition_point(|city: &Arc<City>| *city.id < *id);
        cities.get(idx).filter(|city| *city.id == *id).cloned()
    };
    let read_brief = |value: &Value| brief(value, &city).map(Arc::new);
    Some(Digest {
        checksum: Checksum(file.get("checksum")?.as_u64()?),
        edition: optional(file, "edition", edition)?,
        northern_cyprus: code(file.get("northern_cyprus")?)?,
        northern_cyprus_lon_lat_deg: optional(file, "northern_cyprus_at", point)?,
        secretariat_lon_lat_deg: optional(file, "secretariat_at", point)?,
        briefs: list(file, "briefs", read_brief)?,
    })
}

/// `city` finds a city by its id.
fn brief(record: &Value, city: &dyn Fn(&Value) -> Option<Arc<City>>) -> Option<Brief> {
    Some(Brief {
        id: PartnershipId::parse(record.get("id")?.as_str()?)?,
        listing: code(record.get("listing")?)?,
        name: text(record.get("name")?)?,
        acronym: optional(record, "acronym", text)?,
        kind: code(record.get("kind")?)?,
        seat: optional(record, "seat", city)?,
        works_in: list(record, "works_in", |code| RegionCode::parse(code.as_str()?))?,
        sectors: list(record, "sectors", code)?,
        stage: optional(record, "stage", code)?,
        mechanisms: list(record, "mechanisms", code)?,
        newest: optional(record, "newest", date)?,
        evidence: list(record, "evidence", code)?,
        as_of: date(record.get("as_of")?)?,
    })
}

/// A field that may be missing; `None` if it is there and cannot be read.
#[expect(clippy::option_option, reason = "whether it can be read, and whether it is there")]
fn optional<T>(object: &Value, name: &str, read: impl FnOnce(&Value) -> Option<T>) -> Option<Option<T>> {
    object.get(name).map_or(Some(None), |value| read(value).map(Some))
}

fn list<T>(object: &Value, name: &str, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    let values = object.get(name)?.as_array()?;
    let mut list = Vec::with_capacity(values.len());
    for value in values {
        list.push(read(value)?);
    }
    Some(list)
}

fn string(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn code<V: Vocabulary>(value: &Value) -> Option<V> {
    V::from_code(value.as_str()?)
}

fn date(value: &Value) -> Option<EdtfDate> {
    EdtfDate::parse(value.as_str()?).ok()
}

fn edition(value: &Value) -> Option<Edition> {
    Some(Edition { number: string(value.get("number")?)?, date: date(value.get("date")?)? })
}

fn point(value: &Value) -> Option<(f64, f64)> {
    Some((value.get(0)?.as_f64()?, value.get(1)?.as_f64()?))
}

fn text(value: &Value) -> Option<Text> {
    let mut text = Text { en: string(value.get(Lang::En.code())?)?, others: Vec::new() };
    for (code, value) in value.as_object()? {
        let lang = Lang::from_code(code)?;
        if lang != Lang::En {
            text.others.push((lang, string(value)?));
        }
    }
    Some(text)
}
