//! What a reader relies on: marks never touch, nobody is lost, and a city is one mark.

use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::map::projection::{LonLat, map_from_lon_lat};
use crate::map::viewport::Preset;

fn place(key: u32, lon_deg: f64, lat_deg: f64, stages: &[Stage]) -> Place {
    let members = stages.iter().zip(key * 100..).map(|(&stage, id)| Member { id, stage }).collect();
    Place { key, at: map_from_lon_lat(LonLat::new(lon_deg, lat_deg).unwrap()), members }
}

fn cluster(places: &[Place], viewport: &Viewport) -> Clusters {
    Places::new(places.to_vec()).cluster(viewport)
}

fn eurasia() -> Viewport {
    Viewport::preset(Preset::Eurasia, 1000.0, 846.0)
}

const MEMORANDUM: [Stage; 1] = [Stage::Memorandum];

#[test]
fn cities_too_close_to_tell_apart_take_the_name_of_the_largest() {
    let brussels = place(1, 4.35, 50.85, &[Stage::Dialogue, Stage::Memorandum]);
    let bonn = place(2, 7.1, 50.73, &[Stage::Cooperation]);
    let places = Places::new(vec![bonn.clone(), brussels.clone()]);
    let found = places.cluster(&eurasia());
    assert_eq!(found.marks.len(), 1);
    let mark = &found.marks[0];
    assert_eq!((mark.key(), mark.n_more_places()), (1, 1));
    assert!(places.member_ids(mark).eq([100, 101, 200]));
    assert_eq!(mark.at, brussels.at);
    let counts: Vec<_> = mark.counts.iter().collect();
    assert_eq!(counts, [(Stage::Dialogue, 1), (Stage::Cooperation, 1), (Stage::Memorandum, 1)]);
    let near = eurasia().fit([brussels.at, bonn.at], 60.0);
    assert_eq!(cluster(&[bonn, brussels], &near).marks.len(), 2);
}

#[test]
fn a_partner_alone_shows_its_stage_and_several_a_number() {
    let places =
        [place(1, 35.0, 39.0, &MEMORANDUM), place(2, 71.4, 51.1, &[Stage::Dialogue, Stage::Dialogue])];
    let marks = cluster(&places, &eurasia()).marks;
    assert_eq!(marks.iter().map(Mark::only_stage).collect::<Vec<_>>(), [None, Some(Stage::Memorandum)]);
}

#[test]
fn what_lies_out_of_view_is_told() {
    let places = [place(1, -74.0, 40.7, &MEMORANDUM), place(2, 16.4, 48.2, &MEMORANDUM)];
    let found = cluster(&places, &eurasia());
    assert_eq!(
        (found.marks.len(), found.outside),
        (1, vec![Outside { place_idx: 0, n_places: 1, count: 1 }])
    );
}

#[test]
fn empty_and_broken_places_are_left_out() {
    let mut nowhere = place(1, 0.0, 0.0, &MEMORANDUM);
    nowhere.at.x = f64::NAN;
    assert_eq!(cluster(&[nowhere, place(2, 10.0, 50.0, &[])], &eurasia()), Clusters::default());
}

#[test]
fn the_marks_leave_room_for_each_other() {
    assert!(2.0 * radius_px(u32::MAX) < MIN_SPACING_PX);
    const { assert!(MIN_SPACING_PX >= 24.0, "targets of 24 px would collide") };
}

fn random_places(n: u32) -> Vec<Place> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1 << 24)
    };
    (0..n).map(|key| place(key, next() * 360.0 - 180.0, next() * 140.0 - 56.0, &MEMORANDUM)).collect()
}

#[test]
fn a_hundred_thousand_places_make_few_marks_fast_and_lose_nobody() {
    let places = Places::new(random_places(100_000));
    for (width, height) in [(360.0, 240.0), (1000.0, 846.0), (3840.0, 2160.0)] {
        for preset in Preset::ALL {
            let viewport = Viewport::preset(preset, width, height);
            let start = Instant::now();
            let found = places.cluster(&viewport);
            let millis = start.elapsed().as_millis();
            assert!(found.marks.len() <= MAX_MARKS);
            assert!(millis < 2_000, "{preset:?} at {width} px took {millis} ms");
            let n_members: usize = found.marks.iter().map(|mark| places.member_ids(mark).count()).sum();
            let n_outside: u32 = found.outside.iter().map(|it| it.n_places).sum();
            assert_eq!(n_members + n_outside as usize, places.as_slice().len());
        }
    }
}

/// A mark as it stands on the sheet, wherever the view is.
fn on_sheet(mark: &Mark) -> (MapPoint, Vec<u32>, StageCounts) {
    (mark.at, mark.place_keys.to_vec(), mark.counts)
}

#[test]
fn panning_never_regroups() {
    for n in [600, 5_000] {
        let places = Places::new(random_places(n));
        let here = eurasia().zoomed_by(2.0);
        let there = here.panned_by(37.3, -11.9);
        assert_eq!(here.scale(), there.scale());
        let first = places.cluster(&here);
        let after_pan = places.cluster_after(Some(&first), &there);
        assert!(Arc::ptr_eq(&first.grouping, &after_pan.grouping));
        assert_eq!(after_pan, places.cluster(&there));
        let still_seen: Vec<_> = first
            .marks
            .iter()
            .filter(|mark| there.screen().contains(there.screen_from_map(mark.at)))
            .map(on_sheet)
            .collect();
        let after: Vec<_> = after_pan.marks.iter().map(on_sheet).collect();
        assert!(still_seen.len() > 10, "{}", still_seen.len());
        assert!(still_seen.iter().all(|mark| after.contains(mark)), "{n}");
    }
}

