//! Which partners a pointer or the focus is on, from the list to the map and back.

use atlas_core::domain::partnership::PartnershipId;

/// What a pointer or the focus is on, in the list or on the map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Pointed {
    pub(crate) ids: Vec<PartnershipId>,
    /// The places where these have their seats.
    pub(crate) place_keys: Vec<u32>,
}
