//! What a person takes away: a table, a map layer, a citation. Pure text; the browser hands it over.

mod cite;
pub(crate) mod csv;
mod geojson;

pub use cite::{Citation, bibtex, plain};
pub use csv::csv;
pub use geojson::geojson;
