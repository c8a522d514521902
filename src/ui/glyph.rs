//! The one sign of a stage, the same in list, legend and page; and the sign of observer status beside it.

use atlas_core::domain::vocabulary::{MechanismKind, Stage};
use atlas_core::map::glyph;
use leptos::prelude::*;

/// The sign of a stage beside its word, so that screen readers pass it over. Records without a stage get a
/// dash: they are no partnerships.
#[component]
pub(crate) fn StageGlyph(stage: Option<Stage>, #[prop(default = 16)] size_px: u8) -> impl IntoView {
    let path = stage.map_or("M3 7.25h10v1.5h-10z", glyph::path);
    view! {
        <svg class="glyph" width=size_px height=size_px viewBox="0 0 16 16" aria-hidden="true" data-none=stage.is_none().then_some("")>
            <path d=path />
        </svg>
    }
}

/// The sign of observer status: an eye, open where it is held or granted.
#[component]
pub(crate) fn ObserverSign(status: MechanismKind) -> impl IntoView {
    let is_requested = status == MechanismKind::ObserverRequested;
    view! {
        <svg class="observer-sign" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z" stroke-dasharray=is_requested.then_some("3 2.5") />
            <circle cx="12" cy="12" r="2.75" data-filled=(!is_requested).then_some("") />
        </svg>
    }
}
