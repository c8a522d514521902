//! Who a note is and who wrote a version of it.

use std::fmt;
use std::sync::Arc;

use uuid::{Builder, Uuid};

/// Names a note for ever. Ours are UUIDs (version 4); those of imported notes may be any text at all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteId(Arc<str>);

impl NoteId {
    /// A new id from 16 random bytes.
    pub fn random(bytes: [u8; 16]) -> Self {
        Self::new(&Builder::from_random_bytes(bytes).into_uuid().to_string())
    }

    /// Any text as it is.
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who writes versions: one open tab.
///
/// Every tab takes a new random one when it opens, and none is ever stored. So a copied profile, a duplicated tab or
/// a store that was rolled back cannot give out the same version twice, and no counter has to be reserved ahead.
/// The price is one entry in a note's [`super::Context`] for each tab that ever changed that note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReplicaId(Uuid);

impl ReplicaId {
    /// Stands for whoever wrote what carries no version of ours: foreign annotations, records of schema 1.
    pub const FOREIGN: Self = Self(Uuid::nil());

    /// A new id from 16 random bytes.
    pub fn random(bytes: [u8; 16]) -> Self {
        Self(Builder::from_random_bytes(bytes).into_uuid())
    }

    /// The id in this text, if it is one.
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::try_parse(text).ok().map(Self)
    }
}

impl fmt::Display for ReplicaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.simple(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_bytes_make_a_uuid_of_version_4() {
        assert_eq!(NoteId::random([0xff; 16]).as_str(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        let replica = ReplicaId::random([7; 16]);
        assert_eq!(ReplicaId::parse(&replica.to_string()), Some(replica));
    }
}
