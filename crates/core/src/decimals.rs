//! Numbers for path data and styles, with a fixed count of decimals.
//!
//! Whole numbers do the work: the standard library's exact formatting of floats is 10 kB of code that a drawing in
//! tenths of a pixel has no use for.

use std::fmt;

/// A number to be written with this many decimals; halves are rounded away from zero.
///
/// Made for coordinates: of numbers so large that they do not fit into an `i64` with their decimals the nearest that
/// does stands in, and 0 for NaN.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decimals {
    number: f64,
    n_decimals: u32,
}

/// With at most nine decimals.
pub fn decimals(number: f64, n_decimals: u32) -> Decimals {
    Decimals { number, n_decimals: n_decimals.min(9) }
}

/// With none.
pub fn whole(number: f64) -> Decimals {
    decimals(number, 0)
}

/// With one decimal.
pub fn tenths(number: f64) -> Decimals {
    decimals(number, 1)
}

/// With two decimals.
pub fn hundredths(number: f64) -> Decimals {
    decimals(number, 2)
}

impl fmt::Display for Decimals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10_u64.pow(self.n_decimals);
        let rounded = (self.number * one as f64).round() as i64;
        let (units, part) = (rounded.unsigned_abs() / one, rounded.unsigned_abs() % one);
        write!(f, "{}{units}", if rounded < 0 { "-" } else { "" })?;
        if self.n_decimals > 0 {
            write!(f, ".{part:0width$}", width = self.n_decimals as usize)?;
        }
        Ok(())
    }
}

/// The nearest number from `least` to `most`, as [`f64::clamp`] gives it, but without a panic: where `most` is less than
/// `least` it is `most`. The message of that panic would bring the formatting of floats along.
pub fn within(number: f64, least: f64, most: f64) -> f64 {
    number.max(least).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_brought_between_two_others() {
        for (value, expected) in [(0.0, 1.0), (1.5, 1.5), (9.0, 2.0)] {
            assert!((within(value, 1.0, 2.0) - expected).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn numbers_are_rounded_and_keep_their_decimals() {
        assert_eq!(tenths(12.34).to_string(), "12.3");
        assert_eq!(tenths(-0.05).to_string(), "-0.1");
        assert_eq!(tenths(-0.04).to_string(), "0.0");
        assert_eq!(hundredths(-12.0).to_string(), "-12.00");
        assert_eq!(hundredths(0.996).to_string(), "1.00");
        assert_eq!(decimals(1.000_05, 5).to_string(), "1.00005");
        assert_eq!(whole(99.5).to_string(), "100");
        assert_eq!(tenths(f64::NAN).to_string(), "0.0");
    }
}
