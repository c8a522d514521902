//! Turns places into marks that never touch: each place is a mark, or joins a larger one nearby.
//!
//! A mark stands on a real place, its largest. Which places join depends on the scale and the data but not on
//! where the view is, so that panning does not regroup. All partners of a city are one place, hence always one mark.

mod grid;
mod grouping;

use std::ops::{Deref, Range};
use std::sync::Arc;

use super::projection::MapPoint;
use super::screen::{ScreenPoint, ScreenRect};
use super::viewport::Viewport;
use crate::domain::vocabulary::{Stage, Vocabulary};
use crate::fnv;
use crate::order::sort_by;
use grouping::Grouping;

/// Room between the middles of two marks: more than the largest mark is wide.
pub const MIN_SPACING_PX: f64 = 32.0;

/// More marks than this are slow to draw and impossible to read; with more, the spacing grows.
pub const MAX_MARKS: usize = 100;

/// One partner at a place. `id` is the caller's own, such as an index in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    pub id: u32,
    pub stage: Stage,
}

/// A city with its partners. `key` is the caller's own and unique; it decides between equals.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub key: u32,
    pub at: MapPoint,
    pub members: Vec<Member>,
}

/// How many partners are at each stage, in the order of the stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StageCounts([u32; Stage::ALL.len()]);

impl StageCounts {
    pub fn of(members: impl IntoIterator<Item = Member>) -> Self {
        let mut counts = Self::default();
        for member in members {
            counts.0[member.stage as usize] += 1;
        }
        counts
    }

    fn add(&mut self, others: &Self) {
        for (count, other) in self.0.iter_mut().zip(others.0) {
            *count += other;
        }
    }

    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// Only stages that occur.
    pub fn iter(&self) -> impl Iterator<Item = (Stage, u32)> + '_ {
        Stage::ALL.iter().copied().zip(self.0).filter(|&(_, count)| count > 0)
    }
}

/// What is drawn: one place, or several that are too close to tell apart at this scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub screen: ScreenPoint,
    /// Where it stands on the sheet: at its first place.
    pub at: MapPoint,
    /// The largest first; it gives the mark its name.
    pub place_keys: Run,
    pub counts: StageCounts,
    /// Of the keys of its places.
    hash: u64,
}

/// The keys of some places in a row of a list that all marks share, so that it costs little to hand on a mark of many.
#[derive(Debug, Clone)]
pub struct Run {
    all: Arc<Grouped>,
    range: Range<usize>,
}

/// Places, group by group; within each the largest first.
#[derive(Debug, Default)]
struct Grouped {
    keys: Vec<u32>,
    /// Where they are in [`Places::as_slice`].
    indices: Vec<u32>,
}

impl Run {
    fn indices(&self) -> &[u32] {
        &self.all.indices[self.range.clone()]
    }
}

impl Deref for Run {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        &self.all.keys[self.range.clone()]
    }
}

impl PartialEq for Run {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Mark {
    /// The place that names the mark, and identifies it while it stands.
    pub fn key(&self) -> u32 {
        self.place_keys.first().copied().unwrap_or_default()
    }

    /// For "Vienna and 2 more places".
    pub fn n_more_places(&self) -> usize {
        self.place_keys.len().saturating_sub(1)
    }

    /// The stage of its only partner, shown as that stage's glyph; `None` for several, shown as a number.
    pub fn only_stage(&self) -> Option<Stage> {
        if self.counts.total() == 1 { self.counts.iter().next().map(|(stage, _)| stage) } else { None }
    }

    pub fn radius_px(&self) -> f64 {
        radius_px(self.counts.total())
    }

    /// The box around it, to keep other things off.
    pub fn rect(&self) -> ScreenRect {
        ScreenRect::around(self.screen, 2.0 * self.radius_px(), 2.0 * self.radius_px())
    }
}

/// Grows with the count in steps that stay apart for the eye; two of the largest still fit into the spacing.
pub fn radius_px(count: u32) -> f64 {
    match count {
        0 | 1 => 9.0,
        2..=9 => 13.0,
        10..=99 => 14.5,
        _ => 15.5,
    }
}

/// Marks in view, the largest first, and what is out of view.
#[derive(Debug, Clone, Default)]
pub struct Clusters {
    pub marks: Vec<Mark>,
    /// What no mark in view stands for.
    pub outside: Vec<Outside>,
    /// Where both come from, for the next view of the same scale.
    grouping: Arc<Grouping>,
}

impl PartialEq for Clusters {
    fn eq(&self, other: &Self) -> bool {
        self.marks == other.marks && self.outside == other.outside
    }
}

/// A place out of view; where there are very many, several that lie together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outside {
    /// Where the largest is in [`Places::as_slice`].
    pub place_idx: u32,
    pub n_places: u32,
    /// Partners at all its places.
    pub count: u32,
}

/// Places made ready for grouping: sorted once a query, grouped at every change of the scale. However many partners
/// there are, grouping looks at places alone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Places {
    all: Vec<Place>,
    /// Of each place: where it is, and its partners.
    points: Arc<Vec<MapPoint>>,
    counts: Vec<StageCounts>,
}

impl Places {
    /// The largest first; without those that have no members or whose point is no number.
    pub fn new(mut places: Vec<Place>) -> Self {
        places.retain(|it| !it.members.is_empty() && it.at.x.is_finite() && it.at.y.is_finite());
        sort_by(&mut places, |a, b| (b.members.len(), a.key).cmp(&(a.members.len(), b.key)));
        let counts = places.iter().map(|place| StageCounts::of(place.members.iter().copied())).collect();
        let points = Arc::new(places.iter().map(|place| place.at).collect());
        Self { all: places, points, counts }
    }

    pub fn as_slice(&self) -> &[Place] {
        &self.all
    }

    /// The ids of the partners of a mark of these places, in the order of its places, and as given within a place.
    pub fn member_ids<'a>(&'a self, mark: &'a Mark) -> impl Iterator<Item = u32> + 'a {
        let places = mark.place_keys.indices().iter().filter_map(|idx| self.all.get(*idx as usize));
        places.flat_map(|place| place.members.iter().map(|member| member.id))
    }

    /// Tells a mark from one at the same place that is drawn or named in another way, by its places, its counts and,
    /// where that is shown, its only partner.
    pub fn fingerprint(&self, mark: &Mark) -> u64 {
        let only = mark.only_stage().and_then(|_| self.member_ids(mark).next());
        mark.counts.0.into_iter().chain(only).map(u64::from).fold(mark.hash, fnv::step)
    }

    pub fn cluster(&self, viewport: &Viewport) -> Clusters {
        self.cluster_after(None, viewport)
    }

    /// The same, without grouping anew where the last view of these places had the same scale.
    pub fn cluster_after(&self, last: Option<&Clusters>, viewport: &Viewport) -> Clusters {
        let scale = viewport.scale();
        let kept = last.map(|last| &last.grouping).filter(|it| it.is_of(self, scale));
        let grouping = kept.cloned().unwrap_or_else(|| Arc::new(Grouping::of(self, scale)));
        grouping.in_view(self, viewport)
    }
}

#[cfg(test)]
mod tests;
