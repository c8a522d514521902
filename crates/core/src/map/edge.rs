//! Pills at the edge of the view for what lies beyond it: "New York 5 →".
//!
//! A pill stands where the line from the middle of the view to its city leaves the view. Cities in about the same
//! direction share one, named after the largest; pills slide along the edge rather than cover each other or a
//! control.

mod track;

use std::f64::consts::TAU;

use super::cluster::{Outside, Place, Places};
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
    /// The largest place, which gives the pill its name.
    pub key: u32,
    /// How many places it stands for.
    pub n_places: u32,
    /// Partners at all its places.
    pub count: u32,
    /// The largest place, to move the view to.
    pub target: MapPoint,
}

/// Places in about the same direction.
struct Group<'a> {
    /// Names the group.
    largest: &'a Place,
    told: Outside,
    angle: f64,
}

/// `outside` as `Places::cluster` gives it. `width_px` is the width of a pill for a place's key and a count;
/// `keep_out` is what pills may not cover: controls that lie over the map, and its marks. The largest comes first.
pub fn pills(
    places: &Places,
    outside: &[Outside],
    viewport: &Viewport,
    keep_out: &[ScreenRect],
    width_px: impl Fn(u32, u32) -> f64,
) -> Vec<Pill> {
    let mut groups = groups(places, outside, viewport);
    while groups.len() > MAX_PILLS {
        join_the_closest(&mut groups);
    }
    sort_by(&mut groups, |a, b| (b.told.count, a.largest.key).cmp(&(a.told.count, b.largest.key)));
    let mut pills: Vec<Pill> = Vec::new();
    for group in groups {
        let width_px = width_px(group.largest.key, group.told.count);
        let is_free = |rect: ScreenRect| {
            let with_room = rect.inset(-ROOM_PX);
            !keep_out.iter().chain(pills.iter().map(|it| &it.rect)).any(|it| it.overlaps(with_room))
        };
        let track = Track::new(viewport.screen().inset(ROOM_PX), width_px, PILL_HEIGHT_PX);
        let spot = track.nearest_free(viewport.screen_from_map(group.largest.at), is_free);
        match spot {
            Some(rect) => pills.push(group.pill(rect, viewport)),
            None => give_to_the_nearest(&mut pills, &group, viewport),
        }
    }
    pills
}

fn groups<'a>(places: &'a Places, outside: &[Outside], viewport: &Viewport) -> Vec<Group<'a>> {
    let middle = viewport.screen().center();
    let mut sectors: [Option<Group<'_>>; N_SECTORS] = [const { None }; N_SECTORS];
    for &told in outside {
        let Some(largest) = places.as_slice().get(told.place_idx as usize) else { continue };
        let angle = angle_between(middle, viewport.screen_from_map(largest.at));
        let sector = &mut sectors[((angle / TAU * N_SECTORS as f64) as usize).min(N_SECTORS - 1)];
        let group = Group { largest, told, angle };
        match sector {
            Some(first) => {
                // Places are in order, the largest first.
                let is_larger = told.place_idx < first.told.place_idx;
                first.join(group, is_larger);
            }
            None => *sector = Some(group),
        }
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
fn join_the_closest(groups: &mut Vec<Group<'_>>) {
    let n = groups.len();
    let turn_to_next = |idx: usize| one_turn(groups[(idx + 1) % n].angle - groups[idx].angle);
    let closest = (0..n).min_by(|&a, &b| turn_to_next(a).total_cmp(&turn_to_next(b)));
    if let Some(idx) = closest {
        let next = groups.remove((idx + 1) % n);
        let into = if idx + 1 == n { idx - 1 } else { idx };
        let is_larger = next.largest.members.len() > groups[into].largest.members.len();
        groups[into].join(next, is_larger);
    }
}

impl Group<'_> {
    /// Takes the other's name and target if that has the larger city.
    fn join(&mut self, mut other: Self, is_larger: bool) {
        if is_larger {
            std::mem::swap(self, &mut other);
        }
        self.told.n_places += other.told.n_places;
        self.told.count += other.told.count;
    }

    fn pill(self, rect: ScreenRect, viewport: &Viewport) -> Pill {
        let target = self.largest.at;
        let to = viewport.screen_from_map(target);
        Pill {
            rect,
            angle_deg: angle_between(rect.center(), to).to_degrees(),
            key: self.largest.key,
            n_places: self.told.n_places,
            count: self.told.count,
            target,
        }
    }
}

/// Without room for a pill of its own, a group is told by the nearest. Where controls leave room for no pill at all,
/// none is drawn: the list still has everyone.
fn give_to_the_nearest(pills: &mut [Pill], group: &Group<'_>, viewport: &Viewport) {
    let at = viewport.screen_from_map(group.largest.at);
    let distance_px = |pill: &Pill| viewport.screen_from_map(pill.target).distance_px(at);
    let nearest = pills.iter_mut().min_by(|a, b| distance_px(a).total_cmp(&distance_px(b)));
    if let Some(pill) = nearest {
        pill.n_places += group.told.n_places;
        pill.count += group.told.count;
    }
}

#[cfg(test)]
mod tests;
