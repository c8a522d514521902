//! The grouping itself: the largest places are seeds, the rest join a seed within the spacing.
//!
//! A grid over the whole sheet finds seeds nearby. Its cells are so small (spacing / √2) that each holds one seed
//! at most, all in the cell are within the spacing, and whatever else can be lies in the 5 × 5 cells around.

use super::{Clusters, MAX_MARKS, Mark, Place, Places, StageCounts};
use crate::map::outline_file::SHEET_WIDTH;
use crate::map::projection::MapPoint;
use crate::map::screen::ScreenPoint;
use crate::map::viewport::Viewport;
use crate::order::sort_by;

/// The poles lie beyond the sheet, which leaves Antarctica out; a place may still be there.
const TOP: f64 = -2.0;
const BOTTOM: f64 = 487.0;

pub(super) struct Seeds {
    seeds: Vec<Seed>,
    /// For each place its seed, or `FAR`.
    seed_of: Vec<u32>,
}

struct Seed {
    at: MapPoint,
    screen: ScreenPoint,
    is_in_view: bool,
}

/// Of a place too far from the view to matter.
const FAR: u32 = u32::MAX;

/// How far beyond the view places still take part, in spacings: they decide what becomes of those at its edge.
const MARGIN_SPACINGS: f64 = 4.0;

impl Seeds {
    /// `None` as soon as more marks than allowed would be in view.
    pub(super) fn grow(places: &[Place], viewport: &Viewport, spacing_px: f64) -> Option<Self> {
        let spacing = spacing_px / viewport.px_per_unit();
        let near = viewport.screen().inset(-MARGIN_SPACINGS * spacing_px);
        let mut grid = Grid::new(spacing);
        let mut grown = Self { seeds: Vec::new(), seed_of: Vec::with_capacity(places.len()) };
        let mut n_in_view = 0;
        for &Place { at, .. } in places {
            let screen = viewport.screen_from_map(at);
            if !near.contains(screen) {
                grown.seed_of.push(FAR);
                continue;
            }
            let seed_idx = grid.seed_for(at, spacing, &grown.seeds).unwrap_or_else(|| {
                let is_in_view = viewport.screen().contains(screen);
                n_in_view += usize::from(is_in_view);
                grid.insert(at, grown.seeds.len());
                grown.seeds.push(Seed { at, screen, is_in_view });
                grown.seeds.len() - 1
            });
            if n_in_view > MAX_MARKS {
                return None;
            }
            grown.seed_of.push(seed_idx as u32);
        }
        Some(grown)
    }

    pub(super) fn into_clusters(self, places: &Places) -> Clusters {
        let mut marks: Vec<Option<Mark>> = self.seeds.iter().map(Seed::mark).collect();
        let mut outside = Vec::new();
        for (place_idx, seed_idx) in self.seed_of.into_iter().enumerate() {
            match marks.get_mut(seed_idx as usize) {
                Some(Some(mark)) => mark.add(places, place_idx),
                _ => outside.push(place_idx),
            }
        }
        let mut marks: Vec<Mark> = marks.into_iter().flatten().collect();
        sort_by(&mut marks, |a, b| (b.counts.total(), a.key()).cmp(&(a.counts.total(), b.key())));
        Clusters { marks, outside }
    }
}

impl Seed {
    /// Still empty; `None` out of view.
    fn mark(&self) -> Option<Mark> {
        self.is_in_view.then(|| Mark {
            screen: self.screen,
            at: self.at,
            place_keys: Vec::new(),
            place_indices: Vec::new(),
            counts: StageCounts::default(),
        })
    }
}

impl Mark {
    fn add(&mut self, places: &Places, idx: usize) {
        self.place_keys.push(places.places[idx].key);
        self.place_indices.push(idx as u32);
        self.counts.add(&places.counts[idx]);
    }
}

struct Grid {
    cell: f64,
    n_cols: usize,
    n_rows: usize,
    /// Index of the seed, plus one; zero is empty.
    cells: Vec<u32>,
}

impl Grid {
    fn new(spacing: f64) -> Self {
        let cell = spacing * std::f64::consts::FRAC_1_SQRT_2;
        let n_cols = (SHEET_WIDTH / cell) as usize + 1;
        let n_rows = ((BOTTOM - TOP) / cell) as usize + 1;
        Self { cell, n_cols, n_rows, cells: vec![0; n_cols * n_rows] }
    }

    /// Points beyond the globe count to the outermost cells.
    fn cell_of(&self, at: MapPoint) -> (usize, usize) {
        let col = (at.x / self.cell).max(0.0) as usize;
        let row = ((at.y - TOP) / self.cell).max(0.0) as usize;
        (col.min(self.n_cols - 1), row.min(self.n_rows - 1))
    }

    fn insert(&mut self, at: MapPoint, seed_idx: usize) {
        let (col, row) = self.cell_of(at);
        self.cells[row * self.n_cols + col] = seed_idx as u32 + 1;
    }

    /// The seed of the cell, or else the nearest one closer than the spacing; of equals the larger.
    fn seed_for(&self, at: MapPoint, spacing: f64, seeds: &[Seed]) -> Option<usize> {
        let (col, row) = self.cell_of(at);
        if let Some(seed_idx) = self.seed_in(row * self.n_cols + col) {
            return Some(seed_idx);
        }
        let mut best: Option<(f64, usize)> = None;
        for row in row.saturating_sub(2)..=(row + 2).min(self.n_rows - 1) {
            let start = row * self.n_cols;
            for cell in start + col.saturating_sub(2)..=start + (col + 2).min(self.n_cols - 1) {
                let Some(seed_idx) = self.seed_in(cell) else { continue };
                let seed = &seeds[seed_idx];
                let distance2 = (seed.at.x - at.x).powi(2) + (seed.at.y - at.y).powi(2);
                let candidate = (distance2, seed_idx);
                if distance2 < spacing * spacing && best.is_none_or(|it| candidate < it) {
                    best = Some(candidate);
                }
            }
        }
        best.map(|(_, seed_idx)| seed_idx)
    }

    fn seed_in(&self, cell: usize) -> Option<usize> {
        (self.cells[cell] as usize).checked_sub(1)
    }
}
