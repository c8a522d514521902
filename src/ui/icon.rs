//! The few icons there are, drawn inline. Shapes from lucide (ISC).

use leptos::prelude::*;

/// Which icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    ArrowLeft,
    ChevronDown,
    Close,
    Contrast,
    Expand,
    Filter,
    Globe,
    Minus,
    Note,
    Plus,
    Search,
    Warning,
}

impl Icon {
    /// Outlines in a box of 24 units.
    fn path(self) -> &'static str {
        match self {
            Self::ArrowLeft => "m12 19-7-7 7-7M19 12H5",
            Self::ChevronDown => "m6 9 6 6 6-6",
            Self::Close => "M18 6 6 18M6 6l12 12",
            Self::Contrast => "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20ZM12 18a6 6 0 0 0 0-12v12Z",
            Self::Expand => "M15 3h6v6M21 3l-7 7M3 21l7-7M9 21H3v-6",
            Self::Filter => "M3 6h18M7 12h10M10 18h4",
            Self::Globe => {
                "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20ZM2 12h20M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"
            }
            Self::Minus => "M5 12h14",
            Self::Note => "M16 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V8ZM15 3v4a2 2 0 0 0 2 2h4",
            Self::Plus => "M5 12h14M12 5v14",
            Self::Search => "M11 19a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM21 21l-4.3-4.3",
            Self::Warning => {
                "m21.7 18-8-14a2 2 0 0 0-3.5 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.7-3ZM12 9v4M12 17h.01"
            }
        }
    }
}

/// An icon beside words that say the same: screen readers pass it over.
#[component]
pub(crate) fn IconView(icon: Icon, #[prop(default = 18)] size_px: u8) -> impl IntoView {
    view! {
        <svg
            width=size_px
            height=size_px
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
        >
            <path d=icon.path() />
        </svg>
    }
}
