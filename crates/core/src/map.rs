//! The map: projection, outlines, viewport and clusters, in pure functions.
