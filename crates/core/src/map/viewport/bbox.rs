//! A view as four numbers for an address: `west,south,east,north` in degrees with two decimals.
//!
//! A view of the sheet is no box of longitudes and latitudes, so this says what is meant: north and south are the
//! parallels at its top and bottom, west and east the ends of the longest parallel in view. The cut of the sheet
//! (169°W) may be either end.

use std::fmt;
use std::str::FromStr;

use super::super::outline_file::{LON0_DEG, TX, TY};
use super::super::projection::{LonLat, MapPoint, lat_deg_from_map_y, lon_deg_on_parallel, map_from_lon_lat};
use super::{MapBounds, Viewport};
use crate::decimals::within;

/// In hundredths of a degree, so that what is written is what is meant. West is −169° to 191°, as is east: counted
/// on beyond 180°, so that west < east always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bbox {
    west: i32,
    south: i32,
    east: i32,
    north: i32,
}

const CUT: i32 = (LON0_DEG as i32 - 180) * 100;
const TURN: i32 = 36_000;
const POLE: i32 = 9_000;

/// The text is not a box on the globe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotABbox;

impl fmt::Display for NotABbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not west,south,east,north in degrees")
    }
}

impl std::error::Error for NotABbox {}

impl Bbox {
    pub fn of(viewport: &Viewport) -> Self {
        let MapBounds { min, max } = viewport.bounds();
        let north = lat_deg_from_map_y(min.y).unwrap_or(90.0);
        let south = lat_deg_from_map_y(max.y).unwrap_or(-90.0);
        let longest_deg = within(0.0, south, north);
        let lon = |x| hundredths(lon_deg_on_parallel(x, longest_deg)).clamp(CUT, CUT + TURN);
        Self { west: lon(min.x), south: hundredths(south), east: lon(max.x), north: hundredths(north) }
    }

    /// The view of this size that shows the box and as little else as it can.
    pub fn viewport(self, width_px: f64, height_px: f64) -> Viewport {
        Viewport::new(MapPoint { x: 0.0, y: 0.0 }, 0.0, width_px, height_px).fit_bounds(self.bounds(), 0.0)
    }

    /// Whether a point of the sheet lies in the view that the box was made of.
    pub fn contains(self, at: MapPoint) -> bool {
        let MapBounds { min, max } = self.bounds();
        (min.x..=max.x).contains(&at.x) && (min.y..=max.y).contains(&at.y)
    }

    fn bounds(self) -> MapBounds {
        let longest = 0.clamp(self.south, self.north);
        let x = |lon: i32| {
            // The far side of the cut is projected from its mirror: the sheet is symmetric about its meridian.
            let from_meridian = f64::from(lon) / 100.0 - LON0_DEG;
            let mirrored = LonLat::new(LON0_DEG - from_meridian.abs().min(180.0), f64::from(longest) / 100.0);
            let half_width = mirrored.map_or(0.0, |it| (map_from_lon_lat(it).x - TX).abs());
            TX + half_width.copysign(from_meridian)
        };
        let y =
            |lat: i32| LonLat::new(LON0_DEG, f64::from(lat) / 100.0).map_or(TY, |it| map_from_lon_lat(it).y);
        MapBounds {
            min: MapPoint { x: x(self.west), y: y(self.north) },
            max: MapPoint { x: x(self.east), y: y(self.south) },
        }
    }
}

fn hundredths(deg: f64) -> i32 {
    (deg * 100.0).round() as i32
}

/// Reads `-12`, `12.3` or `.345`, and rounds. `None` also for what is too large for a `u16`.
fn parse_hundredths(text: &str) -> Option<i32> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (units, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let is_plain = digits.len() <= 24 && units.bytes().chain(decimals.bytes()).all(|b| b.is_ascii_digit());
    if !is_plain || units.len() + decimals.len() == 0 {
        return None;
    }
    let units: u16 = if units.is_empty() { 0 } else { units.parse().ok()? };
    let digit = |idx: usize| decimals.as_bytes().get(idx).map_or(0, |b| i32::from(b - b'0'));
    let hundredths = digit(0) * 10 + digit(1) + i32::from(digit(2) >= 5);
    Some(sign * (i32::from(units) * 100 + hundredths))
}

/// Longitudes beyond 180° are written from the west again: `-170.00`, not `190.00`.
impl fmt::Display for Bbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lon = |value: i32| if value > TURN / 2 { value - TURN } else { value };
        for (separator, value) in
            [("", lon(self.west)), (",", self.south), (",", lon(self.east)), (",", self.north)]
        {
            let sign = if value < 0 { "-" } else { "" };
            write!(f, "{separator}{sign}{}.{:02}", value.abs() / 100, value.abs() % 100)?;
        }
        Ok(())
    }
}

impl FromStr for Bbox {
    type Err = NotABbox;

    /// Accepts any number of decimals and rounds; refuses what is no box on the globe.
    fn from_str(text: &str) -> Result<Self, NotABbox> {
        let mut numbers = [0; 4];
        let mut parts = text.split(',');
        for (number, limit) in numbers.iter_mut().zip([TURN / 2, POLE, TURN / 2, POLE]) {
            let part = parts.next().ok_or(NotABbox)?;
            *number = parse_hundredths(part).ok_or(NotABbox)?;
            if number.abs() > limit {
                return Err(NotABbox);
            }
        }
        let [west, south, east, north] = numbers;
        let west = if west < CUT { west + TURN } else { west };
        let east = if east <= CUT { east + TURN } else { east };
        let is_box = west < east && south < north;
        if parts.next().is_none() && is_box { Ok(Self { west, south, east, north }) } else { Err(NotABbox) }
    }
}
