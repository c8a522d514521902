//! The view's facts: it keeps its limits, its inverse and its words in an address.

use proptest::prelude::*;

use super::*;
use crate::map::projection::{LonLat, map_from_lon_lat};

fn at(lon_deg: f64, lat_deg: f64) -> MapPoint {
    map_from_lon_lat(LonLat::new(lon_deg, lat_deg).unwrap())
}

fn eurasia() -> Viewport {
    Viewport::preset(Preset::Eurasia, 1000.0, 846.0)
}

#[track_caller]
fn assert_near(a: MapPoint, b: MapPoint, tolerance: f64) {
    assert!((a.x - b.x).abs() <= tolerance && (a.y - b.y).abs() <= tolerance, "{a:?} is not {b:?}");
}

#[test]
fn eurasia_shows_reykjavik_bishkek_and_the_horn_of_africa_at_every_size() {
    for (width, height) in [(1000.0, 846.0), (320.0, 200.0), (360.0, 640.0), (3400.0, 2100.0), (900.0, 300.0)]
    {
        let viewport = Viewport::preset(Preset::Eurasia, width, height);
        for (lon, lat) in [(-21.94, 64.15), (74.6, 42.87), (71.43, 51.13), (38.75, 9.03), (2.35, 48.86)] {
            let screen = viewport.screen_from_map(at(lon, lat));
            assert!(viewport.screen().contains(screen), "{lon} {lat} in {width} × {height}: {screen:?}");
        }
    }
}

#[test]
fn a_single_place_is_shown_from_a_sensible_distance() {
    let viewport = eurasia().fit([at(6.15, 46.2)], 40.0);
    assert!((4.0..12.0).contains(&viewport.px_per_unit()));
    assert_near(viewport.center(), at(6.15, 46.2), 1e-9);
}

#[test]
fn fit_leaves_the_padding_and_nothing_changes_without_points() {
    let points = [at(6.15, 46.2), at(38.75, 9.03), at(32.86, 39.92)];
    let viewport = eurasia().fit(points, 60.0);
    let inner = viewport.screen().inset(59.9);
    assert!(points.iter().all(|&point| inner.contains(viewport.screen_from_map(point))));
    assert_eq!(eurasia().fit([], 60.0), eurasia());
}

#[test]
fn the_place_under_the_pointer_stays_there_when_zooming() {
    let pointer = ScreenPoint::new(620.0, 300.0);
    let before = eurasia();
    let after = before.zoomed_about(pointer, 2.0);
    assert_near(before.map_from_screen(pointer), after.map_from_screen(pointer), 1e-9);
    assert!((after.px_per_unit() - 2.0 * before.px_per_unit()).abs() < 1e-9);
}

#[test]
fn resizing_keeps_the_middle() {
    let viewport = eurasia().zoomed_by(3.0);
    assert_near(viewport.resized(500.0, 400.0).center(), viewport.center(), 1e-9);
}

#[test]
fn a_hidden_element_and_nonsense_do_no_harm() {
    let viewport = Viewport::preset(Preset::Eurasia, 0.0, f64::NAN);
    assert!(viewport.px_per_unit() > 0.0 && viewport.center().x.is_finite());
    assert_eq!(eurasia().zoomed_by(f64::NAN), eurasia());
    assert_eq!(eurasia().panned_by(f64::INFINITY, 0.0), eurasia());
}

#[test]
fn one_cannot_leave_the_world() {
    let far = eurasia().zoomed_by(4.0).panned_by(1e9, -1e9);
    let bounds = far.bounds();
    assert!(bounds.min.x.abs() < 1e-6 && (bounds.max.y - SHEET_HEIGHT).abs() < 1e-6);
    assert!(!Viewport::preset(Preset::World, 1000.0, 500.0).can_zoom_out());
    assert!(!eurasia().zoomed_by(1e9).can_zoom_in());
    assert!(eurasia().can_zoom_in() && eurasia().can_zoom_out());
}

