//! The map: projection, outlines, viewport and clusters, in pure functions.
//!
//! Three spaces, and every name says which: `LonLat` on the globe (degrees), `MapPoint` on the drawn sheet
//! (units, y down) and `ScreenPoint` in the view (CSS pixels, y down). Nothing here knows of a browser,
//! measures text or draws: the caller gives sizes and gets geometry.

pub mod angle;
pub mod area;
pub mod cluster;
pub mod curve;
pub mod edge;
pub mod glyph;
pub mod keyboard;
pub mod label;
pub mod outline;
pub mod outline_file;
pub mod projection;
pub mod screen;
pub mod seats;
pub mod viewport;
