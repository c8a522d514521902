//! Reads the committed outlines and asks where borders run, so that an update of the source cannot move one unseen.
//!
//! The reasons for each style are in `generators/outlines/borders.json`. A failure here is a question for an editor,
//! not a number to adjust.

#![cfg(test)]

#[path = "outlines/path.rs"]
mod path;

use atlas_core::map::outline::Outlines;
use atlas_core::map::outline_file::{COARSE_OUTLINE_FILE, OUTLINE_FILE};
use path::{Path, at};

#[derive(Debug, PartialEq, Clone, Copy)]
enum Style {
    Solid,
    Dashed,
    None,
}
use Style::{Dashed, Solid};

/// The outlines of the first page and those that take their place: what holds for one holds for the other.
fn both() -> [Outlines; 2] {
    [COARSE_OUTLINE_FILE, OUTLINE_FILE].map(|name| {
        let path = format!("{}/../../public/data/{name}", env!("CARGO_MANIFEST_DIR"));
        Outlines::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
    })
}

fn lines(outlines: &Outlines, text: &str) -> Vec<path::Line> {
    path::lines(Path { text, steps_per_unit: outlines.steps_per_unit })
}

fn crosses(outlines: &Outlines, text: &str, from: (f64, f64), to: (f64, f64)) -> bool {
    path::crosses(Path { text, steps_per_unit: outlines.steps_per_unit }, from, to)
}

fn contains(outlines: &Outlines, text: &str, place: (f64, f64)) -> bool {
    path::contains(Path { text, steps_per_unit: outlines.steps_per_unit }, place)
}

