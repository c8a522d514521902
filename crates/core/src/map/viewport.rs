//! What part of the sheet the view shows, and how far in; every change keeps it within the world.

mod bbox;
mod preset;

pub use bbox::Bbox;
pub use preset::Preset;

use super::outline_file::{SHEET_HEIGHT, SHEET_WIDTH};
use super::projection::MapPoint;
use super::screen::{ScreenPoint, ScreenRect};
use crate::decimals::{decimals, hundredths, within};

/// As far in as the outlines bear: their grid of 0.1 unit is then 2.4 px wide.
const MAX_PX_PER_UNIT: f64 = 24.0;

/// On a screen so large that the whole world is already big, one can still go in this much.
const MIN_ZOOM_RANGE: f64 = 4.0;

/// `fit` goes no further in than this: about the size at which a country of Central Europe fills a phone.
const FIT_MAX_PX_PER_UNIT: f64 = 9.0;

/// A view of the sheet. Always within limits: the size is positive, the whole world is the furthest out,
/// 24 px per unit the furthest in, and no empty space shows beyond the sheet unless the sheet is all in view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    center: MapPoint,
    px_per_unit: f64,
    width_px: f64,
    height_px: f64,
}

/// How far in a view is and how large: what stays as it moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    pub(super) px_per_unit: f64,
    pub(super) width_px: f64,
    pub(super) height_px: f64,
}

/// A box on the sheet, `min` at its top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapBounds {
    pub min: MapPoint,
    pub max: MapPoint,
}

impl MapBounds {
    /// The smallest box with these points; `None` without any.
    pub fn around(points: impl IntoIterator<Item = MapPoint>) -> Option<Self> {
        points.into_iter().filter(|at| at.x.is_finite() && at.y.is_finite()).fold(None, |bounds, at| {
            let Self { min, max } = bounds.unwrap_or(Self { min: at, max: at });
            Some(Self {
                min: MapPoint { x: min.x.min(at.x), y: min.y.min(at.y) },
                max: MapPoint { x: max.x.max(at.x), y: max.y.max(at.y) },
            })
        })
    }
}

impl Viewport {
    /// Nonsense is brought within limits: a hidden element may well report a size of zero.
    pub fn new(center: MapPoint, px_per_unit: f64, width_px: f64, height_px: f64) -> Self {
        let width_px = if width_px >= 1.0 { width_px.min(1e5) } else { 1.0 };
        let height_px = if height_px >= 1.0 { height_px.min(1e5) } else { 1.0 };
        let whole = whole_px_per_unit(width_px, height_px);
        let px_per_unit = if px_per_unit.is_nan() { whole } else { px_per_unit };
        let px_per_unit = within(px_per_unit, whole, MAX_PX_PER_UNIT.max(whole * MIN_ZOOM_RANGE));
        let center = MapPoint {
            x: center_within(center.x, width_px / px_per_unit, SHEET_WIDTH),
            y: center_within(center.y, height_px / px_per_unit, SHEET_HEIGHT),
        };
        Self { center, px_per_unit, width_px, height_px }
    }

    pub fn preset(preset: Preset, width_px: f64, height_px: f64) -> Self {
        Self::whole(width_px, height_px).fit_bounds(preset.bounds(), 0.0)
    }

    fn whole(width_px: f64, height_px: f64) -> Self {
        Self::new(MapPoint { x: SHEET_WIDTH / 2.0, y: SHEET_HEIGHT / 2.0 }, 0.0, width_px, height_px)
    }

    pub fn center(&self) -> MapPoint {
        self.center
    }

    pub fn px_per_unit(&self) -> f64 {
        self.px_per_unit
    }

    pub fn width_px(&self) -> f64 {
        self.width_px
    }

    pub fn height_px(&self) -> f64 {
        self.height_px
    }

    pub(super) fn scale(&self) -> Scale {
        let Self { px_per_unit, width_px, height_px, .. } = *self;
        Scale { px_per_unit, width_px, height_px }
    }

    /// The view itself as a box from 0, 0.
    pub fn screen(&self) -> ScreenRect {
        ScreenRect::new(0.0, 0.0, self.width_px, self.height_px)
    }

    /// The part of the sheet in view; beyond its edges where the sheet is smaller than the view.
    pub fn bounds(&self) -> MapBounds {
        MapBounds {
            min: self.map_from_screen(ScreenPoint::new(0.0, 0.0)),
            max: self.map_from_screen(ScreenPoint::new(self.width_px, self.height_px)),
        }
    }

    pub fn screen_from_map(&self, at: MapPoint) -> ScreenPoint {
        ScreenPoint::new(
            (at.x - self.center.x) * self.px_per_unit + self.width_px / 2.0,
            (at.y - self.center.y) * self.px_per_unit + self.height_px / 2.0,
        )
    }

