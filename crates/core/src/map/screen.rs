//! Points and boxes in the view, in CSS pixels from its top left corner, y down.

use crate::decimals::within;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScreenPoint {
    pub x_px: f64,
    pub y_px: f64,
}

impl ScreenPoint {
    pub const fn new(x_px: f64, y_px: f64) -> Self {
        Self { x_px, y_px }
    }

    pub fn distance_px(self, other: Self) -> f64 {
        (self.x_px - other.x_px).hypot(self.y_px - other.y_px)
    }

    #[must_use]
    pub fn shifted(self, right_px: f64, down_px: f64) -> Self {
        Self::new(self.x_px + right_px, self.y_px + down_px)
    }
}

/// A box with `left <= right` and `top <= bottom`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScreenRect {
    pub left_px: f64,
    pub top_px: f64,
    pub right_px: f64,
    pub bottom_px: f64,
}

impl ScreenRect {
    pub fn new(left_px: f64, top_px: f64, width_px: f64, height_px: f64) -> Self {
        Self {
            left_px,
            top_px,
            right_px: left_px + width_px.max(0.0),
            bottom_px: top_px + height_px.max(0.0),
        }
    }

    pub fn around(center: ScreenPoint, width_px: f64, height_px: f64) -> Self {
        Self::new(center.x_px - width_px / 2.0, center.y_px - height_px / 2.0, width_px, height_px)
    }

    pub fn width_px(self) -> f64 {
        self.right_px - self.left_px
    }

    pub fn height_px(self) -> f64 {
        self.bottom_px - self.top_px
    }

    pub fn center(self) -> ScreenPoint {
        ScreenPoint::new(
            f64::midpoint(self.left_px, self.right_px),
            f64::midpoint(self.top_px, self.bottom_px),
        )
    }

    /// Smaller on each side by `by_px`, larger if that is negative; never turned inside out.
    #[must_use]
    pub fn inset(self, by_px: f64) -> Self {
        let (x, y) = (by_px.min(self.width_px() / 2.0), by_px.min(self.height_px() / 2.0));
        Self {
            left_px: self.left_px + x,
            top_px: self.top_px + y,
            right_px: self.right_px - x,
            bottom_px: self.bottom_px - y,
        }
    }

    /// Touching edges do not overlap.
    pub fn overlaps(self, other: Self) -> bool {
        self.left_px < other.right_px
            && other.left_px < self.right_px
            && self.top_px < other.bottom_px
            && other.top_px < self.bottom_px
    }

    pub fn contains(self, at: ScreenPoint) -> bool {
        at.x_px >= self.left_px
            && at.x_px <= self.right_px
            && at.y_px >= self.top_px
            && at.y_px <= self.bottom_px
    }

    pub fn encloses(self, other: Self) -> bool {
        other.left_px >= self.left_px
            && other.right_px <= self.right_px
            && other.top_px >= self.top_px
            && other.bottom_px <= self.bottom_px
    }

    /// Whether a round mark and the box share a point.
    pub fn meets_circle(self, center: ScreenPoint, radius_px: f64) -> bool {
        let nearest = ScreenPoint::new(
            within(center.x_px, self.left_px, self.right_px),
            within(center.y_px, self.top_px, self.bottom_px),
        );
        nearest.distance_px(center) < radius_px
    }
}