#[test]
fn the_transform_says_what_the_screen_says() {
    let viewport = Viewport::new(MapPoint { x: 500.0, y: 200.0 }, 2.0, 800.0, 400.0);
    assert_eq!(viewport.svg_transform(10), "translate(-600.00 -200.00) scale(0.2000000)");
}

#[track_caller]
fn check_bbox(text: &str, expected: Option<&str>) {
    let read = text.parse::<Bbox>().ok().map(|bbox| bbox.to_string());
    assert_eq!(read.as_deref(), expected, "{text}");
}

#[test]
fn a_box_is_read_rounded_or_refused() {
    check_bbox("-12.00,8.00,100.00,60.00", Some("-12.00,8.00,100.00,60.00"));
    check_bbox("-12,8.004,100.5,60", Some("-12.00,8.00,100.50,60.00"));
    check_bbox("170,-50,-170,10", Some("170.00,-50.00,-170.00,10.00"));
    check_bbox("-169,-58,-169,85", Some("-169.00,-58.00,-169.00,85.00"));
    check_bbox("-0.001,0,10,10", Some("0.00,0.00,10.00,10.00"));
    for nonsense in [
        "",
        "1,2,3",
        "1,2,3,4,5",
        "a,b,c,d",
        "0,10,10,10",
        "10,0,10,10",
        "20,0,10,10",
        "0,0,200,10",
        "0,-91,10,10",
        "NaN,0,10,10",
        "0,0,inf,10",
        "0,0,1e1,10",
        " 0,0,10,10",
        "0,0,10,10,",
        "+1,0,10,10",
    ] {
        check_bbox(nonsense, None);
    }
}

#[test]
fn the_whole_world_has_a_box_that_can_be_read() {
    let world = Viewport::preset(Preset::World, 1000.0, 438.0);
    let text = Bbox::of(&world).to_string();
    assert_eq!(text, "-169.00,-58.01,-169.00,85.02");
    let back = text.parse::<Bbox>().unwrap().viewport(1000.0, 438.0);
    assert_near(back.center(), world.center(), 0.05);
}

proptest! {
    #[test]
    fn the_screen_is_the_inverse_of_the_map(x in 0.0..1000.0_f64, y in 0.0..438.0_f64, factor in 0.5..30.0_f64) {
        let viewport = eurasia().zoomed_by(factor);
        assert_near(viewport.map_from_screen(viewport.screen_from_map(MapPoint { x, y })), MapPoint { x, y }, 1e-6);
    }

    #[test]
    fn every_view_can_be_put_in_an_address_and_back(
        lon in -20.0..110.0_f64, lat in -30.0..58.0_f64, scale in 2.2..24.0_f64
    ) {
        let viewport = Viewport::new(at(lon, lat), scale, 1000.0, 600.0);
        let back = Bbox::of(&viewport).to_string().parse::<Bbox>().unwrap().viewport(1000.0, 600.0);
        assert_near(back.center(), viewport.center(), 0.06);
        prop_assert!((back.px_per_unit() / viewport.px_per_unit() - 1.0).abs() < 0.005);
    }

    #[test]
    fn no_gesture_breaks_the_limits(
        width in 0.0..5000.0_f64, height in 0.0..3000.0_f64, factor in 1e-3..1e3_f64,
        dx in -1e5..1e5_f64, dy in -1e5..1e5_f64
    ) {
        let viewport = Viewport::preset(Preset::Europe, width, height).zoomed_by(factor).panned_by(dx, dy);
        prop_assert!((0.0..=SHEET_WIDTH).contains(&viewport.center().x));
        prop_assert!((0.0..=SHEET_HEIGHT).contains(&viewport.center().y));
        prop_assert!(viewport.px_per_unit() >= whole_px_per_unit(width.max(1.0), height.max(1.0)) * 0.999);
    }
}
