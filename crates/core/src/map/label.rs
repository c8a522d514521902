//! Places the names of cities beside their marks, so that no text covers a mark or another text.
//!
//! Greedy: the more partners, the earlier its turn; each name takes the first of four sides with room, or goes
//! without. The caller measures the text.

use super::angle::sin_cos;
use super::screen::{ScreenPoint, ScreenRect};
use crate::order::order_by;

/// From the mark's rim to its name.
const GAP_PX: f64 = 4.0;

/// A mark, and the size of the name it would like to carry. Without a name (width 0) it is only in the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    pub mark: ScreenPoint,
    pub radius_px: f64,
    pub width_px: f64,
    pub height_px: f64,
    /// The number of partners; of equals the earlier comes first.
    pub priority: u32,
}

/// The side of its mark on which a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Right,
    Left,
    Above,
    Below,
}

impl Side {
    /// In order of preference.
    const ALL: [Self; 4] = [Self::Right, Self::Left, Self::Above, Self::Below];

    /// For SVG's `text-anchor`.
    pub fn text_anchor(self) -> &'static str {
        match self {
            Self::Right => "start",
            Self::Left => "end",
            Self::Above | Self::Below => "middle",
        }
    }

    fn text_box(self, wish: &Wish) -> ScreenRect {
        let Wish { mark, radius_px, width_px, height_px, .. } = *wish;
        let across_px = radius_px + GAP_PX + width_px / 2.0;
        // Lines of text carry room of their own above and below the letters.
        let down_px = radius_px + GAP_PX / 2.0 + height_px / 2.0;
        let center = match self {
            Self::Right => mark.shifted(across_px, 0.0),
            Self::Left => mark.shifted(-across_px, 0.0),
            Self::Above => mark.shifted(0.0, -down_px),
            Self::Below => mark.shifted(0.0, down_px),
        };
        ScreenRect::around(center, width_px, height_px)
    }
}

/// Where a name goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    pub side: Side,
    /// The box of its text.
    pub rect: ScreenRect,
}

impl Label {
    /// Where SVG puts text with `side.text_anchor()` and `dominant-baseline: central`.
    pub fn anchor(&self) -> ScreenPoint {
        let ScreenRect { left_px, right_px, .. } = self.rect;
        let center = self.rect.center();
        match self.side {
            Side::Right => ScreenPoint::new(left_px, center.y_px),
            Side::Left => ScreenPoint::new(right_px, center.y_px),
            Side::Above | Side::Below => center,
        }
    }
}

/// One answer a wish, in the same order; `None` where there is no room. Names stay within `view` and off the
/// `obstacles` (the Secretariat's diamond, controls, pills).
pub fn place(wishes: &[Wish], obstacles: &[ScreenRect], view: ScreenRect) -> Vec<Option<Label>> {
    let turns = order_by(wishes.len(), &|a, b| wishes[b].priority.cmp(&wishes[a].priority));
    let mut labels: Vec<Option<Label>> = vec![None; wishes.len()];
    for idx in turns.into_iter().map(|idx| idx as usize) {
        let wish = &wishes[idx];
        if wish.width_px <= 0.0 {
            continue;
        }
        let is_free = |rect: ScreenRect| {
            view.encloses(rect)
                && !obstacles.iter().any(|it| it.overlaps(rect))
                && !wishes.iter().any(|it| rect.meets_circle(it.mark, it.radius_px + 1.0))
                && !labels.iter().flatten().any(|it| it.rect.overlaps(rect))
        };
        let sides = Side::ALL.iter().map(|&side| Label { side, rect: side.text_box(wish) });
        labels[idx] = sides.into_iter().find(|label| is_free(label.rect));
    }
    labels
}

/// Half the diagonal of the Secretariat's diamond.
pub const DIAMOND_RADIUS_PX: f64 = 7.0;

