//! The clusters of the map as the page of the bench asks for them.

use atlas_core::domain::vocabulary::{Stage, Vocabulary as _};
use atlas_core::map::cluster::{Clusters, Member, Place, Places};
use atlas_core::map::projection::{LonLat, map_from_lon_lat};
use atlas_core::map::viewport::{Preset, Viewport};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::record::lon_lat_deg;

/// Places of one partner each, and a view on them.
#[wasm_bindgen]
pub struct MapIndex {
    places: Places,
    viewport: Viewport,
    /// What the view shows.
    clusters: Clusters,
}

#[wasm_bindgen]
impl MapIndex {
    #[wasm_bindgen(constructor)]
    pub fn new(seed: u32, n: u32, width_px: f64, height_px: f64) -> Self {
        let place = |key: u32| {
            let (lon_deg, lat_deg) = lon_lat_deg(u64::from(seed), key);
            let at = map_from_lon_lat(LonLat::new(lon_deg, lat_deg)?);
            let stage = Stage::ALL[key as usize % Stage::ALL.len()];
            Some(Place { key, at, members: vec![Member { id: key, stage }] })
        };
        Self {
            places: Places::new((0..n).filter_map(place).collect()),
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
