//! When a frame tells its height: not for a few pixels, not too often, and never beyond reason.

use crate::domain::link::FrameHeight;

/// Smaller changes are not worth a message; a host that rounds would answer them for ever.
const MIN_CHANGE_PX: u16 = 4;

/// At most ten messages a second.
const MIN_PAUSE_MILLIS: f64 = 100.0;

/// What is to be done with a new height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    /// Tell it.
    Now(u16),
    /// Look again after this time.
    Later {
        millis: i32,
    },
    Nothing,
}

/// The heights told so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct HeightReports {
    last: Option<(u16, f64)>,
}

impl HeightReports {
    /// Takes a height and the time it was measured at, in milliseconds of any clock.
    pub fn next(&mut self, height_px: f64, now_millis: f64) -> Report {
        let (least, most) = FrameHeight::BOUNDS_PX;
        let height_px = height_px.ceil().clamp(least.into(), most.into()) as u16;
        if let Some((told_px, told_millis)) = self.last {
            if told_px.abs_diff(height_px) < MIN_CHANGE_PX {
                return Report::Nothing;
            }
            let since_millis = now_millis - told_millis;
            if (0.0..MIN_PAUSE_MILLIS).contains(&since_millis) {
                return Report::Later { millis: (MIN_PAUSE_MILLIS - since_millis).ceil() as i32 };
            }
        }
        self.last = Some((height_px, now_millis));
        Report::Now(height_px)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_height_is_told_within_its_bounds() {
        assert_eq!(HeightReports::default().next(12.0, 0.0), Report::Now(200));
        assert_eq!(HeightReports::default().next(640.2, 0.0), Report::Now(641));
        assert_eq!(HeightReports::default().next(99_999.0, 0.0), Report::Now(6000));
    }

    #[test]
    fn small_changes_are_passed_over_and_quick_ones_wait() {
        let mut reports = HeightReports::default();
        assert_eq!(reports.next(500.0, 1000.0), Report::Now(500));
        assert_eq!(reports.next(503.0, 2000.0), Report::Nothing);
        assert_eq!(reports.next(504.0, 1030.0), Report::Later { millis: 70 });
        assert_eq!(reports.next(504.0, 1100.0), Report::Now(504));
    }

    proptest! {
        #[test]
        fn never_more_than_ten_in_any_second(steps in prop::collection::vec((0.0..8000.0, 0.0..50.0), 0..400)) {
            let (mut reports, mut now, mut told) = (HeightReports::default(), 0.0, Vec::new());
            for (height_px, pause) in steps {
                now += pause;
                if let Report::Now(px) = reports.next(height_px, now) {
                    prop_assert!((200..=6000).contains(&px));
                    told.push(now);
                }
            }
            prop_assert!(told.windows(11).all(|it| it[10] - it[0] >= 999.0));
        }
    }
}
