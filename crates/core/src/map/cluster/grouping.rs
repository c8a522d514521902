//! All places in groups, as one scale of the map has them, and what of them a view shows.
//!
//! The groups do not depend on where the view is. Once they are there, a view costs what its marks cost: it looks at
//! the cells that it covers, and at the blocks of cells beyond, of which each is told as one.

use std::sync::Arc;

use super::grid::Grid;
use super::{Clusters, Grouped, MAX_MARKS, MIN_SPACING_PX, Mark, Outside, Places, Run, StageCounts};
use crate::fnv;
use crate::map::projection::MapPoint;
use crate::map::viewport::{Scale, Viewport};
use crate::order::sort_by;

/// So many places are told one by one where they lie outside the view.
const MAX_TOLD_ALONE: usize = 300;

/// The groups of all places at one scale.
#[derive(Debug, Default)]
pub(super) struct Grouping {
    /// Of which places, and for which views.
    points: Arc<Vec<MapPoint>>,
    scale: Option<Scale>,
    /// Its seeds are the groups.
    grid: Grid,
    all: Arc<Grouped>,
    groups: Vec<Group>,
    /// What lies in each block of the grid.
    blocks: Vec<Outside>,
}

#[derive(Debug, Clone, Copy)]
struct Group {
    /// Where its places end among all.
    end: u32,
    counts: StageCounts,
    /// Of the keys of its places.
    hash: u64,
}

impl Grouping {
    /// Seeds that would be too many in a view are grouped in turn, further apart: the spacing grows with the most that
    /// a view of this size can hold wherever it is.
    pub(super) fn of(places: &Places, scale: Scale) -> Self {
        let mut spacing = MIN_SPACING_PX / scale.px_per_unit;
        let (width, height) = (scale.width_px / scale.px_per_unit, scale.height_px / scale.px_per_unit);
        let (mut grid, mut group_of) = Grid::grow(&places.points, spacing);
        loop {
            let n_most = grid.most_within(width, height);
            if n_most <= MAX_MARKS {
                break;
            }
            spacing *= (n_most as f64 / MAX_MARKS as f64).sqrt().max(1.1);
            let (coarser, joined) = Grid::grow(&grid.points, spacing);
            for group in &mut group_of {
                *group = joined[*group as usize];
            }
            grid = coarser;
        }
        let points = Arc::clone(&places.points);
        Self { points, scale: Some(scale), grid, ..Self::default() }.filled(places, &group_of)
    }

    /// Whether it is what these places and this scale come to.
    pub(super) fn is_of(&self, places: &Places, scale: Scale) -> bool {
        Arc::ptr_eq(&self.points, &places.points) && self.scale == Some(scale)
    }

    fn filled(mut self, places: &Places, group_of: &[u32]) -> Self {
        let none = Group { end: 0, counts: StageCounts::default(), hash: fnv::START };
        let mut all_groups = vec![none; self.grid.points.len()];
        let groups = all_groups.as_mut_slice();
        for group in group_of {
            groups[*group as usize].end += 1;
        }
        let mut start = 0;
        for group in &mut *groups {
            // As yet the next of its places goes where it ends.
            start += std::mem::replace(&mut group.end, start);
        }
        let (mut all_keys, mut all_indices) = (vec![0; group_of.len()], vec![0; group_of.len()]);
        let (keys, indices) = (all_keys.as_mut_slice(), all_indices.as_mut_slice());
        for (idx, group) in group_of.iter().enumerate() {
            let (group, place) = (&mut groups[*group as usize], &places.all[idx]);
            keys[group.end as usize] = place.key;
            indices[group.end as usize] = idx as u32;
            group.end += 1;
            group.counts.add(&places.counts[idx]);
            group.hash = fnv::step(group.hash, u64::from(place.key));
        }
        self.all = Arc::new(Grouped { keys: all_keys, indices: all_indices });
        self.groups = all_groups;
        self.blocks = vec![Outside::default(); self.grid.n_blocks()];
        for idx in 0..self.groups.len() {
            let group = self.outside(idx);
            let block = &mut self.blocks[self.grid.block_of(idx)];
            if block.n_places == 0 {
                block.place_idx = group.place_idx;
            }
            block.n_places += group.n_places;
            block.count += group.count;
        }
        self
    }

    /// What of its places a view shows.
    pub(super) fn in_view(self: Arc<Self>, places: &Places, viewport: &Viewport) -> Clusters {
        let is_few = places.all.len() <= MAX_TOLD_ALONE;
        let bounds = viewport.bounds();
        let (min, max) = (self.grid.cell_of(bounds.min), self.grid.cell_of(bounds.max));
        let mut found = Clusters::default();
        for (block_idx, block) in self.blocks.iter().enumerate() {
            let (cols, rows) = self.grid.cells_of_block(block_idx);
            let is_near = cols.start <= max.0 && min.0 < cols.end && rows.start <= max.1 && min.1 < rows.end;
            if block.n_places == 0 {
                continue;
            }
            if !is_near && !is_few {
                found.outside.push(*block);
                continue;
            }
            for row in rows {
                for col in cols.clone() {
                    if let Some(idx) = self.grid.seed_in((col, row)) {
                        self.look_at(idx, viewport, is_few.then_some(places), &mut found);
                    }
                }
            }
        }
        sort_by(&mut found.marks, |a, b| (b.counts.total(), a.key()).cmp(&(a.counts.total(), b.key())));
        found.grouping = self;
        found
    }

    /// Marks a group if it is in view, and else tells of it, place by place if these are given.
    fn look_at(&self, idx: usize, viewport: &Viewport, alone: Option<&Places>, found: &mut Clusters) {
        let at = self.grid.points[idx];
        let screen = viewport.screen_from_map(at);
        let range = self.range(idx);
        if viewport.screen().contains(screen) {
            let Group { counts, hash, .. } = self.groups[idx];
            let place_keys = Run { all: Arc::clone(&self.all), range };
            found.marks.push(Mark { screen, at, place_keys, counts, hash });
        } else if let Some(places) = alone {
            for &place_idx in &self.all.indices[range] {
                let count = places.counts[place_idx as usize].total();
                found.outside.push(Outside { place_idx, n_places: 1, count });
            }
        } else {
            found.outside.push(self.outside(idx));
        }
    }

    fn outside(&self, idx: usize) -> Outside {
        let range = self.range(idx);
        Outside {
            place_idx: self.all.indices[range.start],
            n_places: range.len() as u32,
            count: self.groups[idx].counts.total(),
        }
    }

    fn range(&self, idx: usize) -> std::ops::Range<usize> {
        let start = idx.checked_sub(1).map_or(0, |before| self.groups[before].end);
        start as usize..self.groups[idx].end as usize
    }
}
