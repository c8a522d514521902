//! Which files of outlines belong to this build, and the sheet they were drawn on.
//!
//! Written by `generators/outlines`; change the generator, not this file.

/// Name of the file that the first page starts with, beside the data set; the hash of its content is in it.
pub const COARSE_OUTLINE_FILE: &str = "outlines-coarse-96d31563d155.json";

/// The same in all its detail.
pub const OUTLINE_FILE: &str = "outlines-6deb6dff6ba2.json";

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
