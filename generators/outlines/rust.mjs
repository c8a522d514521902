// Writes the Rust file that keeps the app's own projection and the drawn outlines on the same sheet.
import { HEIGHT, LON0_DEG, SCALE, TX, TY, WIDTH } from "./projection.mjs";

const float = (value) => (Number.isInteger(value) ? `${value}.0` : String(value));

export const constantsInRust = (coarse, fine) => `//! Which files of outlines belong to this build, and the sheet they were drawn on.
//!
//! Written by \`generators/outlines\`; change the generator, not this file.

/// Name of the file that the first page starts with, beside the data set; the hash of its content is in it.
pub const COARSE_OUTLINE_FILE: &str = "${coarse}";

/// The same in all its detail.
pub const OUTLINE_FILE: &str = "${fine}";

/// Central meridian of the map in degrees east.
pub const LON0_DEG: f64 = ${float(LON0_DEG)};

/// Map units per unit of the raw projection.
pub const SCALE: f64 = ${float(SCALE)};

/// Map x of the central meridian.
pub const TX: f64 = ${float(TX)};

/// Map y of the equator.
pub const TY: f64 = ${float(TY)};

/// Width of the sheet in map units.
pub const SHEET_WIDTH: f64 = ${float(WIDTH)};

/// Height of the sheet in map units.
pub const SHEET_HEIGHT: f64 = ${float(HEIGHT)};
`;
