//! What the query of an address says: how the records are narrowed, ordered and shown.

use crate::domain::catalogue::{Facet, FacetValue, Filter, Query, Sort};
use crate::map::seats::Seats;
use crate::map::viewport::Bbox;

use super::percent::{decode_query, encode};

/// What the map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MapMode {
    #[default]
    Seats,
    /// Where the partners work.
    Areas,
}

impl MapMode {
    pub const ALL: &'static [Self] = &[Self::Seats, Self::Areas];

    /// The code that addresses carry.
    pub fn code(self) -> &'static str {
        match self {
            Self::Seats => "seats",
            Self::Areas => "areas",
        }
    }
}

/// A colour scheme that an address asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    pub const ALL: &'static [Self] = &[Self::Light, Self::Dark];

    /// The code that addresses carry.
    pub fn code(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The state of a page that its address carries in the query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    pub mode: MapMode,
    pub filter: Filter,
    /// The text sought, as typed.
    pub text: String,
    /// The chosen order; without a choice it follows the text ([`View::sort_or_default`]).
    pub sort: Option<Sort>,
    /// The part of the world in view.
    pub bbox: Option<Bbox>,
    pub theme: Option<Theme>,
}

impl View {
    /// The order in force.
    pub fn sort_or_default(&self) -> Sort {
        self.sort.unwrap_or_else(|| Sort::default_for(&self.text))
    }

    /// What to ask the catalogue for this view; a part of the world narrows it to the seats in it.
    pub fn query(&self, seats: &Seats) -> Query {
        let only = self.bbox.map(|bbox| seats.within(bbox));
        Query { text: self.text.clone(), filter: self.filter, sort: self.sort_or_default(), only }
    }

    /// With this order; the default order is no choice and leaves the address alone.
    #[must_use]
    pub fn sorted_by(mut self, sort: Sort) -> Self {
        self.sort = Some(sort).filter(|sort| *sort != Sort::default_for(&self.text));
        self
    }

    /// With every filter and the text cleared; how it is shown stays.
    #[must_use]
    pub fn cleared(mut self) -> Self {
        self.filter = Filter::default();
        self.text.clear();
        self
    }

    /// Whether anything narrows the records.
    pub fn is_narrowed(&self) -> bool {
        !self.filter.is_empty() || !self.text.trim().is_empty()
    }

    /// Takes in one parameter; returns what of its value is not known. Parameters of other people are passed over in
    /// silence. Of a parameter given twice, facets unite and the last of others counts.
    pub(super) fn take<'v>(&mut self, param: &str, value: &'v str) -> Vec<(&'static str, &'v str)> {
        let Some(param) = PARAMS.iter().copied().find(|known| *known == param) else { return Vec::new() };
        if let Some(&facet) = Facet::ALL.iter().find(|facet| facet.code() == param) {
            let mut unknown = Vec::new();
            for code in value.split(',').filter(|code| !code.is_empty()) {
                match facet.value(code) {
                    Some(value) => self.filter = self.filter.with(value),
                    None => unknown.push((param, code)),
                }
            }
            return unknown;
        }
        let is_known = match param {
            "view" => set(&mut self.mode, find(MapMode::ALL, MapMode::code, value)),
            "sort" => set(&mut self.sort, Sort::from_code(value).map(Some)),
            "bbox" => set(&mut self.bbox, value.parse().ok().map(Some)),
            "theme" if value == "auto" => set(&mut self.theme, Some(None)),
            "theme" => set(&mut self.theme, find(Theme::ALL, Theme::code, value).map(Some)),
            _ => {
                value.clone_into(&mut self.text);
                true
            }
        };
        if is_known { Vec::new() } else { vec![(param, value)] }
    }

    /// Sets one parameter to its default.
    pub(super) fn reset(&mut self, param: &str) {
        let default = Self::default();
        if let Some(&facet) = Facet::ALL.iter().find(|facet| facet.code() == param) {
            self.filter = self.filter.cleared(facet);
        }
        match param {
            "view" => self.mode = default.mode,
            "sort" => self.sort = None,
            "theme" => self.theme = None,
            _ => {}
        }
    }

    /// Gives every parameter with its encoded value, empty for the default.
    pub(super) fn each_param(&self, give: &mut dyn FnMut(&'static str, String)) {
        for &param in PARAMS {
            give(param, self.value_of(param));
        }
    }

    /// The encoded value of a parameter; empty for the default.
    fn value_of(&self, param: &str) -> String {
        if let Some(&facet) = Facet::ALL.iter().find(|facet| facet.code() == param) {
            let codes: Vec<_> = self.filter.values_of(facet).map(FacetValue::code).collect();
            return codes.join(",");
        }
        match param {
            "view" if self.mode != MapMode::default() => self.mode.code().to_owned(),
            "sort" => self.sort.map_or("", Sort::code).to_owned(),
            "bbox" => self.bbox.map_or_else(String::new, |bbox| bbox.to_string()),
            "theme" => self.theme.map_or("", Theme::code).to_owned(),
            "q" => {
                let mut encoded = String::new();
                encode(&self.text, &mut encoded);
                encoded
            }
            _ => String::new(),
        }
    }
}

/// Every parameter, in the order in which addresses carry them.
const PARAMS: &[&str] = &[
    "view",
    "sector",
    "region",
    "seat",
    "stage",
    "mechanism",
    "kind",
    "evidence",
    "q",
    "sort",
    "bbox",
    "theme",
];

pub(super) fn find<V: Copy>(all: &[V], code: impl Fn(V) -> &'static str, wanted: &str) -> Option<V> {
    all.iter().copied().find(|value| code(*value) == wanted)
}

/// The parameters of a raw query, with or without its `?`, decoded.
pub(super) fn pairs(raw_query: &str) -> impl Iterator<Item = (String, String)> {
    raw_query.trim_start_matches('?').split('&').map(|pair| {
        let (param, raw) = pair.split_once('=').unwrap_or((pair, ""));
        (decode_query(param), decode_query(raw))
    })
}

/// Sets `place` if there is a value; whether there was.
pub(super) fn set<V>(place: &mut V, value: Option<V>) -> bool {
    let is_known = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    is_known
}
