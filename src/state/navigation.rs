//! Going to another address of the atlas, and coming back to where one was.

use std::collections::HashMap;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider as _};

use crate::browser::{self, dom, page, time};

/// How an address change enters the history: pushed where a person would want to undo it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Push,
    Replace,
}

/// Where a person was on a page.
#[derive(Debug, Clone, Default)]
struct Spot {
    scroll_y_px: f64,
    focused_id: Option<String>,
}

/// Makes a change after which the page is built anew; the person stays where they are.
pub(crate) fn keeping_place(change: impl FnOnce()) {
    let (focused_id, scroll_y_px) = (dom::focused_id(), page::scroll_y_px());
    change();
    time::before_next_paint(move || {
        page::scroll_to_y_px(scroll_y_px);
        if let Some(id) = focused_id {
            dom::focus_id(&id, false);
        }
    });
}

/// The router's own way to go to an address.
type Go = Box<dyn Fn(&str, NavigateOptions)>;

/// Moves between addresses. Scroll and focus are put where a page would put them.
#[derive(Clone, Copy)]
pub(crate) struct Navigation {
    go: StoredValue<Go, LocalStorage>,
    /// Where the person was, by address.
    spots: StoredValue<HashMap<String, Spot>>,
    current: StoredValue<String>,
    /// As the browser last told it: to ask when the page is just built makes the browser lay it out once more.
    scroll_y_px: StoredValue<Option<f64>>,
    is_popping: StoredValue<bool>,
}

/// Whether the person goes back or forward just now.
#[derive(Clone, Copy)]
pub(crate) struct Popping(StoredValue<bool>);

/// To be called before the router is built: its own listener runs the effects of the new address at once.
pub(crate) fn watch_popping() -> Popping {
    let is_popping = StoredValue::new(false);
    browser::on_window(ev::popstate, move |_| is_popping.set_value(true));
    Popping(is_popping)
}

/// Writes the address of a link that was followed into the history, for which the router waits until its routes are
/// built. To be called inside the router, before anything else follows the address.
pub(crate) fn complete_navigations() {
    let path = use_location().pathname;
    let history = use_context::<BrowserUrl>();
    Effect::new(move || {
        path.track();
        if let Some(history) = &history {
            history.ready_to_complete();
        }
    });
}

impl Navigation {
    /// To be called inside the router, once.
    pub(crate) fn new(address: String) -> Self {
        page::restore_scroll_by_hand();
        let navigate = use_navigate();
        let this = Self {
            go: StoredValue::new_local(Box::new(move |href, options| navigate(href, options))),
            spots: StoredValue::new(HashMap::new()),
            current: StoredValue::new(address),
            scroll_y_px: StoredValue::new(None),
            is_popping: use_context::<Popping>().map_or_else(|| StoredValue::new(false), |it| it.0),
        };
        browser::on_window(ev::scroll, move |_| this.remember_scroll());
        browser::on_window(ev::focusin, move |_| this.remember_focus());
        this
    }

    pub(crate) fn go(self, href: &str, step: Step) {
        let replace = step == Step::Replace;
        // From here on the scroll belongs to the new address: a shorter page moves it before anything is built.
        self.remember_scroll();
        self.current.set_value(href.to_owned());
        self.is_popping.set_value(false);
        // The address is whole already: resolved once more it would hold the base twice.
        let options =
            NavigateOptions { replace, scroll: false, resolve: false, ..NavigateOptions::default() };
        self.go.with_value(|go| go(href, options));
    }

    fn remember_scroll(self) {
        self.scroll_y_px.set_value(Some(page::scroll_y_px()));
        self.keep_scroll();
    }

    /// As far as it is known without asking; none where the person goes back, which moves the page once it is built.
    pub(crate) fn known_scroll_y_px(self) -> Option<f64> {
        (!self.is_popping.get_value()).then(|| self.scroll_y_px.get_value().unwrap_or_default())
    }

    fn keep_scroll(self) {
        let scroll_y_px = self.scroll_y_px.get_value().unwrap_or_else(page::scroll_y_px);
        self.with_spot(|spot| spot.scroll_y_px = scroll_y_px);
    }

    fn remember_focus(self) {
        let focused_id = dom::focused_id();
        self.with_spot(|spot| spot.focused_id = focused_id);
    }

    fn with_spot(self, change: impl FnOnce(&mut Spot)) {
        let current = self.current.get_value();
        self.spots.update_value(|spots| change(spots.entry(current).or_default()));
    }

    /// To be called after the address changed, when the page is built. `is_new_page` says whether it is
    /// another page and not the same one with other filters; `focus_id` is what gets the focus on a new page,
    /// where it is there.
    pub(crate) fn arrived(self, address: &str, is_new_page: bool, focus_id: Option<String>) {
        let was_popped = self.is_popping.get_value();
        time::after_next_paint(move || self.is_popping.set_value(false));
        self.current.set_value(address.to_owned());
        let known = self.spots.with_value(|spots| spots.get(address).cloned());
        let spot = known.clone().filter(|_| was_popped);
        if spot.is_none() && !is_new_page {
            // The same page, narrowed: the person stays where they are.
            return self.keep_scroll();
        }
        // Who went to a partner from a mark of the map comes back to that mark.
        let mark_id = known.and_then(|spot| spot.focused_id).filter(|id| id.starts_with("mark-"));
        time::after_next_paint(move || {
            let candidates = if let Some(spot) = spot {
                page::scroll_to_y_px(spot.scroll_y_px);
                [spot.focused_id, None]
            } else {
                page::scroll_to_y_px(0.0);
                [page::target_id().or(mark_id), focus_id]
            };
            let is_found = candidates.into_iter().flatten().any(|id| dom::focus_id(&id, !was_popped));
            // What had the focus may be gone, such as an option of a list that is closed now.
            if !is_found && (is_new_page || dom::has_no_focus()) {
                dom::focus_id("page-title", false);
            }
        });
    }
}
