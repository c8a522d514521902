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
    assert_eq!((found.marks.len(), found.outside), (1, vec![0]));
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
            assert_eq!(n_members + found.outside.len(), places.as_slice().len());
        }
    }
}

#[test]
fn panning_never_regroups() {
    let places = random_places(200);
    let here = eurasia().zoomed_by(2.0);
    let there = here.panned_by(37.3, -11.9);
    let groups = |viewport: &Viewport| -> Vec<Vec<u32>> {
        let inner = viewport.screen().inset(60.0);
        let marks = cluster(&places, viewport).marks;
        marks.into_iter().filter(|mark| inner.contains(mark.screen)).map(|mark| mark.place_keys).collect()
    };
    let after: Vec<_> = cluster(&places, &there).marks.into_iter().map(|mark| mark.place_keys).collect();
    assert!(groups(&here).iter().all(|group| after.contains(group)));
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
        places.reverse();
        prop_assert_eq!(cluster(&places, &viewport).marks, found.marks);
    }
}
