//! Pills at the edge of the view for what lies beyond it: "New York 5 →".
//!
//! A pill stands where the line from the middle of the view to its city leaves the view. Cities in about the same
//! direction share one, named after the largest; pills slide along the edge rather than cover each other or a
//! control.

mod track;

use std::f64::consts::TAU;

use super::cluster::Places;
use super::projection::MapPoint;
use super::screen::{ScreenPoint, ScreenRect};
use super::viewport::Viewport;
use crate::order::sort_by;
use track::Track;

pub const MAX_PILLS: usize = 6;

pub const PILL_HEIGHT_PX: f64 = 28.0;

/// Between a pill and the edge, another pill or a control.
const ROOM_PX: f64 = 6.0;

/// Directions that are told apart before anything is placed.
const N_SECTORS: usize = 24;

#[derive(Debug, Clone, PartialEq)]
pub struct Pill {
    pub rect: ScreenRect,
    /// Where its arrow points, clockwise from the right.
    pub angle_deg: f64,
    /// The largest place first; it gives the pill its name.
    pub place_keys: Vec<u32>,
    /// Partners at all its places.
    pub count: u32,
    /// The largest place, to move the view to.
    pub target: MapPoint,
}

impl Pill {
    /// The place that names the pill.
    pub fn key(&self) -> u32 {
        self.place_keys.first().copied().unwrap_or_default()
    }

    pub fn n_more_places(&self) -> usize {
        self.place_keys.len().saturating_sub(1)
    }
}

/// Places in about the same direction.
struct Group {
    place_keys: Vec<u32>,
    /// Partners at the place that names the group.
    n_at_largest: usize,
    count: u32,
    target: MapPoint,
    angle: f64,
}

/// `outside` as `Places::cluster` gives it. `width_px` is the width of a pill for a place's key and a count;
/// `keep_out` is what pills may not cover: controls that lie over the map, and its marks. The largest comes first.
pub fn pills(
    places: &Places,
    outside: &[usize],
    viewport: &Viewport,
    keep_out: &[ScreenRect],
    width_px: impl Fn(u32, u32) -> f64,
) -> Vec<Pill> {
    let mut groups = groups(places, outside, viewport);
    while groups.len() > MAX_PILLS {
        join_the_closest(&mut groups);
    }
    sort_by(&mut groups, |a, b| (b.count, a.place_keys.first()).cmp(&(a.count, b.place_keys.first())));
    let mut pills: Vec<Pill> = Vec::new();
    for group in groups {
        let width_px = width_px(group.place_keys.first().copied().unwrap_or_default(), group.count);
        let is_free = |rect: ScreenRect| {
            let with_room = rect.inset(-ROOM_PX);
            !keep_out.iter().chain(pills.iter().map(|it| &it.rect)).any(|it| it.overlaps(with_room))
        };
        let track = Track::new(viewport.screen().inset(ROOM_PX), width_px, PILL_HEIGHT_PX);
        let spot = track.nearest_free(viewport.screen_from_map(group.target), is_free);
        match spot {
            Some(rect) => pills.push(group.pill(rect, viewport)),
            None => give_to_the_nearest(&mut pills, group, viewport),
        }
    }
    pills
}

fn groups(places: &Places, outside: &[usize], viewport: &Viewport) -> Vec<Group> {
    let middle = viewport.screen().center();
    let mut sectors: [Option<Group>; N_SECTORS] = [const { None }; N_SECTORS];
    for place in outside.iter().filter_map(|&idx| places.as_slice().get(idx)) {
        let angle = angle_between(middle, viewport.screen_from_map(place.at));
        let sector = ((angle / TAU * N_SECTORS as f64) as usize).min(N_SECTORS - 1);
        let group = sectors[sector].get_or_insert_with(|| Group {
            place_keys: Vec::new(),
            n_at_largest: place.members.len(),
            count: 0,
            target: place.at,
            angle,
        });
        group.place_keys.push(place.key);
        group.count += place.members.len() as u32;
    }
    sectors.into_iter().flatten().collect()
}

/// 0 to τ, clockwise from the right.
fn angle_between(from: ScreenPoint, to: ScreenPoint) -> f64 {
    one_turn((to.y_px - from.y_px).atan2(to.x_px - from.x_px))
}

/// The same angle from 0 to τ.
fn one_turn(angle: f64) -> f64 {
    if angle < 0.0 { angle + TAU } else { angle }
}

/// Groups are in the order of their directions; the last is a neighbour of the first.
fn join_the_closest(groups: &mut Vec<Group>) {
    let n = groups.len();
    let turn_to_next = |idx: usize| one_turn(groups[(idx + 1) % n].angle - groups[idx].angle);
    let closest = (0..n).min_by(|&a, &b| turn_to_next(a).total_cmp(&turn_to_next(b)));
    if let Some(idx) = closest {
        let next = groups.remove((idx + 1) % n);
        let into = if idx + 1 == n { idx - 1 } else { idx };
        groups[into].join(next);
    }
}

impl Group {
    /// Takes the other's name and target if that has the larger city.
    fn join(&mut self, mut other: Self) {
        if other.n_at_largest > self.n_at_largest {
            std::mem::swap(self, &mut other);
        }
        self.place_keys.append(&mut other.place_keys);
        self.count += other.count;
    }

    fn pill(self, rect: ScreenRect, viewport: &Viewport) -> Pill {
        let to = viewport.screen_from_map(self.target);
        Pill {
            rect,
            angle_deg: angle_between(rect.center(), to).to_degrees(),
            place_keys: self.place_keys,
            count: self.count,
            target: self.target,
        }
    }
}

/// Without room for a pill of its own, a group is told by the nearest. Where controls leave room for no pill at all,
/// none is drawn: the list still has everyone.
fn give_to_the_nearest(pills: &mut [Pill], mut group: Group, viewport: &Viewport) {
    let at = viewport.screen_from_map(group.target);
    let distance_px = |pill: &Pill| viewport.screen_from_map(pill.target).distance_px(at);
    let nearest = pills.iter_mut().min_by(|a, b| distance_px(a).total_cmp(&distance_px(b)));
    if let Some(pill) = nearest {
        pill.place_keys.append(&mut group.place_keys);
        pill.count += group.count;
    }
}

#[cfg(test)]
mod tests;
