//! The six signs of a stage, and the ring of a mark that stands for several partners.
//!
//! Shapes alone tell them apart, at 16 px and without colour. Each sign is one path filled with `evenodd` in one
//! colour, with nothing stroked, so that it survives forced colours and print; a disc under it keeps lines of the
//! map from showing through.

use std::f64::consts::{FRAC_PI_2, TAU};

use super::angle::sin_cos;
use super::cluster::StageCounts;
use crate::decimals::hundredths;
use crate::domain::vocabulary::Stage;

/// Side of the square box that a sign is drawn in; its middle is 8 8 and its rim 7 from there.
pub const BOX_UNITS: f64 = 16.0;

/// The full disc, to lie under a sign in the colour of the paper.
pub const DISC: &str = "M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z";

/// Path data of the sign of a stage in the 16-unit box.
pub const fn path(stage: Stage) -> &'static str {
    match stage {
        Stage::Exploring => {
            "M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM8 2.6a5.4 5.4 0 1 1 0 10.8a5.4 5.4 0 1 1 0-10.8z"
        }
        Stage::Dialogue => {
            "M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM8 2.6a5.4 5.4 0 1 1 0 10.8a5.4 5.4 0 1 1 0-10.8z\
             M8 5.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2z"
        }
        Stage::SeekingFormalisation => "M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM8 2.6v10.8a5.4 5.4 0 0 1 0-10.8z",
        Stage::Cooperation => "M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM8 8v-5.4a5.4 5.4 0 0 0-5.4 5.4z",
        Stage::Memorandum => DISC,
        Stage::ActionPlan => {
            "M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z\
             M3.84 8.88L7.17 12.08L12.31 6.23L10.89 4.97L7.03 9.32L5.16 7.52z"
        }
    }
}

/// The part of a mark's ring for one stage, as wide as its share of the partners.
#[derive(Debug, Clone, PartialEq)]
pub struct RingArc {
    pub stage: Stage,
    pub count: u32,
    /// Fill with `evenodd`, about 0 0.
    pub path: String,
}

/// Between two arcs, in pixels along the rim.
const GAP_PX: f64 = 2.0;

/// Of the outline of an arc that is not filled.
const WALL_PX: f64 = 1.0;

/// Clockwise from the top in the order of the stages. An arc says its stage as the sign does: empty, empty with a
/// dot, half filled, three quarters filled, full, full with a hole.
pub fn ring(counts: &StageCounts, inner_px: f64, outer_px: f64) -> Vec<RingArc> {
    let total = counts.total();
    let n_arcs = counts.iter().count();
    let gap = if n_arcs > 1 { GAP_PX / outer_px } else { 0.0 };
    let mut start = -FRAC_PI_2;
    counts
        .iter()
        .map(|(stage, count)| {
            let sweep = TAU * f64::from(count) / f64::from(total);
            let arc =
                Arc { start: start + gap / 2.0, sweep: (sweep - gap).max(sweep / 4.0), inner_px, outer_px };
            start += sweep;
            RingArc { stage, count, path: arc.path(stage) }
        })
        .collect()
}

/// A piece of a ring; angles in radians, clockwise from the right.
#[derive(Clone, Copy)]
struct Arc {
    start: f64,
    sweep: f64,
    inner_px: f64,
    outer_px: f64,
}

impl Arc {
    fn path(self, stage: Stage) -> String {
        let mut path = self.outline();
        let hole = self.within_walls();
        match stage {
            Stage::Exploring => path += &hole.outline(),
            Stage::Dialogue => path += &(hole.outline() + &hole.dot()),
            Stage::SeekingFormalisation => path += &hole.last(0.5).outline(),
            Stage::Cooperation => path += &hole.last(0.25).outline(),
            Stage::Memorandum => {}
            Stage::ActionPlan => path += &hole.dot(),
        }
        path
    }

    fn within_walls(self) -> Self {
        let wall = if self.is_whole() { 0.0 } else { (WALL_PX / self.middle_px()).min(self.sweep / 4.0) };
        Self {
            start: self.start + wall,
            sweep: self.sweep - 2.0 * wall,
            inner_px: self.inner_px + WALL_PX,
            outer_px: self.outer_px - WALL_PX,
        }
    }

