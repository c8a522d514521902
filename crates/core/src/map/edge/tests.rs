//! Pills point the right way, tell everyone, and cover nothing.

use proptest::prelude::*;

use super::*;
use crate::domain::vocabulary::Stage;
use crate::map::cluster::Member;
use crate::map::projection::{LonLat, map_from_lon_lat};
use crate::map::viewport::Preset;

fn place(key: u32, lon_deg: f64, lat_deg: f64, n: usize) -> Place {
    let members = vec![Member { id: key, stage: Stage::Dialogue }; n];
    Place { key, at: map_from_lon_lat(LonLat::new(lon_deg, lat_deg).unwrap()), members }
}

fn europe() -> Viewport {
    Viewport::preset(Preset::Europe, 900.0, 600.0)
}

fn pills_of(places: Vec<Place>, keep_out: &[ScreenRect]) -> Vec<Pill> {
    let places = Places::new(places);
    let outside = places.cluster(&europe()).outside;
    pills(&places, &outside, &europe(), keep_out, |_, _| 110.0)
}

#[test]
fn new_york_is_to_the_left_and_jakarta_below_to_the_right() {
    let found =
        pills_of(vec![place(1, -74.0, 40.7, 5), place(2, 106.8, -6.2, 1), place(3, 16.4, 48.2, 3)], &[]);
    assert_eq!(found.iter().map(|it| (it.key, it.count)).collect::<Vec<_>>(), [(1, 5), (2, 1)]);
    assert!((170.0..190.0).contains(&found[0].angle_deg), "{}", found[0].angle_deg);
    assert!((found[0].rect.left_px - ROOM_PX).abs() < 1e-6);
    assert!((20.0..80.0).contains(&found[1].angle_deg), "{}", found[1].angle_deg);
}

#[test]
fn cities_in_the_same_direction_share_a_pill_named_after_the_largest() {
    let found = pills_of(vec![place(1, -77.0, 38.9, 1), place(2, -74.0, 40.7, 5)], &[]);
    assert_eq!((found.len(), found[0].key, found[0].count, found[0].n_places), (1, 2, 6, 2));
}

#[test]
fn a_pill_makes_way_for_a_control() {
    let free = pills_of(vec![place(1, -74.0, 40.7, 5)], &[])[0].rect;
    let control = free.inset(-20.0);
    let moved = pills_of(vec![place(1, -74.0, 40.7, 5)], &[control])[0].rect;
    assert!(!moved.overlaps(control) && moved != free);
}

#[test]
fn nothing_outside_needs_no_pill() {
    assert_eq!(pills_of(vec![place(3, 16.4, 48.2, 3)], &[]), []);
}

proptest! {
    #[test]
    fn pills_are_few_apart_and_tell_everyone(
        spots in prop::collection::vec((-180.0..180.0_f64, -55.0..80.0_f64, 1..5_usize), 1..80)
    ) {
        let places: Vec<_> =
            spots.iter().zip(0..).map(|(&(lon, lat, n), key)| place(key, lon, lat, n)).collect();
        let outside = Places::new(places.clone()).cluster(&europe()).outside.len();
        let control = ScreenRect::new(840.0, 450.0, 60.0, 150.0);
        let found = pills_of(places, &[control]);
        prop_assert!(found.len() <= MAX_PILLS);
        prop_assert_eq!(found.iter().map(|it| it.n_places as usize).sum::<usize>(), outside);
        for (i, pill) in found.iter().enumerate() {
            prop_assert!(europe().screen().encloses(pill.rect) && !pill.rect.overlaps(control));
            prop_assert!(found[..i].iter().all(|it| !it.rect.overlaps(pill.rect)));
        }
    }
}
