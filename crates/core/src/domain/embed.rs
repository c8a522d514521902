//! The atlas within another web site: its colour, what the two say to each other, and the tags to copy.
//!
//! What a frame shows is in its address, [`super::link::Frame`]. Nothing here knows a browser.

mod accent;
mod height;
mod message;
mod snippet;

pub use accent::Accent;
pub use height::{HeightReports, Report};
pub use message::{FromHost, ToHost};
pub use snippet::{Snippet, script_url};

/// What every message names, so that other traffic of a page is told from ours. Also the name of the tag.
pub const NAMESPACE: &str = "ots-partnership-atlas";