    fn last(self, share: f64) -> Self {
        Self { start: self.start + self.sweep * (1.0 - share), sweep: self.sweep * share, ..self }
    }

    fn middle_px(self) -> f64 {
        f64::midpoint(self.inner_px, self.outer_px)
    }

    fn is_whole(self) -> bool {
        self.sweep > TAU - 1e-6
    }

    fn outline(self) -> String {
        let Self { start, sweep, inner_px, outer_px } = self;
        if self.is_whole() {
            return circle((0.0, 0.0), outer_px) + &circle((0.0, 0.0), inner_px);
        }
        let end = start + sweep;
        let large = u8::from(sweep > TAU / 2.0);
        let [a, b, c, d] = [(start, outer_px), (end, outer_px), (end, inner_px), (start, inner_px)]
            .map(|(angle, px)| pair(at(angle, px)));
        let (outer, inner) = (pair((outer_px, outer_px)), pair((inner_px, inner_px)));
        format!("M{a}A{outer} 0 {large} 1 {b}L{c}A{inner} 0 {large} 0 {d}z")
    }

    /// In the middle, as large as leaves it apart from the walls.
    fn dot(self) -> String {
        let room_px = (self.outer_px - self.inner_px).min(self.sweep * self.middle_px());
        circle(at(self.start + self.sweep / 2.0, self.middle_px()), room_px * 0.38)
    }
}

fn at(angle: f64, radius_px: f64) -> (f64, f64) {
    let (sin, cos) = sin_cos(angle);
    (radius_px * cos, radius_px * sin)
}

fn circle((x, y): (f64, f64), radius_px: f64) -> String {
    let (top, radii) = (pair((x, y - radius_px)), pair((radius_px, radius_px)));
    let diameter = hundredths(2.0 * radius_px);
    format!("M{top}a{radii} 0 1 1 0 {diameter}a{radii} 0 1 1 0 -{diameter}z")
}

fn pair((x, y): (f64, f64)) -> String {
    format!("{} {}", hundredths(x), hundredths(y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::vocabulary::Vocabulary;
    use crate::map::cluster::Member;

    fn counts(stages: &[Stage]) -> StageCounts {
        StageCounts::of(stages.iter().map(|&stage| Member { id: 0, stage }))
    }

    #[test]
    fn every_stage_has_a_sign_of_its_own() {
        let mut paths: Vec<_> = Stage::ALL.iter().map(|&stage| path(stage)).collect();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), Stage::ALL.len());
        assert!(paths.iter().all(|it| it.starts_with(DISC)));
    }

    #[test]
    fn the_ring_has_an_arc_a_stage_in_their_order() {
        let arcs = ring(&counts(&[Stage::Memorandum, Stage::Dialogue, Stage::Memorandum]), 9.0, 13.0);
        let found: Vec<_> = arcs.iter().map(|arc| (arc.stage, arc.count)).collect();
        assert_eq!(found, [(Stage::Dialogue, 1), (Stage::Memorandum, 2)]);
    }

    #[test]
    fn one_stage_alone_closes_the_ring() {
        let arcs = ring(&counts(&[Stage::Memorandum; 3]), 9.0, 13.0);
        assert_eq!(
            arcs[0].path,
            "M0.00 -13.00a13.00 13.00 0 1 1 0 26.00a13.00 13.00 0 1 1 0 -26.00z\
             M0.00 -9.00a9.00 9.00 0 1 1 0 18.00a9.00 9.00 0 1 1 0 -18.00z"
        );
    }

    #[test]
    fn a_ring_without_partners_or_with_many_does_no_harm() {
        assert_eq!(ring(&StageCounts::default(), 9.0, 13.0), []);
        let mut many = vec![Stage::Memorandum; 999];
        many.extend(Stage::ALL);
        assert!(ring(&counts(&many), 9.0, 13.0).iter().all(|arc| !arc.path.contains("NaN")));
    }
}
