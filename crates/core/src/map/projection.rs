//! Equal Earth about 11°E, on the sheet that the outlines were drawn on, forwards and back.
//!
//! Šavrič, Patterson and Jenny (2018), doi:10.1080/13658816.2018.1504949: equal areas, so that no member looks
//! larger than it is; straight parallels; simple enough to keep here. Checked against d3-geo.

use super::angle::{cos, sin};
use super::outline_file::{LON0_DEG, SCALE, TX, TY};
use crate::decimals::within;

/// A place on the globe in degrees, east and north positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LonLat {
    lon_deg: f64,
    lat_deg: f64,
}

impl LonLat {
    /// `None` off the globe: beyond ±180° or ±90°, or not a number.
    pub const fn new(lon_deg: f64, lat_deg: f64) -> Option<Self> {
        let is_on_globe = lon_deg >= -180.0 && lon_deg <= 180.0 && lat_deg >= -90.0 && lat_deg <= 90.0;
        if is_on_globe { Some(Self { lon_deg, lat_deg }) } else { None }
    }

    pub const fn lon_deg(self) -> f64 {
        self.lon_deg
    }

    pub const fn lat_deg(self) -> f64 {
        self.lat_deg
    }
}

/// A point on the sheet in map units: x to the right from 0 to 1000, y down from about 85°N.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapPoint {
    pub x: f64,
    pub y: f64,
}

const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;
/// √3 / 2.
const M: f64 = 0.866_025_403_784_438_6;

/// The largest parametric latitude θ, at the poles: asin(√3/2).
const THETA_MAX: f64 = std::f64::consts::FRAC_PI_3;

pub fn map_from_lon_lat(at: LonLat) -> MapPoint {
    let theta = (M * sin(at.lat_deg.to_radians())).asin();
    let lambda = lambda_from_lon(at.lon_deg);
    MapPoint { x: TX + SCALE * lambda * width_at(theta), y: TY - SCALE * height_at(theta) }
}

/// `None` where the sheet shows no globe: the corners, and beyond the poles.
pub fn lon_lat_from_map(at: MapPoint) -> Option<LonLat> {
    let lat_deg = lat_deg_from_map_y(at.y)?;
    let lon_deg = lon_deg_on_parallel(at.x, lat_deg);
    let is_on_globe = (lon_deg - LON0_DEG).abs() <= 180.0 + 1e-6;
    if is_on_globe { LonLat::new(within(wrapped(lon_deg), -180.0, 180.0), lat_deg) } else { None }
}

/// Latitude of a height on the sheet; parallels are straight. `None` beyond the poles.
pub fn lat_deg_from_map_y(y: f64) -> Option<f64> {
    let theta = theta_from_height((TY - y) / SCALE)?;
    Some(within(sin(theta) / M, -1.0, 1.0).asin().to_degrees())
}

/// Longitude at `x` along a parallel, counted on without wrapping: from −169 to 191 on the globe, beyond it off
/// the globe.
pub(super) fn lon_deg_on_parallel(x: f64, lat_deg: f64) -> f64 {
    let theta = (M * sin(lat_deg.to_radians())).asin();
    LON0_DEG + ((x - TX) / (SCALE * width_at(theta))).to_degrees()
}

/// Longitude from the central meridian in radians, −π to π.
fn lambda_from_lon(lon_deg: f64) -> f64 {
    wrapped(lon_deg - LON0_DEG).to_radians()
}

fn wrapped(lon_deg: f64) -> f64 {
    if lon_deg > 180.0 {
        lon_deg - 360.0
    } else if lon_deg < -180.0 {
        lon_deg + 360.0
    } else {
        lon_deg
    }
}

/// x of one radian of longitude.
fn width_at(theta: f64) -> f64 {
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    cos(theta) / (M * slope_at(t2, t6))
}

fn height_at(theta: f64) -> f64 {
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))
}

/// dy/dθ.
fn slope_at(t2: f64, t6: f64) -> f64 {
    A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2)
}

/// Newton's method; the curve is close to a line, so a few steps reach the last digit.
fn theta_from_height(height: f64) -> Option<f64> {
    let is_between_poles = height.abs() <= height_at(THETA_MAX) + 1e-12;
    if !is_between_poles {
        return None;
    }
    let mut theta = height / A1;
    for _ in 0..12 {
        let t2 = theta * theta;
        let step = (height_at(theta) - height) / slope_at(t2, t2 * t2 * t2);
        theta -= step;
        if step.abs() < 1e-13 {
            break;
        }
    }
    Some(within(theta, -THETA_MAX, THETA_MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(serde::Deserialize)]
    struct Reference {
        lon_deg: f64,
        lat_deg: f64,
        x: f64,
        y: f64,
    }

    #[test]
    fn the_projection_agrees_with_d3_geo() {
        let table: Vec<Reference> =
            serde_json::from_str(include_str!("../../tests/golden/equal-earth.json")).unwrap();
        assert!(table.len() > 10);
        for it in table {
            let at = map_from_lon_lat(LonLat::new(it.lon_deg, it.lat_deg).unwrap());
            assert!(
                (at.x - it.x).abs() < 2e-6 && (at.y - it.y).abs() < 2e-6,
                "{} {}",
                it.lon_deg,
                it.lat_deg
            );
        }
    }

    #[test]
    fn what_is_not_on_the_globe_is_refused() {
        for (lon, lat) in [(180.1, 0.0), (0.0, -90.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert_eq!(LonLat::new(lon, lat), None);
        }
        for (x, y) in [(0.0, 0.0), (1000.0, 10.0), (500.0, -2.0), (f64::NAN, 9.0), (500.0, f64::NAN)] {
            assert_eq!(lon_lat_from_map(MapPoint { x, y }), None, "{x} {y}");
        }
    }

    proptest! {
        #[test]
        fn back_is_the_inverse_of_there(lon in -180.0..180.0_f64, lat in -89.9..89.9_f64) {
            let there = map_from_lon_lat(LonLat::new(lon, lat).unwrap());
            let back = lon_lat_from_map(there).unwrap();
            let turn = (back.lon_deg() - lon).abs();
            prop_assert!(turn < 1e-6 || (turn - 360.0).abs() < 1e-6, "{lon} became {}", back.lon_deg());
            prop_assert!((back.lat_deg() - lat).abs() < 1e-6, "{lat} became {}", back.lat_deg());
        }
    }
}
