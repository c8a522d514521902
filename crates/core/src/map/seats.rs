//! Where the partners of a result have their seats: the places that the map clusters into marks.

use std::sync::Arc;

use atlas_index::Names;

use super::cluster::{Member, Place};
use super::projection::{LonLat, MapPoint, map_from_lon_lat};
use super::viewport::Bbox;
use crate::domain::brief::Brief;
use crate::domain::partnership::City;
use crate::domain::vocabulary::Stage;

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
    /// By index of the record.
    seats: Vec<Option<Seat>>,
}

/// What the map asks of a record with a seat, together: there may be a great many to look at.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Seat {
    city_idx: u32,
    stage: Option<Stage>,
}

impl Seats {
    /// Records keep the indices they have in `briefs`.
    pub fn of(briefs: &[Arc<Brief>]) -> Self {
        let mut seats = Self::default();
        let mut known = Names::default();
        for brief in briefs {
            let seat = brief.seat.as_ref().and_then(|city| {
                let (lon_deg, lat_deg) = city.lon_lat_deg?;
                let lon_lat = LonLat::new(lon_deg, lat_deg)?;
                let idx = known.idx_of(&city.id);
                if idx as usize == seats.cities.len() {
                    let at = map_from_lon_lat(lon_lat);
                    seats.cities.push(SeatCity { city: Arc::clone(city), lon_lat, at });
                }
                Some(Seat { city_idx: idx, stage: brief.stage })
            });
            seats.seats.push(seat);
        }
        seats
    }

    /// The city with this index, which is the key of its place.
    pub fn city(&self, key: u32) -> Option<&SeatCity> {
        self.cities.get(key as usize)
    }

    /// The key of the place of a city of these records.
    pub fn key_of_city(&self, city: &City) -> Option<u32> {
        self.cities.iter().position(|it| it.city.id == city.id).map(|key| key as u32)
    }

    /// The partnerships whose seats lie in a part of the world.
    pub fn within(&self, bbox: Bbox) -> Vec<u32> {
        let is_in: Vec<bool> = self.cities.iter().map(|city| bbox.contains(city.at)).collect();
        let seats = self.seats.iter().enumerate();
        seats
            .filter(|(_, seat)| seat.is_some_and(|seat| is_in[seat.city_idx as usize]))
            .map(|(idx, _)| idx as u32)
            .collect()
    }

    /// The places of these partnerships, with their members in the order given. Those without a seat or a
    /// stage are left out: only counted partnerships stand on the map.
    pub fn places(&self, hits: &[u32]) -> Vec<Place> {
        let members = || {
            hits.iter().filter_map(|&id| {
                let seat = self.seats.get(id as usize).copied().flatten()?;
                Some((seat.city_idx as usize, Member { id, stage: seat.stage? }))
            })
        };
        let mut n_members = vec![0; self.cities.len()];
        for (city_idx, _) in members() {
            n_members[city_idx] += 1;
        }
        let cities = self.cities.iter().zip(n_members).enumerate();
        let mut places: Vec<Place> = cities
            .map(|(key, (city, n))| Place { key: key as u32, at: city.at, members: Vec::with_capacity(n) })
            .collect();
        for (city_idx, member) in members() {
            places[city_idx].members.push(member);
        }
        places.retain(|place| !place.members.is_empty());
        places
    }
}
