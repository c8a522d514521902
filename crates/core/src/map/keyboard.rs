//! Which mark an arrow key leads to.

use super::screen::ScreenPoint;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Left,
    Right,
    Up,
    Down,
}

impl Direction {
    /// From a keyboard event's `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" => Some(Self::Left),
            "ArrowRight" => Some(Self::Right),
            "ArrowUp" => Some(Self::Up),
            "ArrowDown" => Some(Self::Down),
            _ => None,
        }
    }

    /// How far `to` lies ahead and aside of `from`.
    fn ahead_and_aside_px(self, from: ScreenPoint, to: ScreenPoint) -> (f64, f64) {
        let (right_px, down_px) = (to.x_px - from.x_px, to.y_px - from.y_px);
        match self {
            Self::Left => (-right_px, down_px.abs()),
            Self::Right => (right_px, down_px.abs()),
            Self::Up => (-down_px, right_px.abs()),
            Self::Down => (down_px, right_px.abs()),
        }
    }
}

/// Index of the next mark in this direction: near, and straight ahead rather than aside. First what lies within 45° of it, then whatever lies ahead at all, so
/// that every mark can be reached; `None` if nothing does.
pub fn next_in_direction(current: usize, marks: &[ScreenPoint], direction: Direction) -> Option<usize> {
    let from = *marks.get(current)?;
    let ahead = marks.iter().enumerate().filter(|&(idx, _)| idx != current).filter_map(|(idx, &to)| {
        let (ahead_px, aside_px) = direction.ahead_and_aside_px(from, to);
        let is_in_cone = aside_px <= ahead_px;
        (ahead_px > 0.0).then_some((!is_in_cone, ahead_px + aside_px * aside_px / ahead_px, idx))
    });
    ahead.min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2))).map(|(_, _, idx)| idx)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Geneva, Vienna, Ankara, Rome, Astana as on the map.
    const MARKS: [ScreenPoint; 5] = [
        ScreenPoint::new(170.0, 200.0),
        ScreenPoint::new(265.0, 175.0),
        ScreenPoint::new(425.0, 275.0),
        ScreenPoint::new(230.0, 250.0),
        ScreenPoint::new(745.0, 140.0),
    ];

    #[track_caller]
    fn check(from: usize, key: &str, expected: Option<usize>) {
        let direction = Direction::from_key(key).unwrap();
        assert_eq!(next_in_direction(from, &MARKS, direction), expected);
    }

    #[test]
    fn an_arrow_leads_to_the_nearest_mark_that_way() {
        check(0, "ArrowRight", Some(1));
        check(0, "ArrowDown", Some(3));
        check(1, "ArrowRight", Some(2));
        check(2, "ArrowLeft", Some(3));
        check(2, "ArrowUp", Some(1));
    }

    #[test]
    fn at_the_edge_it_leads_nowhere() {
        check(4, "ArrowRight", None);
        check(0, "ArrowLeft", None);
        assert_eq!(next_in_direction(9, &MARKS, Direction::Left), None);
        assert_eq!(Direction::from_key("Enter"), None);
    }

    #[test]
    fn every_mark_can_be_reached() {
        let all = [Direction::Left, Direction::Right, Direction::Up, Direction::Down];
        let mut reached = vec![0];
        let mut n_followed = 0;
        while let Some(&from) = reached.get(n_followed) {
            n_followed += 1;
            let next = all.iter().filter_map(|&it| next_in_direction(from, &MARKS, it));
            reached
                .extend(next.filter(|it| !reached.contains(it)).collect::<std::collections::BTreeSet<_>>());
        }
        assert_eq!(reached.len(), MARKS.len());
    }
}
