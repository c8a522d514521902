//! The only place that builds and reads addresses: what the app shows ⇄ path and query.
//!
//! Paths end with `/`, so that a static host can serve them as folders. English has no language segment, other
//! languages come first (`/tr/partners/who/`). The query holds codes and ids, never labels, and only what is not
//! the default, in a fixed order: equal states have equal addresses.
//!
//! Reads the raw query itself: routers decode twice, and `%2541` must stay `%41`.

pub(crate) mod percent;
mod view;

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

impl Link {
    /// A page in a language, with nothing narrowed.
    pub fn new(lang: Lang, route: Route) -> Self {
        Self { lang, route, view: View::default() }
    }

    /// Reads the path below the base of the site and the raw query (`location.search`), with what had to be ignored.
    pub fn parse(path_below_base: &str, raw_query: &str) -> (Self, Vec<Ignored>) {
        let mut ignored = Vec::new();
        let view = View::parse(raw_query, &mut ignored);
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
            ["partners", id] => {
                PartnershipId::parse(id).map_or_else(|| Route::Unknown(below.join("/")), Route::Partner)
            }
            _ => Route::Unknown(below.join("/")),
        };
        (Self { lang: lang.unwrap_or(Lang::En), route, view }, ignored)
    }

    /// The address below `base`, the path of the site's root (`/` or `/atlas/`).
    pub fn href(&self, base: &str) -> String {
        let mut href = self.path(base);
        self.view.write(&mut href);
        href
    }

    fn path(&self, base: &str) -> String {
        let mut path = base.trim_end_matches('/').to_owned();
        path.push('/');
        if self.lang != Lang::En {
            path.extend([self.lang.code(), "/"]);
        }
        match &self.route {
            Route::Explore => {}
            Route::Partner(id) => path.extend(["partners/", id.as_str(), "/"]),
            Route::About => path.push_str("about/"),
            Route::Notebook => path.push_str("notebook/"),
            Route::MeetingBrief => path.push_str("notebook/brief/"),
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
}

/// The language of a first path segment. English has none, so `en` is no language here.
fn segment_lang(segment: &str) -> Option<Lang> {
    Lang::from_code(segment).filter(|lang| *lang != Lang::En && Lang::OFFERED.contains(lang))
}

#[cfg(test)]
mod tests;
