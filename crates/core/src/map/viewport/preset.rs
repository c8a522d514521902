//! The three views within reach of a button.

use super::super::projection::{LonLat, MapPoint, map_from_lon_lat};
use super::MapBounds;
use crate::map::outline_file::{SHEET_HEIGHT, SHEET_WIDTH};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Preset {
    World,
    /// Europe to Central Asia, from Reykjavik to Astana and from the Nordic countries to East Africa: where the
    /// map opens.
    #[default]
    Eurasia,
    Europe,
}

impl Preset {
    pub const ALL: [Self; 3] = [Self::World, Self::Eurasia, Self::Europe];

    pub fn code(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::Eurasia => "eurasia",
            Self::Europe => "europe",
        }
    }

    pub fn bounds(self) -> MapBounds {
        match self {
            Self::World => MapBounds {
                min: MapPoint { x: 0.0, y: 0.0 },
                max: MapPoint { x: SHEET_WIDTH, y: SHEET_HEIGHT },
            },
            Self::Eurasia => EURASIA.bounds(),
            Self::Europe => EUROPE.bounds(),
        }
    }
}

/// Places that must be in view.
struct Corners([LonLat; 4]);

const EURASIA: Corners = Corners([at(-24.0, 66.0), at(92.0, 50.0), at(-12.0, 30.0), at(78.0, 8.0)]);
const EUROPE: Corners = Corners([at(-24.0, 66.0), at(44.0, 60.0), at(-10.0, 36.0), at(46.0, 34.0)]);

impl Corners {
    fn bounds(self) -> MapBounds {
        let sheet = Preset::World.bounds();
        MapBounds::around(self.0.map(map_from_lon_lat)).unwrap_or(sheet)
    }
}

const fn at(lon_deg: f64, lat_deg: f64) -> LonLat {
    match LonLat::new(lon_deg, lat_deg) {
        Some(at) => at,
        None => panic!("a preset reaches off the globe"),
    }
}