/// Where the Secretariat's diamond stands: on Istanbul, or beside the mark that stands there, wherever around it
/// the other marks leave room.
pub fn diamond_at(istanbul: ScreenPoint, marks: &[(ScreenPoint, f64)]) -> ScreenPoint {
    let is_free = |at: ScreenPoint| {
        marks.iter().all(|&(mark, radius_px)| mark.distance_px(at) >= radius_px + DIAMOND_RADIUS_PX)
    };
    if is_free(istanbul) {
        return istanbul;
    }
    let nearest = marks
        .iter()
        .min_by(|a, b| (a.0.distance_px(istanbul) - a.1).total_cmp(&(b.0.distance_px(istanbul) - b.1)));
    let Some(&(mark, radius_px)) = nearest else { return istanbul };
    // Above first: over the sea, and out of the way of the city's name on either side.
    let around = [270.0, 225.0, 315.0, 135.0, 45.0, 180.0, 0.0, 90.0_f64].map(|deg| {
        let distance_px = radius_px + DIAMOND_RADIUS_PX + 1.0;
        let (sin, cos) = sin_cos(deg.to_radians());
        mark.shifted(distance_px * cos, distance_px * sin)
    });
    around.into_iter().find(|&at| is_free(at)).unwrap_or(around[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VIEW: ScreenRect = ScreenRect { left_px: 0.0, top_px: 0.0, right_px: 400.0, bottom_px: 300.0 };

    fn wish(x_px: f64, y_px: f64, priority: u32) -> Wish {
        let mark = ScreenPoint::new(x_px, y_px);
        Wish { mark, radius_px: 9.0, width_px: 60.0, height_px: 16.0, priority }
    }

    #[track_caller]
    fn check(wishes: &[Wish], expected: &[Option<Side>]) {
        let sides: Vec<_> = place(wishes, &[], VIEW).into_iter().map(|it| it.map(|it| it.side)).collect();
        assert_eq!(sides, expected);
    }

    #[test]
    fn a_name_stands_to_the_right_unless_there_is_no_room() {
        check(&[wish(100.0, 100.0, 1)], &[Some(Side::Right)]);
        check(&[wish(380.0, 100.0, 1)], &[Some(Side::Left)]);
        check(&[wish(100.0, 100.0, 1), wish(140.0, 100.0, 1)], &[Some(Side::Left), Some(Side::Right)]);
    }

    #[test]
    fn the_larger_city_has_the_first_choice() {
        check(&[wish(100.0, 100.0, 1), wish(100.0, 112.0, 9)], &[Some(Side::Left), Some(Side::Right)]);
        check(&[wish(100.0, 100.0, 1), wish(100.0, 125.0, 9)], &[Some(Side::Right), Some(Side::Right)]);
    }

    #[test]
    fn a_name_without_room_is_left_out() {
        let mut crowd: Vec<_> = (0..9)
            .map(|i| wish(100.0 + 33.0 * f64::from(i % 3), 100.0 + 33.0 * f64::from(i / 3), 1))
            .collect();
        crowd[4].priority = 0;
        assert_eq!(place(&crowd, &[], VIEW)[4], None);
    }

    #[test]
    fn the_diamond_is_never_under_a_mark() {
        let istanbul = ScreenPoint::new(100.0, 100.0);
        assert_eq!(diamond_at(istanbul, &[]), istanbul);
        let marks = [(istanbul, 13.0), (ScreenPoint::new(130.0, 110.0), 13.0)];
        let diamond = diamond_at(istanbul, &marks);
        assert!(
            marks.iter().all(|&(mark, radius_px)| mark.distance_px(diamond) >= radius_px + DIAMOND_RADIUS_PX)
        );
        assert!(diamond.distance_px(istanbul) < 24.0);
    }

    proptest! {
        #[test]
        fn no_name_covers_a_mark_or_another_name(
            spots in prop::collection::vec((0.0..400.0_f64, 0.0..300.0_f64, 0..9_u32), 1..60)
        ) {
            let wishes: Vec<_> = spots.iter().map(|&(x, y, priority)| wish(x, y, priority)).collect();
            let obstacle = ScreenRect::new(150.0, 100.0, 80.0, 60.0);
            let labels = place(&wishes, &[obstacle], VIEW);
            for (i, label) in labels.iter().enumerate() {
                let Some(label) = label else { continue };
                prop_assert!(VIEW.encloses(label.rect) && !label.rect.overlaps(obstacle));
                prop_assert!(wishes.iter().all(|it| !label.rect.meets_circle(it.mark, it.radius_px)));
                prop_assert!(labels[..i].iter().flatten().all(|it| !it.rect.overlaps(label.rect)));
            }
        }
    }
}
