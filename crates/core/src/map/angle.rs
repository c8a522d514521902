//! Sine and cosine of the moderate angles that a map has.
//!
//! The standard library's bear with angles of any size, for which they carry 6 kB of reduction by π; these are for
//! a few turns, where they are as exact.

use std::f64::consts::{FRAC_2_PI, FRAC_PI_2};

/// What π/2 has beyond the `f64` nearest to it.
const FRAC_PI_2_REST: f64 = 6.123_233_995_736_766e-17;

/// Sine of an angle in radians, within a few turns of zero.
pub fn sin(angle: f64) -> f64 {
    sin_cos(angle).0
}

/// Cosine of an angle in radians, within a few turns of zero.
pub fn cos(angle: f64) -> f64 {
    sin_cos(angle).1
}

/// Both at once.
pub fn sin_cos(angle: f64) -> (f64, f64) {
    let n_quarters = (angle * FRAC_2_PI).round();
    let rest = angle - n_quarters * FRAC_PI_2 - n_quarters * FRAC_PI_2_REST;
    let square = rest * rest;
    let sin = rest + rest * square * series(&SIN, square);
    let cos = 1.0 - square / 2.0 + square * square * series(&COS, square);
    match n_quarters as i32 & 3 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// Taylor's series from the third power on; within an eighth of a turn the first term left out is below 1e-16.
const SIN: [f64; 7] = [
    -1.0 / 6.0,
    1.0 / 120.0,
    -1.0 / 5_040.0,
    1.0 / 362_880.0,
    -1.0 / 39_916_800.0,
    1.0 / 6_227_020_800.0,
    -1.0 / 1_307_674_368_000.0,
];

/// From the fourth power on.
const COS: [f64; 7] = [
    1.0 / 24.0,
    -1.0 / 720.0,
    1.0 / 40_320.0,
    -1.0 / 3_628_800.0,
    1.0 / 479_001_600.0,
    -1.0 / 87_178_291_200.0,
    1.0 / 20_922_789_888_000.0,
];

fn series(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_agree_with_the_standard_library() {
        for step in -4_000..=4_000 {
            let angle = f64::from(step) / 200.0;
            let (sin, cos) = sin_cos(angle);
            assert!((sin - angle.sin()).abs() < 1e-14 && (cos - angle.cos()).abs() < 1e-14, "{angle}");
        }
    }
}