/// A walk across a border: what, from where, to where (longitude, latitude), and the line one must cross.
type Probe = (&'static str, (f64, f64), (f64, f64), Style);

#[track_caller]
fn check(probes: &[Probe]) {
    for outlines in both() {
        check_one(&outlines, probes);
    }
}

#[track_caller]
fn check_one(outlines: &Outlines, probes: &[Probe]) {
    let wrong: Vec<_> = probes
        .iter()
        .filter_map(|&(what, from, to, expected)| {
            let solid = crosses(outlines, &outlines.lines_solid, from, to);
            let dashed = crosses(outlines, &outlines.lines_dashed, from, to);
            let found = match (solid, dashed) {
                (true, false) => Some(Solid),
                (false, true) => Some(Dashed),
                (false, false) => Some(Style::None),
                (true, true) => None,
            };
            (found != Some(expected)).then(|| format!("{what}: expected {expected:?}, found {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn boundaries_that_are_not_agreed_are_dashed() {
    check(&[
        ("Western Sahara and Morocco", (-10.0, 28.2), (-10.0, 27.2), Dashed),
        ("Kosovo and Serbia, north", (20.75, 43.5), (20.9, 42.8), Dashed),
        ("Kosovo and Serbia, east", (21.1, 42.7), (22.0, 42.7), Dashed),
        ("Line of Control", (73.6, 34.2), (74.6, 34.2), Dashed),
        ("Line of Control, north", (75.5, 34.0), (75.5, 35.2), Dashed),
        ("Siachen", (77.3, 34.9), (77.3, 36.2), Dashed),
        ("Aksai Chin", (77.6, 34.2), (79.6, 34.2), Dashed),
        ("Arunachal Pradesh", (93.5, 27.3), (93.5, 29.2), Dashed),
        ("China and Pakistan", (75.6, 36.2), (75.6, 37.2), Dashed),
        ("West Bank, north", (35.2, 32.2), (35.2, 32.8), Dashed),
        ("West Bank, west", (34.8, 31.9), (35.25, 31.9), Dashed),
        ("Golan", (35.6, 33.05), (36.2, 33.05), Dashed),
        ("Sudan and South Sudan", (30.0, 8.8), (30.0, 11.0), Dashed),
        ("Halaib", (35.0, 21.6), (35.0, 22.4), Dashed),
    ]);
}

#[test]
fn there_is_no_line_where_none_is_drawn() {
    check(&[
        ("Perekop", (33.7, 46.5), (33.7, 45.8), Style::None),
        ("Crimea and the mainland, further east", (34.6, 46.5), (34.6, 45.6), Style::None),
        ("Kerch Strait", (35.9, 45.3), (37.6, 45.2), Style::None),
        ("Green line of Cyprus", (33.3, 34.8), (33.3, 35.6), Style::None),
        ("Green line of Cyprus, east", (33.8, 34.8), (33.8, 35.6), Style::None),
        ("Somaliland", (47.0, 9.5), (49.8, 9.5), Style::None),
        ("Hong Kong", (114.15, 22.3), (114.15, 22.9), Style::None),
        ("Karabakh and the rest of Azerbaijan", (46.75, 39.82), (47.7, 39.9), Style::None),
        ("Abkhazia", (42.0, 42.9), (41.3, 43.0), Style::None),
        ("South Ossetia", (43.9, 42.0), (43.95, 42.4), Style::None),
        ("Transnistria", (28.9, 47.0), (29.3, 46.95), Style::None),
        ("Chukotka at 180°", (179.0, 67.5), (-179.0, 67.5), Style::None),
    ]);
}

#[test]
fn ordinary_borders_are_solid() {
    check(&[
        ("France and Germany", (7.2, 48.4), (8.3, 48.4), Solid),
        ("Türkiye and Georgia", (42.8, 40.9), (42.8, 42.0), Solid),
        ("Türkiye and Syria", (38.0, 36.3), (38.0, 37.3), Solid),
        ("Hatay and Syria", (36.2, 36.1), (36.9, 36.1), Solid),
        ("Türkiye and Armenia", (43.2, 40.4), (44.3, 40.4), Solid),
        ("Türkiye and Nakhchivan", (44.4, 39.78), (45.1, 39.5), Solid),
        ("Nakhchivan and Armenia", (45.4, 39.3), (46.2, 39.5), Solid),
        ("Azerbaijan and Armenia", (45.3, 40.1), (46.3, 40.1), Solid),
        ("Kazakhstan and Uzbekistan", (64.0, 42.6), (64.0, 44.2), Solid),
        ("Kazakhstan and Russia", (60.0, 49.5), (60.0, 51.8), Solid),
        ("Kazakhstan and China", (79.0, 44.4), (81.5, 44.4), Solid),
        ("Kyrgyzstan and Tajikistan", (72.5, 38.9), (72.5, 40.1), Solid),
        ("Turkmenistan and Iran", (57.0, 37.4), (57.0, 38.7), Solid),
        ("Hungary and Slovakia", (19.0, 47.6), (19.0, 48.5), Solid),
        ("Ukraine and Russia", (37.0, 49.6), (37.0, 51.0), Solid),
        ("Kosovo and Albania", (20.1, 42.2), (20.75, 42.2), Solid),
        ("Western Sahara and Mauritania", (-11.0, 26.0), (-13.5, 23.5), Solid),
        ("Jordan and the West Bank", (35.35, 31.9), (35.9, 31.9), Solid),
        ("India and Pakistan in Punjab", (74.0, 31.2), (75.1, 31.2), Solid),
        ("China and Sikkim", (88.6, 27.4), (88.6, 28.6), Solid),
        ("Egypt and Sudan in the west", (28.0, 21.6), (28.0, 22.4), Solid),
        ("Ethiopia and Somalia", (45.0, 6.0), (47.5, 6.0), Solid),
        ("Canada and the United States", (-110.0, 48.5), (-110.0, 49.5), Solid),
    ]);
}

#[test]
fn the_line_of_cyprus_exists_for_the_setting_area_only() {
    for outlines in both() {
        let cyprus = &outlines.northern_cyprus;
        assert!(crosses(&outlines, &cyprus.line, (33.3, 34.8), (33.3, 35.6)));
        assert!(contains(&outlines, &cyprus.area, (33.5, 35.25)));
        assert!(!contains(&outlines, &cyprus.area, (32.9, 34.85)));
    }
}

#[test]
fn members_and_observers_hold_what_is_theirs() {
    for outlines in both() {
        check_members(&outlines);
    }
}

#[track_caller]
fn check_members(outlines: &Outlines) {
    let order: Vec<_> = outlines.members.iter().chain(&outlines.observers).map(|it| &*it.code).collect();
    assert_eq!(order, ["AZ", "KZ", "KG", "TR", "UZ", "HU", "TM"]);
    let places: &[(&str, (f64, f64), Option<&str>)] = &[
        ("Baku", (49.7, 40.4), Some("AZ")),
        ("Nakhchivan", (45.41, 39.21), Some("AZ")),
        ("Khankendi", (46.75, 39.82), Some("AZ")),
        ("Astana", (71.43, 51.13), Some("KZ")),
        ("Oskemen", (82.6, 49.95), Some("KZ")),
        ("Bishkek", (74.6, 42.8), Some("KG")),
        ("Osh", (72.85, 40.45), Some("KG")),
        ("Ankara", (32.86, 39.93), Some("TR")),
        ("Antakya", (36.16, 36.3), Some("TR")),
        ("Edirne", (26.8, 41.6), Some("TR")),
        ("Van", (43.4, 38.5), Some("TR")),
        ("Nukus", (59.6, 42.46), Some("UZ")),
        ("Fergana", (71.6, 40.45), Some("UZ")),
        ("Budapest", (19.04, 47.5), Some("HU")),
        ("Ashgabat", (58.38, 38.1), Some("TM")),
        ("Yerevan", (44.5, 40.18), None),
        ("Nicosia", (33.36, 35.0), None),
        ("Kyrenia", (33.4, 35.28), None),
        ("Simferopol", (34.1, 45.0), None),
        ("Dushanbe", (68.8, 38.56), None),
        ("Tabriz", (46.3, 38.07), None),
    ];
    for &(name, place, expected) in places {
        let owners: Vec<_> = outlines
            .members
            .iter()
            .chain(&outlines.observers)
            .filter(|it| contains(outlines, &it.path, place))
            .map(|it| &*it.code)
            .collect();
        assert_eq!(owners, expected.into_iter().collect::<Vec<_>>(), "{name}");
        assert!(contains(outlines, &outlines.land, place), "{name} is not on land");
    }
}

#[test]
fn seas_are_sea_and_lakes_are_land() {
    for outlines in both() {
        check_waters(&outlines);
    }
}

#[track_caller]
fn check_waters(outlines: &Outlines) {
    let land = &outlines.land;
    for (name, place) in [
        ("Caspian", (50.5, 42.0)),
        ("Black Sea", (35.0, 43.0)),
        ("Marmara", (28.2, 40.75)),
        ("Red Sea", (38.0, 20.5)),
        ("Antarctica", (60.0, -70.0)),
    ] {
        assert!(!contains(outlines, land, place), "{name}");
    }
    for (name, place) in [
        ("Aral", (59.0, 45.0)),
        ("Lake Van", (42.9, 38.6)),
        ("Issyk-Kul", (77.2, 42.4)),
        ("Chukotka, west of 180°", (179.0, 67.5)),
        ("Chukotka, east of 180°", (-179.0, 67.5)),
        ("Vatican", (12.45, 41.9)),
        ("Greenland", (-40.0, 72.0)),
    ] {
        assert!(contains(outlines, land, place), "{name}");
    }
}

#[test]
fn small_states_are_not_lost() {
    for outlines in both() {
        check_small_states(&lines(&outlines, &outlines.land));
    }
}

#[track_caller]
fn check_small_states(rings: &[path::Line]) {
    for (name, place) in [
        ("Malta", (14.4, 35.9)),
        ("Bahrain", (50.55, 26.05)),
        ("Singapore", (103.8, 1.35)),
        ("Maldives", (73.5, 4.2)),
        ("Nauru", (166.93, -0.53)),
        ("Barbados", (-59.55, 13.18)),
        ("Mauritius", (57.55, -20.3)),
        ("Tonga", (-175.2, -21.2)),
        ("Samoa", (-172.4, -13.6)),
    ] {
        let spot = at(place);
        let is_near = rings.iter().flatten().any(|it| (it.x - spot.x).hypot(it.y - spot.y) < 3.0);
        assert!(is_near, "{name}");
    }
}

#[test]
fn no_line_streaks_across_the_sheet() {
    for outlines in both() {
        let all = [&outlines.land, &outlines.lines_solid, &outlines.lines_dashed];
        let longest = all
            .iter()
            .flat_map(|path| lines(&outlines, path))
            .flat_map(|line| {
                line.windows(2).map(|it| (it[0].x - it[1].x).hypot(it[0].y - it[1].y)).collect::<Vec<_>>()
            })
            .fold(0.0, f64::max);
        // The longest is the 49th parallel between Canada and the United States.
        assert!(longest < 80.0, "{longest}");
    }
}
