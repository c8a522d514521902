//! The faint line between a seat and Istanbul.

use super::screen::ScreenPoint;
use crate::decimals::tenths;

/// How far the line rises over the straight one, as a share of its width.
const SAG: f64 = 0.16;

/// Path data of a curve that always bends upwards, more the wider it spans; straight up and down it is straight.
/// Both directions give the same curve, and panning does not change its shape.
pub fn path(from: ScreenPoint, to: ScreenPoint) -> String {
    let (right_px, down_px) = (to.x_px - from.x_px, to.y_px - from.y_px);
    let length_px = right_px.hypot(down_px).max(1e-9);
    // Perpendicular to the straight line, on its upper side; its length falls to nothing as the line gets steep.
    let rise_px = SAG * right_px.abs();
    let upwards = if right_px < 0.0 { -1.0 } else { 1.0 };
    let control = ScreenPoint::new(
        f64::midpoint(from.x_px, to.x_px) + upwards * rise_px * down_px / length_px,
        f64::midpoint(from.y_px, to.y_px) - upwards * rise_px * right_px / length_px,
    );
    let at = |point: ScreenPoint| format!("{} {}", tenths(point.x_px), tenths(point.y_px));
    format!("M{}Q{} {}", at(from), at(control), at(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: (f64, f64), to: (f64, f64), expected: &str) {
        assert_eq!(path(ScreenPoint::new(from.0, from.1), ScreenPoint::new(to.0, to.1)), expected);
    }

    #[test]
    fn a_line_bends_upwards_in_both_directions() {
        check((0.0, 100.0), (100.0, 100.0), "M0.0 100.0Q50.0 84.0 100.0 100.0");
        check((100.0, 100.0), (0.0, 100.0), "M100.0 100.0Q50.0 84.0 0.0 100.0");
    }

    #[test]
    fn a_steep_line_is_straight_and_a_line_to_itself_does_no_harm() {
        check((50.0, 0.0), (50.0, 100.0), "M50.0 0.0Q50.0 50.0 50.0 100.0");
        check((50.0, 50.0), (50.0, 50.0), "M50.0 50.0Q50.0 50.0 50.0 50.0");
    }
}
