//! Where the partners of a result have their seats: the places that the map clusters into marks.

use std::sync::Arc;

use atlas_index::Names;

use super::cluster::{Member, Place};
use super::projection::{LonLat, MapPoint, map_from_lon_lat};
use super::viewport::Bbox;
use crate::domain::brief::Brief;
use crate::domain::partnership::City;

/// A city where partners have their seats.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatCity {
    pub city: Arc<City>,
    pub lon_lat: LonLat,
    pub at: MapPoint,
}

/// The seats of all records of a data set.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Seats {
    cities: Vec<SeatCity>,
    /// By index of the record: the index of its city.
    city_idx: Vec<Option<u32>>,
}

impl Seats {
    /// Records keep the indices they have in `briefs`.
    pub fn of(briefs: &[Arc<Brief>]) -> Self {
        let mut seats = Self::default();
        let mut known = Names::default();
        for brief in briefs {
            let idx = brief.seat.as_ref().and_then(|city| {
                let (lon_deg, lat_deg) = city.lon_lat_deg?;
                let lon_lat = LonLat::new(lon_deg, lat_deg)?;
                let idx = known.idx_of(&city.id);
                if idx as usize == seats.cities.len() {
                    let at = map_from_lon_lat(lon_lat);
                    seats.cities.push(SeatCity { city: Arc::clone(city), lon_lat, at });
                }
                Some(idx)
            });
            seats.city_idx.push(idx);
        }
        seats
    }

    /// The city with this index, which is the key of its place.
    pub fn city(&self, key: u32) -> Option<&SeatCity> {
        self.cities.get(key as usize)
    }

    /// The key of the place where the partnership with this index has its seat.
    fn key_of(&self, partnership_idx: u32) -> Option<u32> {
        self.city_idx.get(partnership_idx as usize).copied().flatten()
    }

    /// The key of the place of a city of these records.
    pub fn key_of_city(&self, city: &City) -> Option<u32> {
        self.cities.iter().position(|it| it.city.id == city.id).map(|key| key as u32)
    }

    /// The partnerships whose seats lie in a part of the world.
    pub fn within(&self, bbox: Bbox) -> Vec<u32> {
        let is_in: Vec<bool> = self.cities.iter().map(|city| bbox.contains(city.at)).collect();
        let indices = self.city_idx.iter().enumerate();
        indices
            .filter(|(_, city)| city.is_some_and(|city| is_in[city as usize]))
            .map(|(idx, _)| idx as u32)
            .collect()
    }

    /// The places of these partnerships, with their members in the order given. Those without a seat or a
    /// stage are left out: only counted partnerships stand on the map.
    pub fn places(&self, hits: &[u32], briefs: &[Arc<Brief>]) -> Vec<Place> {
        let cities = self.cities.iter().enumerate();
        let mut places: Vec<Place> =
            cities.map(|(key, city)| Place { key: key as u32, at: city.at, members: Vec::new() }).collect();
        for &id in hits {
            let stage = briefs.get(id as usize).and_then(|brief| brief.stage);
            let (Some(key), Some(stage)) = (self.key_of(id), stage) else { continue };
            if let Some(place) = places.get_mut(key as usize) {
                place.members.push(Member { id, stage });
            }
        }
        places.retain(|place| !place.members.is_empty());
        places
    }
}
