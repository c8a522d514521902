//! Which outlines file belongs to this build, and the sheet it was drawn on.
//!
//! Written by `generators/outlines`; change the generator, not this file.

/// Name of the file beside the data set; the hash of its content is in it.
pub const OUTLINE_FILE: &str = "outlines-59d0c8e69df8.json";

/// Central meridian of the map in degrees east.
pub const LON0_DEG: f64 = 11.0;

/// Map units per unit of the raw projection.
pub const SCALE: f64 = 184.7316;

/// Map x of the central meridian.
pub const TX: f64 = 500.0;

/// Map y of the equator.
pub const TY: f64 = 242.0;

/// Width of the sheet in map units.
pub const SHEET_WIDTH: f64 = 1000.0;

/// Height of the sheet in map units.
pub const SHEET_HEIGHT: f64 = 438.0;
