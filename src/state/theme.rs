//! Light and dark: what the address asks for, what this browser remembers, and the colour of a host.

use atlas_core::domain::link::{Theme, View};
use leptos::prelude::*;

use super::atlas::Atlas;
use super::navigation::Step;
use crate::browser::{page, storage};

impl Atlas {
    /// Changes between light and dark and remembers it in this browser.
    pub(crate) fn toggle_theme(self) {
        let is_dark = !page::is_dark();
        let theme = if is_dark { Theme::Dark } else { Theme::Light };
        page::set_theme(Some(theme.code()));
        storage::set_preference("theme", Some(theme.code()));
        self.is_dark.set(is_dark);
        let view = View { theme: None, ..self.view_untracked() };
        self.show(view, Step::Replace);
    }

    /// Shows the theme that the address asks for, or the remembered one.
    pub(crate) fn apply_theme(self) {
        let asked = self.link.read().view.theme.map(|theme| theme.code().to_owned());
        // In a frame the host decides, and not what this reader chose elsewhere.
        let remembered = || if self.is_framed { None } else { storage::preference("theme") };
        let theme = asked.or_else(remembered);
        page::set_theme(theme.as_deref().filter(|theme| ["light", "dark"].contains(theme)));
        self.is_dark.set(page::is_dark());
    }
}
