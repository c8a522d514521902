//! What the address of a frame says beyond the view: which part of the atlas, in whose colour, with what around it.
//!
//! The path of a frame never changes, since a browser lets a sandboxed frame change nothing but its query. Its
//! language is therefore that of the path it was loaded from, unless the query names another.

use crate::domain::embed::Accent;
use crate::domain::partnership::PartnershipId;
use crate::domain::vocabulary::{Lang, Vocabulary as _};

use super::view::{find, set};

/// The part of the atlas that a frame shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum FrameView {
    #[default]
    Map,
    List,
    MapList,
    /// One partner's card.
    Partner,
    /// How many partnerships in how many sectors.
    Counter,
}

impl FrameView {
    pub const ALL: &'static [Self] = &[Self::Map, Self::List, Self::MapList, Self::Partner, Self::Counter];

    /// The code that addresses and tags carry.
    pub fn code(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::List => "list",
            Self::MapList => "map-list",
            Self::Partner => "partner",
            Self::Counter => "counter",
        }
    }

    pub fn has_map(self) -> bool {
        matches!(self, Self::Map | Self::MapList)
    }

    pub fn has_list(self) -> bool {
        matches!(self, Self::List | Self::MapList)
    }
}

/// What stands around the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Surroundings {
    /// Search and facets, for the reader to narrow further.
    pub filters: bool,
    pub legend: bool,
    /// The name of the atlas.
    pub header: bool,
}

impl Default for Surroundings {
    fn default() -> Self {
        Self { filters: false, legend: true, header: true }
    }
}

/// What the query of a frame's address says besides the view.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Frame {
    /// The language of the path.
    pub path_lang: Lang,
    pub view: FrameView,
    /// Whose card is shown.
    pub partner: Option<PartnershipId>,
    pub shows: Surroundings,
    pub accent: Option<Accent>,
    /// Whether notes are taken on a card, in a notebook of this frame's own; other views say where they are taken.
    pub has_notes: bool,
    /// Whether it takes the height that the host gives it, rather than tell its own.
    pub is_filling: bool,
}

impl Frame {
    /// The map, as a path in this language shows it by default.
    pub fn new(path_lang: Lang) -> Self {
        Self {
            path_lang,
            view: FrameView::default(),
            partner: None,
            shows: Surroundings::default(),
            accent: None,
            has_notes: false,
            is_filling: false,
        }
    }

    /// Every parameter, in the order in which addresses carry them.
    pub(super) const PARAMS: &'static [&'static str] = &["view", "partner", "show", "accent", "notes", "fit"];

    /// Takes in one parameter; none where it is not of a frame, else its name and whether its value is known.
    pub(super) fn take(&mut self, param: &str, value: &str) -> Option<(&'static str, bool)> {
        let param = Self::PARAMS.iter().copied().find(|known| *known == param)?;
        Some((param, self.set(param, value)))
    }

    /// Gives every parameter with its value, empty for the default.
    pub(super) fn each_param(&self, give: &mut dyn FnMut(&'static str, String)) {
        for &param in Self::PARAMS {
            give(param, self.value_of(param));
        }
    }

    /// Takes in one parameter, empty for its default; false where its value is not known.
    fn set(&mut self, param: &str, value: &str) -> bool {
        let default = Self::new(self.path_lang);
        let is_default = value.is_empty();
        match param {
            "view" if is_default => self.view = default.view,
            "view" => return set(&mut self.view, find(FrameView::ALL, FrameView::code, value)),
            "partner" if is_default => self.partner = None,
            "partner" => return set(&mut self.partner, PartnershipId::parse(value).map(Some)),
            "show" if is_default => self.shows = default.shows,
            "show" => return self.set_surroundings(value),
            "accent" if is_default => self.accent = None,
            "accent" => return set(&mut self.accent, Accent::parse(value).map(Some)),
            "notes" => return set(&mut self.has_notes, on_or_off(value, "on")),
            _ => return set(&mut self.is_filling, on_or_off(value, "fill")),
        }
        true
    }

    /// Puts the list beside the map, or leaves it out; where there is no map the view stays.
    pub fn show_list(&mut self, is_shown: bool) {
        self.view = match (self.view, is_shown) {
            (FrameView::Map, true) => FrameView::MapList,
            (FrameView::MapList, false) => FrameView::Map,
            (view, _) => view,
        };
    }

    /// `list` beside a map is the view of both.
    fn set_surroundings(&mut self, value: &str) -> bool {
        let mut shows = Surroundings { filters: false, legend: false, header: false };
        let mut is_known = true;
        for code in value.split(',').filter(|code| !code.is_empty()) {
            match code {
                "filters" => shows.filters = true,
                "legend" => shows.legend = true,
                "header" => shows.header = true,
                "list" if self.view == FrameView::Map => self.view = FrameView::MapList,
                "list" | "none" => {}
                _ => is_known = false,
            }
        }
        self.shows = shows;
        is_known
    }

    /// The value of a parameter; empty for the default.
    fn value_of(&self, param: &str) -> String {
        match param {
            "view" if self.view != FrameView::default() => self.view.code().to_owned(),
            "partner" => self.partner.as_ref().map(PartnershipId::to_string).unwrap_or_default(),
            "show" if self.shows != Surroundings::default() => self.shows.codes(),
            "accent" => self.accent.map(|accent| accent.to_string()).unwrap_or_default(),
            "notes" if self.has_notes => "on".to_owned(),
            "fit" if self.is_filling => "fill".to_owned(),
            _ => String::new(),
        }
    }

    /// The language that a query names.
    pub(super) fn lang_of(code: &str) -> Option<Lang> {
        Lang::from_code(code).filter(|lang| Lang::OFFERED.contains(lang))
    }
}

impl Surroundings {
    fn codes(self) -> String {
        let all = [(self.filters, "filters"), (self.legend, "legend"), (self.header, "header")];
        let shown: Vec<_> = all.iter().filter(|(is_shown, _)| *is_shown).map(|(_, code)| *code).collect();
        if shown.is_empty() { "none".to_owned() } else { shown.join(",") }
    }
}

fn on_or_off(value: &str, on: &str) -> Option<bool> {
    match value {
        "" | "off" | "auto" => Some(false),
        _ => (value == on).then_some(true),
    }
}
