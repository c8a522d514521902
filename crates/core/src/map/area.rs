//! Where the bubble of a region stands when the map shows areas of work: one reviewed point a region.
//!
//! A point says "about here" and claims nothing: it is chosen so that the bubble is on or near the region, apart
//! from those of its neighbours, and on no capital.

use super::projection::LonLat;
use crate::domain::region::RegionCode;

struct Row {
    /// UN M49.
    code: &'static str,
    at: LonLat,
    /// Why here: for the reader of the table, and no part of the app.
    #[cfg(test)]
    reason: &'static str,
}

#[cfg_attr(not(test), expect(unused_variables, reason = "the reader of the table alone has use for it"))]
const fn row(code: &'static str, lon_deg: f64, lat_deg: f64, reason: &'static str) -> Row {
    match LonLat::new(lon_deg, lat_deg) {
        Some(at) => Row {
            code,
            at,
            #[cfg(test)]
            reason,
        },
        None => panic!("a region's point is off the globe"),
    }
}

const ROWS: &[Row] = &[
    row("002", 22.0, 15.0, "Africa: the Sahel, where the bubbles of its sub-regions leave room"),
    row("015", 8.0, 28.0, "Northern Africa: the Sahara, in the middle from Morocco to Egypt"),
    row(
        "202",
        25.0,
        -12.0,
        "Sub-Saharan Africa: the middle of its south, apart from Middle and Eastern Africa",
    ),
    row("011", -4.0, 12.5, "Western Africa: the middle of its coast and hinterland"),
    row("014", 39.0, 2.0, "Eastern Africa: between the Horn and the Great Lakes"),
    row("017", 16.0, 1.0, "Middle Africa: the Congo basin"),
    row("018", 23.0, -27.0, "Southern Africa: the Kalahari"),
    row("019", -93.0, 33.0, "Americas: where the north narrows, apart from Northern and Central America"),
    row("021", -103.0, 49.0, "Northern America: the middle of the plains"),
    row("419", -72.0, 3.0, "Latin America and the Caribbean: where south and centre meet"),
    row("005", -57.0, -13.0, "South America: the middle of the continent"),
    row("013", -99.0, 20.0, "Central America: the plateau, which is wide enough for a bubble"),
    row("029", -73.0, 19.5, "Caribbean: the middle of the arc of islands"),
    row("142", 91.0, 44.0, "Asia: the middle of the continent's land, between Central and Eastern Asia"),
    row("030", 110.0, 34.0, "Eastern Asia: the middle of its mainland"),
    row("034", 76.0, 23.0, "Southern Asia: the subcontinent, where most of it is"),
    row("035", 104.0, 13.0, "South-eastern Asia: the mainland, nearer to the opening view than the islands"),
    row("143", 66.0, 44.5, "Central Asia: the steppe between the Aral Sea and the Syr Darya, on no border"),
    row("145", 43.0, 31.0, "Western Asia: between Anatolia and Arabia"),
    row("150", 20.0, 50.5, "Europe: the middle, between Western and Eastern Europe"),
    row("039", 16.0, 40.0, "Southern Europe: the middle of its three peninsulas"),
    row("151", 40.0, 54.5, "Eastern Europe: the plain, towards its populated west"),
    row("154", 14.0, 63.5, "Northern Europe: the middle of Scandinavia"),
    row("155", 3.0, 47.0, "Western Europe: its middle, apart from the bubble of Europe"),
    row("009", 164.0, -30.0, "Oceania: the open sea between Australia, New Zealand and the islands"),
    row("053", 134.0, -25.0, "Australia and New Zealand: the middle of Australia"),
    row("054", 148.0, -7.0, "Melanesia: its largest island"),
    row("057", 155.0, 8.0, "Micronesia: the middle of the islands"),
    row("061", -158.0, -15.0, "Polynesia: between Samoa and Tahiti, on the western edge of the sheet"),
];

/// `None` for `worldwide`, which is no place.
pub fn lon_lat_of_region(region: RegionCode) -> Option<LonLat> {
    ROWS.iter().find(|row| row.code == region.code()).map(|row| row.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::projection::{MapPoint, map_from_lon_lat};

    #[test]
    fn every_region_has_one_point_and_worldwide_has_none() {
        for region in RegionCode::all() {
            assert_eq!(lon_lat_of_region(region).is_some(), !region.is_worldwide(), "{region}");
        }
        assert_eq!(ROWS.len() + 1, RegionCode::all().count());
        assert!(ROWS.iter().all(|row| row.reason.len() > 20));
    }

    #[test]
    fn bubbles_stay_apart_even_on_a_small_world_map() {
        let points: Vec<(&str, MapPoint)> =
            ROWS.iter().map(|row| (row.code, map_from_lon_lat(row.at))).collect();
        for (i, (a, at)) in points.iter().enumerate() {
            for (b, other) in &points[..i] {
                let units = (at.x - other.x).hypot(at.y - other.y);
                assert!(units > 32.0, "{a} and {b} are {units:.0} units apart");
            }
        }
    }
}
