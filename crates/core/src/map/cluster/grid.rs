//! The pass over all places: the first, which are the largest, are seeds; the rest join a seed within the spacing.
//!
//! A grid over the whole sheet finds seeds nearby. Its cells are so small (spacing / √2) that each holds one seed
//! at most, all in the cell are within the spacing, and whatever else can be lies in the 5 × 5 cells around.

use std::ops::Range;

use super::MAX_MARKS;
use crate::map::outline_file::SHEET_WIDTH;
use crate::map::projection::MapPoint;

/// The poles lie beyond the sheet, which leaves Antarctica out; a place may still be there.
const TOP: f64 = -2.0;
const BOTTOM: f64 = 487.0;

/// Empty cells on all sides, so that every cell of the sheet has all its neighbours.
const RIM: usize = 2;

/// A view is counted in about so many steps across or down.
const STEPS_IN_VIEW: f64 = 16.0;

const BLOCKS_ACROSS: usize = 40;

/// The square of the spacing, as squares of distances are counted: fine enough to tell any two apart.
const SPACING2: u32 = 1 << 28;

/// Where the seeds are.
#[derive(Debug, Default)]
pub(super) struct Grid {
    cell: f64,
    n_cols: usize,
    n_rows: usize,
    /// Index of the seed, plus one; zero is empty. Row by row.
    cells: Vec<u32>,
    /// Of each seed.
    pub(super) points: Vec<MapPoint>,
}

impl Grid {
    /// The seeds among these points, and for each point the index of its seed: that of its cell, or else the nearest
    /// closer than the spacing; of equals the larger.
    pub(super) fn grow(points: &[MapPoint], spacing: f64) -> (Self, Vec<u32>) {
        let cell = spacing * std::f64::consts::FRAC_1_SQRT_2;
        let n_cols = (SHEET_WIDTH / cell) as usize + 1 + 2 * RIM;
        let n_rows = ((BOTTOM - TOP) / cell) as usize + 1 + 2 * RIM;
        let mut grid = Self { cell, n_cols, n_rows, ..Self::default() };
        let mut all_cells = vec![0; n_cols * n_rows];
        let cells = all_cells.as_mut_slice();
        // A bit for each cell that is taken: so little that it stays at hand.
        let n_bytes = n_cols / 8 + 2;
        let mut all_taken = vec![0_u8; n_bytes * n_rows];
        let taken = all_taken.as_mut_slice();
        let mut seeds: Vec<MapPoint> = Vec::new();
        let mut seed_of = vec![0; points.len()];
        let per_cell = 1.0 / cell;
        let per_spacing2 = f64::from(SPACING2) / (spacing * spacing);
        for (&at, seed_of) in points.iter().zip(&mut seed_of) {
            let (x, y) = (at.x * per_cell, (at.y - TOP) * per_cell);
            let (left, top) = ((x as usize).min(n_cols - 5), (y as usize).min(n_rows - 5));
            let own = (top + 2) * n_cols + left + 2;
            let own_byte = (top + 2) * n_bytes + (left + 2) / 8;
            let own_bit = 1 << ((left + 2) % 8);
            if taken[own_byte] & own_bit != 0 {
                *seed_of = cells[own] - 1;
                continue;
            }
            // Of the 5 × 5 cells around it those that are taken, and of the outer ones those that are near enough.
            let mut near = 0;
            let mut byte = top * n_bytes + left / 8;
            for row in 0..5 {
                let bits = (u32::from(taken[byte]) | u32::from(taken[byte + 1]) << 8) >> (left % 8);
                near |= (bits & 31) << (5 * row);
                byte += n_bytes;
            }
            let mut nearest = u64::from(SPACING2) << 32;
            while near != 0 {
                let bit = near.trailing_zeros() as usize;
                near &= near - 1;
                let seed = cells[(top + bit / 5) * n_cols + left + bit % 5];
                let point = seeds[seed as usize - 1];
                let (x, y) = (point.x - at.x, point.y - at.y);
                let distance2 = ((x * x + y * y) * per_spacing2) as u32;
                nearest = nearest.min(u64::from(distance2) << 32 | u64::from(seed));
            }
            let mut seed = nearest as u32;
            if seed == 0 {
                seeds.push(at);
                seed = seeds.len() as u32;
                cells[own] = seed;
                taken[own_byte] |= own_bit;
            }
            *seed_of = seed - 1;
        }
        (grid.cells, grid.points) = (all_cells, seeds);
        (grid, seed_of)
    }

    /// Points beyond the globe count to the outermost cells.
    pub(super) fn cell_of(&self, at: MapPoint) -> (usize, usize) {
        let col = (at.x / self.cell) as usize + RIM;
        let row = ((at.y - TOP) / self.cell) as usize + RIM;
        (col.min(self.n_cols - 1 - RIM), row.min(self.n_rows - 1 - RIM))
    }

    /// The most seeds that a view of this size in map units can hold wherever it is, or somewhat more: the view is counted
    /// as the steps of cells that it touches.
    pub(super) fn most_within(&self, width: f64, height: f64) -> usize {
        if self.points.len() <= MAX_MARKS {
            return self.points.len();
        }
        let (across, down) = (width / self.cell, height / self.cell);
        let step = (across.min(down) / STEPS_IN_VIEW) as usize + 1;
        let (n_cols, n_rows) = (self.n_cols / step + 2, self.n_rows / step + 2);
        // Of each step: how many seeds there are above it and to the left, itself included. The first of all are empty.
        let mut sums = vec![0_u32; n_cols * n_rows];
        for &at in &self.points {
            let (col, row) = self.cell_of(at);
            sums[(row / step + 1) * n_cols + col / step + 1] += 1;
        }
        for row in 1..n_rows {
            let mut n_in_row = 0;
            for idx in row * n_cols..(row + 1) * n_cols {
                n_in_row += sums[idx];
                sums[idx] = n_in_row + sums[idx - n_cols];
            }
        }
        let across = (across / step as f64) as usize + 2;
        let down = (down / step as f64) as usize + 2;
        let (across, down) = (across.min(n_cols - 1), down.min(n_rows - 1));
        let mut n_most = 0;
        for row in down..n_rows {
            for right in row * n_cols + across..(row + 1) * n_cols {
                let above = right - down * n_cols;
                n_most = n_most.max(sums[right] + sums[above - across] - sums[right - across] - sums[above]);
            }
        }
        n_most as usize
    }

    /// The seed of a cell, which is a column and a row.
    pub(super) fn seed_in(&self, (col, row): (usize, usize)) -> Option<usize> {
        (self.cells[row * self.n_cols + col] as usize).checked_sub(1)
    }

    /// How many cells a block has across and down: with more cells there are larger blocks and not more of them.
    fn block_side(&self) -> usize {
        self.n_cols / BLOCKS_ACROSS + 1
    }

    pub(super) fn n_blocks(&self) -> usize {
        BLOCKS_ACROSS * (self.n_rows / self.block_side() + 1)
    }

    /// The block of a seed.
    pub(super) fn block_of(&self, seed: usize) -> usize {
        let ((col, row), side) = (self.cell_of(self.points[seed]), self.block_side());
        row / side * BLOCKS_ACROSS + col / side
    }

    /// The columns and the rows of a block.
    pub(super) fn cells_of_block(&self, block: usize) -> (Range<usize>, Range<usize>) {
        let side = self.block_side();
        let from = |start: usize, n: usize| start..(start + side).min(n);
        let (col, row) = (block % BLOCKS_ACROSS * side, block / BLOCKS_ACROSS * side);
        (from(col, self.n_cols), from(row, self.n_rows))
    }
}
