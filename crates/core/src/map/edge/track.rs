//! The line around the view on which the middles of pills of one size may stand.

use crate::map::screen::{ScreenPoint, ScreenRect};

/// How far a pill moves at a time in search of room.
const STEP_PX: f64 = 6.0;

pub(super) struct Track {
    rect: ScreenRect,
    width_px: f64,
    height_px: f64,
}

impl Track {
    pub(super) fn new(view: ScreenRect, width_px: f64, height_px: f64) -> Self {
        let center = view.center();
        let rect = ScreenRect::around(
            center,
            (view.width_px() - width_px).max(0.0),
            (view.height_px() - height_px).max(0.0),
        );
        Self { rect, width_px, height_px }
    }

    /// The free box nearest to where the line from the middle to `target` leaves the view; not further along
    /// than a quarter of the way around, where it would point elsewhere.
    pub(super) fn nearest_free(
        &self,
        target: ScreenPoint,
        is_free: impl Fn(ScreenRect) -> bool,
    ) -> Option<ScreenRect> {
        let ideal_px = self.along(self.exit(target));
        let n_steps = (self.length_px() / 4.0 / STEP_PX) as i32;
        (0..=n_steps)
            .flat_map(|n| [n, -n])
            .map(|n| {
                let middle = self.at(ideal_px + f64::from(n) * STEP_PX);
                ScreenRect::around(middle, self.width_px, self.height_px)
            })
            .find(|&rect| is_free(rect))
    }

    /// Where the line from the middle to `target` meets the track.
    fn exit(&self, target: ScreenPoint) -> ScreenPoint {
        let center = self.rect.center();
        let (right_px, down_px) = (target.x_px - center.x_px, target.y_px - center.y_px);
        let share = |half_px: f64, way_px: f64| if way_px == 0.0 { 1.0 } else { half_px / way_px.abs() };
        let share = share(self.rect.width_px() / 2.0, right_px)
            .min(share(self.rect.height_px() / 2.0, down_px))
            .min(1.0);
        center.shifted(right_px * share, down_px * share)
    }

    fn length_px(&self) -> f64 {
        2.0 * (self.rect.width_px() + self.rect.height_px())
    }

    /// Way along the track from its top left corner, clockwise, to a point on it.
    fn along(&self, at: ScreenPoint) -> f64 {
        let ScreenRect { left_px, top_px, right_px, bottom_px } = self.rect;
        let (width_px, height_px) = (self.rect.width_px(), self.rect.height_px());
        let to = |edge_px: f64, px: f64| (edge_px - px).abs();
        let sides = [
            (to(top_px, at.y_px), at.x_px - left_px),
            (to(right_px, at.x_px), width_px + at.y_px - top_px),
            (to(bottom_px, at.y_px), width_px + height_px + right_px - at.x_px),
            (to(left_px, at.x_px), 2.0 * width_px + height_px + bottom_px - at.y_px),
        ];
        sides.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).map_or(0.0, |(_, along_px)| along_px)
    }

    fn at(&self, along_px: f64) -> ScreenPoint {
        let ScreenRect { left_px, top_px, right_px, bottom_px } = self.rect;
        let (width_px, height_px) = (self.rect.width_px(), self.rect.height_px());
        let length_px = self.length_px().max(1e-9);
        let px = along_px - (along_px / length_px).floor() * length_px;
        if px < width_px {
            ScreenPoint::new(left_px + px, top_px)
        } else if px < width_px + height_px {
            ScreenPoint::new(right_px, top_px + px - width_px)
        } else if px < 2.0 * width_px + height_px {
            ScreenPoint::new(right_px - (px - width_px - height_px), bottom_px)
        } else {
            ScreenPoint::new(left_px, bottom_px - (px - 2.0 * width_px - height_px))
        }
    }
}
