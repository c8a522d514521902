//! Notes as W3C Web Annotations (JSON-LD), both ways.
//!
//! A file of ours is one `AnnotationCollection` with its one page embedded. What the W3C data model has no word for
//! stands in properties under our own prefix, so that reading a file of ours gives back the same records, versions
//! included. Reading takes any annotation, list, page or collection; whatever is not understood is handed back as it
//! came.

mod body;
mod iri;
mod read;
mod surrogates;
mod target;
mod write;

pub use iri::iri_of;
pub use read::{Imported, Unread, read};
pub use write::{Frame, collection};

/// The context of the W3C.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// What our own prefix, `atlas:`, stands for. It ends in a colon, as JSON-LD wants of a prefix.
const NAMESPACE: &str = "urn:x-ots-atlas:notebook:";

/// A property of our own.
macro_rules! own {
    ($name:literal) => {
        concat!("atlas:", $name)
    };
}
use own;