    pub fn map_from_screen(&self, at: ScreenPoint) -> MapPoint {
        MapPoint {
            x: (at.x_px - self.width_px / 2.0) / self.px_per_unit + self.center.x,
            y: (at.y_px - self.height_px / 2.0) / self.px_per_unit + self.center.y,
        }
    }

    pub fn can_zoom_in(&self) -> bool {
        self.zoomed_by(1.01).px_per_unit > self.px_per_unit
    }

    pub fn can_zoom_out(&self) -> bool {
        self.zoomed_by(0.99).px_per_unit < self.px_per_unit
    }

    /// The place under `at` stays there, as far as the limits allow. `factor` above 1 goes in.
    #[must_use]
    pub fn zoomed_about(&self, at: ScreenPoint, factor: f64) -> Self {
        if !(factor.is_finite() && factor > 0.0 && at.x_px.is_finite() && at.y_px.is_finite()) {
            return *self;
        }
        let fixed = self.map_from_screen(at);
        let scaled = Self::new(self.center, self.px_per_unit * factor, self.width_px, self.height_px);
        let px_per_unit = scaled.px_per_unit;
        let center = MapPoint {
            x: fixed.x - (at.x_px - self.width_px / 2.0) / px_per_unit,
            y: fixed.y - (at.y_px - self.height_px / 2.0) / px_per_unit,
        };
        Self::new(center, px_per_unit, self.width_px, self.height_px)
    }

    /// About the middle of the view.
    #[must_use]
    pub fn zoomed_by(&self, factor: f64) -> Self {
        self.zoomed_about(self.screen().center(), factor)
    }

    /// The picture moves by this much, as under a dragging finger: to the right brings in what lies to the west.
    #[must_use]
    pub fn panned_by(&self, right_px: f64, down_px: f64) -> Self {
        self.centered_on(self.map_from_screen(self.screen().center().shifted(-right_px, -down_px)))
    }

    #[must_use]
    pub fn centered_on(&self, center: MapPoint) -> Self {
        if center.x.is_finite() && center.y.is_finite() {
            Self::new(center, self.px_per_unit, self.width_px, self.height_px)
        } else {
            *self
        }
    }

    /// Keeps the middle and the scale.
    #[must_use]
    pub fn resized(&self, width_px: f64, height_px: f64) -> Self {
        Self::new(self.center, self.px_per_unit, width_px, height_px)
    }

    /// Shows all points with this much room around them; a single point from a sensible distance. Unchanged
    /// without points.
    #[must_use]
    pub fn fit(&self, points: impl IntoIterator<Item = MapPoint>, padding_px: f64) -> Self {
        MapBounds::around(points).map_or(*self, |bounds| {
            let fitted = self.fit_bounds(bounds, padding_px);
            let px_per_unit = fitted.px_per_unit.min(FIT_MAX_PX_PER_UNIT);
            Self::new(middle(bounds), px_per_unit, self.width_px, self.height_px)
        })
    }

    /// As far in as the box allows.
    #[must_use]
    pub fn fit_bounds(&self, bounds: MapBounds, padding_px: f64) -> Self {
        let room = |size_px: f64| (size_px - 2.0 * padding_px.max(0.0)).max(size_px / 4.0);
        let across = room(self.width_px) / (bounds.max.x - bounds.min.x).max(1e-6);
        let down = room(self.height_px) / (bounds.max.y - bounds.min.y).max(1e-6);
        Self::new(middle(bounds), across.min(down), self.width_px, self.height_px)
    }

    /// For the one `<g>` that holds the outlines; strokes need `vector-effect: non-scaling-stroke`.
    ///
    /// The drawing is in steps, of which so many make a map unit.
    pub fn svg_transform(&self, steps_per_unit: u32) -> String {
        let origin = self.screen_from_map(MapPoint { x: 0.0, y: 0.0 });
        let (x, y) = (hundredths(origin.x_px), hundredths(origin.y_px));
        format!("translate({x} {y}) scale({})", decimals(self.px_per_unit / f64::from(steps_per_unit), 7))
    }
}

fn whole_px_per_unit(width_px: f64, height_px: f64) -> f64 {
    (width_px / SHEET_WIDTH).min(height_px / SHEET_HEIGHT)
}

fn center_within(center: f64, span: f64, sheet: f64) -> f64 {
    if span >= sheet || center.is_nan() {
        sheet / 2.0
    } else {
        within(center, span / 2.0, sheet - span / 2.0)
    }
}

fn middle(bounds: MapBounds) -> MapPoint {
    MapPoint { x: f64::midpoint(bounds.min.x, bounds.max.x), y: f64::midpoint(bounds.min.y, bounds.max.y) }
}

#[cfg(test)]
mod tests;
