//! The only place that builds and reads addresses: what the app shows ⇄ path and query.
//!
//! Paths end with `/`, so that a static host can serve them as folders. English has no language segment, other
//! languages come first (`/tr/partners/who/`). The query holds codes and ids, never labels, and only what is not
//! the default, in a fixed order: equal states have equal addresses.
//!
//! Reads the raw query itself: routers decode twice, and `%2541` must stay `%41`.

mod draft;
mod frame;
pub(crate) mod percent;
mod view;

pub use draft::{Draft, FrameHeight};
pub use frame::{Frame, FrameView, Surroundings};
pub use view::{MapMode, Theme, View};

use super::partnership::PartnershipId;
use super::vocabulary::{Lang, Vocabulary as _};
use percent::{decode, encode};

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// The map and the list.
    Explore,
    /// One partner beside the map. Whether there is such a record is not known here.
    Partner(PartnershipId),
    About,
    /// The private notes in this browser.
    Notebook,
    /// Partners to be printed for a meeting.
    MeetingBrief,
    /// The atlas within another web site.
    Frame(Frame),
    /// The builder of such frames.
    Embed(Draft),
    /// What finds out what a page around a frame lets it do. A page of its own, without the app.
    Doctor,
    /// A path that is none of ours, decoded, without slashes at its ends.
    Unknown(String),
}

/// Everything an address says.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    pub lang: Lang,
    pub route: Route,
    pub view: View,
}

/// A value in an address that means nothing to us; the app goes on without it and says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    pub param: &'static str,
    pub value: String,
}

impl Route {
    /// The builder, with nothing chosen yet.
    pub fn embed(lang: Lang) -> Self {
        Self::Embed(Draft::new(lang))
    }
}

impl Link {
    /// A page in a language, with nothing narrowed.
    pub fn new(lang: Lang, route: Route) -> Self {
        Self { lang, route, view: View::default() }
    }

    /// Reads the path below the base of the site and the raw query (`location.search`), with what had to be ignored.
    pub fn parse(path_below_base: &str, raw_query: &str) -> (Self, Vec<Ignored>) {
        let path = decode(path_below_base);
        let mut segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        while segments.last() == Some(&"index.html") {
            segments.pop();
        }
        let lang = segments.first().and_then(|first| segment_lang(first));
        let below = if lang.is_some() { segments.get(1..).unwrap_or_default() } else { &segments };
        let route = match below {
            [] => Route::Explore,
            ["about"] => Route::About,
            ["notebook"] => Route::Notebook,
            ["notebook", "brief"] => Route::MeetingBrief,
            ["frame"] => Route::Frame(Frame::new(lang.unwrap_or(Lang::En))),
            ["embed", "doctor"] => Route::Doctor,
            ["embed"] => Route::Embed(Draft::new(lang.unwrap_or(Lang::En))),
            ["partners", id] => {
                PartnershipId::parse(id).map_or_else(|| Route::Unknown(below.join("/")), Route::Partner)
            }
            _ => Route::Unknown(below.join("/")),
        };
        let mut link = Self::new(lang.unwrap_or(Lang::En), route);
        let mut ignored = Vec::new();
        for (param, value) in view::pairs(raw_query) {
            for (param, value) in link.take(&param, &value) {
                ignored.push(Ignored { param, value: value.to_owned() });
            }
        }
        (link, ignored)
    }

