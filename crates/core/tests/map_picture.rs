//! Pictures as tests: the map of a fixed set of places is committed as SVG and reviewed in the diff.
//!
//! `UPDATE_GOLDEN=1 cargo test -p atlas-core --test map_picture` redraws them; look at them before committing.

#![cfg(test)]

#[path = "map_picture/scene.rs"]
mod scene;

use atlas_core::domain::vocabulary::Stage::{
    self, ActionPlan, Cooperation, Dialogue, Exploring, Memorandum, SeekingFormalisation,
};
use atlas_core::map::outline::Outlines;
use atlas_core::map::outline_file::OUTLINE_FILE;
use atlas_core::map::viewport::{Preset, Viewport};
use scene::{City, Scene};

const CITIES: &[City] = &[
    ("Geneva", 6.15, 46.2, &[ActionPlan, Memorandum, Memorandum, Cooperation, Dialogue, Exploring]),
    ("Vienna", 16.37, 48.21, &[Memorandum, Memorandum, Cooperation, Cooperation, Dialogue]),
    ("New York", -74.01, 40.71, &[Memorandum, Memorandum, Dialogue, Cooperation, Cooperation]),
    ("Ankara", 32.85, 39.92, &[Memorandum, Memorandum, Memorandum, ActionPlan]),
    ("Astana", 71.45, 51.18, &[Memorandum, SeekingFormalisation, Exploring]),
    ("Istanbul", 28.95, 41.01, &[Cooperation]),
    ("Brussels", 4.35, 50.85, &[Dialogue, Exploring]),
    ("Bonn", 7.1, 50.73, &[Cooperation]),
    ("Jeddah", 39.19, 21.49, &[Memorandum, Cooperation]),
    ("Paris", 2.35, 48.85, &[Cooperation]),
    ("Rome", 12.51, 41.89, &[SeekingFormalisation]),
    ("Madrid", -3.7, 40.42, &[Memorandum]),
    ("Rabat", -6.83, 34.01, &[ActionPlan]),
    ("Tehran", 51.42, 35.69, &[Memorandum]),
    ("Baku", 49.89, 40.38, &[Dialogue]),
    ("Riyadh", 46.72, 24.69, &[Dialogue]),
    ("Abu Dhabi", 54.4, 24.45, &[Exploring]),
    ("Addis Ababa", 38.75, 9.02, &[SeekingFormalisation]),
    ("Nairobi", 36.82, -1.28, &[Memorandum]),
    ("Warsaw", 21.01, 52.23, &[Cooperation]),
    ("Jakarta", 106.85, -6.21, &[Dialogue]),
    ("Texcoco", -98.88, 19.51, &[Memorandum]),
];

fn outlines() -> Outlines {
    let path = format!("{}/../../public/data/{OUTLINE_FILE}", env!("CARGO_MANIFEST_DIR"));
    Outlines::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[track_caller]
fn check(name: &str, cities: &[City], viewport: Viewport) {
    let drawn = Scene::new(cities, viewport).svg(&outlines());
    let path = format!("{}/tests/golden/map-{name}.svg", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &drawn).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    // Not `assert_eq!`, which would print both pictures in full.
    let first = drawn.lines().zip(golden.lines()).find(|(drawn, golden)| drawn != golden);
    assert!(drawn == golden, "{path} differs, first at: {:.300}", format!("{first:?}"));
}

#[test]
fn the_opening_view() {
    check("eurasia", CITIES, Viewport::preset(Preset::Eurasia, 1000.0, 846.0));
}

#[test]
fn the_opening_view_on_a_phone() {
    check("eurasia-phone", CITIES, Viewport::preset(Preset::Eurasia, 390.0, 300.0));
}

#[test]
fn six_stages_side_by_side() {
    const ROW: &[(&str, Stage)] = &[
        ("exploring", Exploring),
        ("dialogue", Dialogue),
        ("seeking formalisation", SeekingFormalisation),
        ("cooperation", Cooperation),
        ("memorandum", Memorandum),
        ("action plan", ActionPlan),
    ];
    let drawn = scene::legend(ROW);
    let path = format!("{}/tests/golden/map-glyphs.svg", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &drawn).unwrap();
    }
    assert!(drawn == std::fs::read_to_string(&path).unwrap_or_default(), "{path} differs");
}