#[test]
fn what_lies_out_of_view_is_told_as_few_however_many_places_there_are() {
    for n in [300, 301, 30_000] {
        let places = Places::new(random_places(n));
        let viewport = eurasia().zoomed_by(6.0);
        let found = places.cluster(&viewport);
        let n_places: usize = found.marks.iter().map(|mark| mark.place_keys.len()).sum();
        let partners = found.marks.iter().map(|mark| mark.counts.total());
        let told = found.outside.iter().map(|it| (it.n_places, it.count));
        assert_eq!(told.clone().map(|it| it.0).sum::<u32>() as usize + n_places, places.as_slice().len());
        assert_eq!(told.map(|it| it.1).chain(partners).sum::<u32>(), n);
        assert!(found.outside.len() < 2_000, "{} of {n}", found.outside.len());
    }
}

/// The groups that a plain walk makes, seed by seed: each place joins the seed of its cell of the grid, else the nearest
/// closer than the spacing, else it is a seed. The indices of the places, group by group.
fn plain_groups(places: &Places, spacing: f64) -> Vec<Vec<u32>> {
    let cell_of = |at: MapPoint| {
        let cell = spacing * std::f64::consts::FRAC_1_SQRT_2;
        ((at.x / cell).floor(), ((at.y + 2.0) / cell).floor())
    };
    let mut groups: Vec<(MapPoint, Vec<u32>)> = Vec::new();
    for (place, idx) in places.as_slice().iter().zip(0..) {
        let distance = |at: MapPoint| (at.x - place.at.x).hypot(at.y - place.at.y);
        let of_cell = groups.iter().position(|(at, _)| cell_of(*at) == cell_of(place.at));
        let nearest = || {
            let near = groups.iter().enumerate().filter(|(_, (at, _))| distance(*at) < spacing);
            near.min_by(|(_, a), (_, b)| distance(a.0).total_cmp(&distance(b.0))).map(|(group, _)| group)
        };
        match of_cell.or_else(nearest) {
            Some(group) => groups[group].1.push(idx),
            None => groups.push((place.at, vec![idx])),
        }
    }
    groups.into_iter().map(|(_, indices)| indices).collect()
}

proptest! {
    #[test]
    fn marks_never_touch_and_the_order_of_the_data_does_not_matter(
        spots in prop::collection::vec((-180.0..180.0_f64, -60.0..80.0_f64, 1..4_usize), 1..120),
        factor in 0.3..20.0_f64
    ) {
        let viewport = eurasia().zoomed_by(factor);
        let mut places: Vec<_> = spots.iter().zip(0..)
            .map(|(&(lon, lat, n), key)| place(key, lon, lat, &[Stage::Dialogue; 4][..n])).collect();
        let found = cluster(&places, &viewport);
        for (i, a) in found.marks.iter().enumerate() {
            for b in &found.marks[..i] {
                prop_assert!(a.screen.distance_px(b.screen) >= MIN_SPACING_PX - 1e-6);
            }
        }
        let all = Places::new(places.clone());
        let mut expected = plain_groups(&all, MIN_SPACING_PX / viewport.px_per_unit());
        expected.retain(|group| {
            let at = all.as_slice()[group[0] as usize].at;
            viewport.screen().contains(viewport.screen_from_map(at))
        });
        let mut grouped: Vec<_> = found.marks.iter().map(|mark| mark.place_keys.indices().to_vec()).collect();
        grouped.sort();
        prop_assert_eq!(grouped, expected);
        places.reverse();
        prop_assert_eq!(cluster(&places, &viewport).marks, found.marks);
    }

    #[test]
    fn wherever_the_view_is_marks_are_those_of_their_scale_apart_and_few(
        n in 1..4_000_u32,
        factor in 0.3..20.0_f64,
        size in (200.0..1500.0_f64, 200.0..1500.0_f64),
        pan in (-2000.0..2000.0_f64, -2000.0..2000.0_f64),
    ) {
        let places = Places::new(random_places(n));
        let viewport = Viewport::preset(Preset::Eurasia, size.0, size.1).zoomed_by(factor).panned_by(pan.0, pan.1);
        let found = places.cluster(&viewport);
        prop_assert!(found.marks.len() <= MAX_MARKS);
        let n_told: u32 = found.outside.iter().map(|it| it.n_places).sum();
        let n_marked: usize = found.marks.iter().map(|mark| mark.place_keys.len()).sum();
        prop_assert_eq!(n_told as usize + n_marked, n as usize);
        for (i, mark) in found.marks.iter().enumerate() {
            prop_assert!(mark.place_keys.indices().is_sorted());
            prop_assert_eq!(places.as_slice()[mark.place_keys.indices()[0] as usize].at, mark.at);
            for other in &found.marks[..i] {
                prop_assert!(mark.screen.distance_px(other.screen) >= MIN_SPACING_PX - 1e-6);
            }
        }
    }
}