    /// Takes in one parameter; returns what of it is ours and not known. What the atlas calls `view` is `mode` in a
    /// frame, where `view` is the part of the atlas.
    fn take<'v>(&mut self, param: &str, value: &'v str) -> Vec<(&'static str, &'v str)> {
        let taken = match &mut self.route {
            Route::Frame(_) if param == "lang" => {
                let lang = Frame::lang_of(value);
                self.lang = lang.unwrap_or(self.lang);
                Some(("lang", lang.is_some()))
            }
            Route::Frame(frame) => frame.take(param, value),
            Route::Embed(draft) => draft.take(param, value),
            _ => return self.view.take(param, value),
        };
        match taken {
            Some((_, true)) => Vec::new(),
            Some((param, false)) => vec![(param, value)],
            None => self.view.take(if param == "mode" { "view" } else { param }, value),
        }
    }

    /// The address below `base`, the path of the site's root (`/` or `/atlas/`).
    pub fn href(&self, base: &str) -> String {
        let mut href = self.path(base);
        let mut separator = '?';
        for (param, value) in self.params() {
            href.extend([separator]);
            href.extend([param, "=", &value]);
            separator = '&';
        }
        href
    }

    /// What is not the default, encoded, in a fixed order.
    fn params(&self) -> Vec<(&'static str, String)> {
        let mut params = Vec::new();
        let mut push = |name: &'static str, value: String| {
            if !value.is_empty() {
                params.push((name, value));
            }
        };
        let of_view = match &self.route {
            Route::Frame(frame) => {
                if self.lang != frame.path_lang {
                    push("lang", self.lang.code().to_owned());
                }
                frame.each_param(&mut push);
                "mode"
            }
            Route::Embed(draft) => {
                draft.each_param(&mut push);
                "mode"
            }
            _ => "view",
        };
        self.view.each_param(&mut |name, value| push(if name == "view" { of_view } else { name }, value));
        params
    }

    /// What a host may set of a frame, and is told: nothing that the reader typed.
    pub const HOST_PARAMS: &'static [&'static str] = &[
        "view",
        "partner",
        "show",
        "accent",
        "notes",
        "fit",
        "lang",
        "mode",
        "sector",
        "region",
        "seat",
        "stage",
        "mechanism",
        "kind",
        "evidence",
        "sort",
        "theme",
    ];

    /// What a host is told of a frame.
    pub fn host_params(&self) -> Vec<(&'static str, String)> {
        let mut params = self.params();
        params.retain(|(name, _)| Self::HOST_PARAMS.contains(name));
        params
    }

    /// The frame with other values of some of its parameters, empty for the default. What is not known stays.
    #[must_use]
    pub fn with_host_params(&self, params: &[(String, String)]) -> Self {
        let mut link = self.clone();
        let Route::Frame(frame) = &self.route else { return link };
        for (param, value) in params {
            match param.as_str() {
                "lang" if value.is_empty() => link.lang = frame.path_lang,
                "mode" => link.view.reset("view"),
                param if !Frame::PARAMS.contains(&param) => link.view.reset(param),
                _ => {}
            }
            if !value.is_empty() || Frame::PARAMS.contains(&param.as_str()) {
                link.take(param, value);
            }
        }
        link
    }

    fn path(&self, base: &str) -> String {
        let mut path = base.trim_end_matches('/').to_owned();
        path.push('/');
        let lang = match &self.route {
            Route::Frame(frame) => frame.path_lang,
            _ => self.lang,
        };
        if lang != Lang::En {
            path.extend([lang.code(), "/"]);
        }
        match &self.route {
            Route::Explore => {}
            Route::Partner(id) => path.extend(["partners/", id.as_str(), "/"]),
            Route::About => path.push_str("about/"),
            Route::Notebook => path.push_str("notebook/"),
            Route::MeetingBrief => path.push_str("notebook/brief/"),
            Route::Frame(_) => path.push_str("frame/"),
            Route::Embed(_) => path.push_str("embed/"),
            Route::Doctor => path.push_str("embed/doctor/"),
            Route::Unknown(unknown) => {
                for segment in unknown.split('/') {
                    encode(segment, &mut path);
                    path.push('/');
                }
            }
        }
        path
    }

    /// Another page with the same language and view, so that the way back keeps the filters.
    #[must_use]
    pub fn with_route(&self, route: Route) -> Self {
        Self { route, ..self.clone() }
    }

    /// The same page with another view.
    #[must_use]
    pub fn with_view(&self, view: View) -> Self {
        Self { view, ..self.clone() }
    }

    /// The page itself, as it is cited and copied: without the query.
    #[must_use]
    pub fn canonical(&self) -> Self {
        Self::new(self.lang, self.route.clone())
    }

    /// Another page than before, and not the same one with something else chosen.
    pub fn is_other_page(&self, previous: &Route) -> bool {
        let is_builder = |route: &Route| matches!(route, Route::Embed(_));
        self.route != *previous && !(is_builder(&self.route) && is_builder(previous))
    }

    /// The builder with another draft; any other page as it is.
    #[must_use]
    pub fn with_draft(&self, change: impl FnOnce(&mut Draft)) -> Self {
        let mut link = self.clone();
        if let Route::Embed(draft) = &mut link.route {
            change(draft);
        }
        link
    }
}

/// The language of a first path segment. English has none, so `en` is no language here.
fn segment_lang(segment: &str) -> Option<Lang> {
    Lang::from_code(segment).filter(|lang| *lang != Lang::En && Lang::OFFERED.contains(lang))
}

#[cfg(test)]
mod tests;
