//! Telling which partners a pointer or the focus is on, from the list to the map and back.

use std::sync::Arc;

use atlas_core::domain::partnership::PartnershipId;
use leptos::prelude::*;

/// What a pointer or the focus is on, in the list or on the map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Pointed {
    pub(crate) ids: Vec<PartnershipId>,
    /// The places where these have their seats.
    pub(crate) place_keys: Vec<u32>,
}

/// Tells that something is pointed at, or no longer. No `Callback`: a row still loses the pointer and the focus when
/// its owner is gone already.
#[derive(Clone)]
pub(crate) struct Highlighter {
    highlighted: RwSignal<Pointed>,
    pointed: Arc<dyn Fn() -> Pointed + Send + Sync>,
}

impl Highlighter {
    /// `pointed` is asked only when a pointer or the focus comes: a mark may stand for a great many.
    pub(crate) fn new(
        highlighted: RwSignal<Pointed>,
        pointed: impl Fn() -> Pointed + Send + Sync + 'static,
    ) -> Self {
        Self { highlighted, pointed: Arc::new(pointed) }
    }

    pub(crate) fn run(&self, is_on: bool) {
        self.highlighted.set(if is_on { (self.pointed)() } else { Pointed::default() });
    }
}
