//! The clusters of the map as the page of the bench asks for them.

use atlas_core::domain::vocabulary::{Stage, Vocabulary as _};
use atlas_core::map::cluster::{Clusters, Member, Place, Places};
use atlas_core::map::projection::{LonLat, map_from_lon_lat};
use atlas_core::map::viewport::{Preset, Viewport};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::record::{N_CITIES, Record, lon_lat_deg};

/// Places of partners, and a view on them.
#[wasm_bindgen]
pub struct MapIndex {
    places: Places,
    viewport: Viewport,
    /// What the view shows.
    clusters: Clusters,
}

#[wasm_bindgen]
impl MapIndex {
    /// The first records of a seed in their cities, or each at a place of its own.
    #[wasm_bindgen(constructor)]
    pub fn new(seed: u32, n: u32, are_apart: bool, width_px: f64, height_px: f64) -> Self {
        let seed = u64::from(seed);
        let place = |key: u32| {
            let (lon_deg, lat_deg) = lon_lat_deg(seed, key);
            Some(Place { key, at: map_from_lon_lat(LonLat::new(lon_deg, lat_deg)?), members: Vec::new() })
        };
        let n_places = if are_apart { n } else { N_CITIES as u32 };
        let mut places: Vec<Place> = (0..n_places).filter_map(place).collect();
        for id in 0..n {
            let stage = Stage::ALL[id as usize % Stage::ALL.len()];
            let key = if are_apart { id as usize } else { Record::at(seed, id).city_idx };
            places[key].members.push(Member { id, stage });
        }
        Self {
            places: Places::new(places),
            viewport: Viewport::preset(Preset::World, width_px, height_px),
            clusters: Clusters::default(),
        }
    }

    /// Zooms about the middle.
    pub fn zoom(&mut self, factor: f64) {
        self.viewport = self.viewport.zoomed_by(factor);
    }

    /// Moves the view, in pixels.
    pub fn pan(&mut self, x_px: f64, y_px: f64) {
        self.viewport = self.viewport.panned_by(x_px, y_px);
    }

    /// Groups the places for the view, as the app does after the last one: how many marks there are.
    pub fn cluster(&mut self) -> usize {
        self.clusters = self.places.cluster_after(Some(&self.clusters), &self.viewport);
        self.clusters.marks.len()
    }
}
