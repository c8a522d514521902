//! Telling which partners a pointer or the focus is on, from the list to the map and back.

use std::sync::Arc;

use atlas_core::domain::partnership::PartnershipId;
use leptos::prelude::*;

/// Tells that these partners are pointed at, or no longer. No `Callback`: a row still loses the pointer and the
/// focus when its owner is gone already.
#[derive(Clone)]
pub(crate) struct Highlighter {
    highlighted: RwSignal<Vec<PartnershipId>>,
    ids: Arc<[PartnershipId]>,
}

impl Highlighter {
    pub(crate) fn new(highlighted: RwSignal<Vec<PartnershipId>>, ids: &[PartnershipId]) -> Self {
        Self { highlighted, ids: ids.into() }
    }

    pub(crate) fn run(&self, is_on: bool) {
        self.highlighted.set(if is_on { self.ids.to_vec() } else { Vec::new() });
    }
}
