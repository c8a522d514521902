//! The one state of the app: the address and the data set; everything else is derived from them.

use std::sync::Arc;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::catalogue::{Answer, Facet, FacetValue, Query, Sort};
use atlas_core::domain::link::{Ignored, Link, MapMode, Route, View};
use atlas_core::domain::messages::Messages;
use atlas_core::domain::partnership::PartnershipId;
use atlas_core::notebook::Part;
use atlas_core::notebook::store::Keys;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::asking::{answer_to, kept, query_of, view_with_typed};
use super::highlight::Pointed;
use super::navigation::{Navigation, Step};
use super::noted::Noted;
use super::rows::AskedRows;
use super::session::{Session, Shown};
use super::start::Start;
use crate::browser::time::Debounce;
use crate::browser::{page, storage};

/// A pause in typing after which the address follows.
const TYPING_PAUSE_MILLIS: i32 = 350;

/// The data set that is shown, for views below [`crate::ui::app`], which builds them anew when it changes.
#[derive(Clone)]
pub(crate) struct SessionContext(pub(crate) Arc<Session>);

/// The data set that is shown; none outside the pages that show one.
pub(crate) fn session() -> Option<Arc<Session>> {
    use_context::<SessionContext>().map(|context| context.0)
}

/// The state by its address: it lives as long as the app, so that views can hold it for the price of a pointer.
#[derive(Clone, Copy)]
pub(crate) struct Atlas(&'static AtlasState);

impl std::ops::Deref for Atlas {
    type Target = AtlasState;

    fn deref(&self) -> &AtlasState {
        self.0
    }
}

/// The signals of the state.
pub(crate) struct AtlasState {
    /// What the address says.
    pub(crate) link: Memo<Link>,
    /// What of the address was not understood.
    pub(crate) ignored: Memo<Vec<Ignored>>,
    pub(crate) shown: RwSignal<Shown>,
    pub(crate) messages: RwSignal<Arc<Messages>>,
    pub(crate) is_language_missing: RwSignal<bool>,
    /// What is typed and not yet in the address.
    typed: RwSignal<Option<String>>,
    /// The view in force: the address, and what is typed.
    view: Memo<View>,
    /// The answer to the address and what is typed.
    pub(crate) answer: Memo<Option<Arc<Answer>>>,
    pub(crate) mode: Memo<MapMode>,
    /// The partner whose page is open.
    pub(crate) open_id: Memo<Option<PartnershipId>>,
    /// What a pointer or the focus is on, in the list or on the map.
    pub(crate) highlighted: RwSignal<Pointed>,
    /// How many rows of the result a person has asked for.
    pub(super) asked_rows: RwSignal<AskedRows>,
    pub(crate) is_dark: RwSignal<bool>,
    /// What the notebook comes to, once it is open.
    pub(crate) noted: RwSignal<Arc<Noted>>,
    /// Whether this person works with notes: there are some in this browser, or they have just asked to write one.
    pub(crate) wants_notes: RwSignal<bool>,
    /// A note to be begun, on this part of the open partnership, with what is seen there.
    pub(crate) note_request: RwSignal<Option<(Part, String)>>,
    /// Whether this is the atlas within another web site. It stays so: the links of a frame lead out of it.
    pub(crate) is_framed: bool,
    pub(super) base: StoredValue<String>,
    pub(super) navigation: Navigation,
    typing: StoredValue<Debounce, LocalStorage>,
}

impl Atlas {
    /// To be called inside the router, once.
    pub(crate) fn new(start: Start) -> Self {
        let location = use_location();
        let base = start.base;
        let address = Memo::new(move |_| (location.pathname.get(), location.search.get()));
        let parsed = Memo::new({
            let base = base.clone();
            move |_| {
                address.with(|(path, query)| Link::parse(path.strip_prefix(&base).unwrap_or(path), query))
            }
        });
        let link = Memo::new(move |_| parsed.with(|(link, _)| link.clone()));
        let ignored = Memo::new(move |_| parsed.with(|(_, ignored)| ignored.clone()));
        let shown = RwSignal::new(start.shown);
        let typed = RwSignal::new(None::<String>);
        let view = Memo::new(move |_| view_with_typed(&link.read().view, typed.get()));
        let messages = RwSignal::new(start.messages);
        let noted = RwSignal::new(Arc::new(Noted::default()));
        let notebook_prefix = Keys::new(&base).prefix().to_owned();
        let answer = Memo::new(move |_| {
            let query = shown.with(|shown| view.with(|view| query_of(view, shown)))?;
            let query = shown.with(|shown| noted.with(|noted| kept(query, noted, shown)));
            shown.with(|shown| answer_to(&query, shown)).map(Arc::new)
        });
        let first_address = link.read_untracked().href(&base);
        let is_framed = matches!(link.read_untracked().route, Route::Frame(_));
        Self(Box::leak(Box::new(AtlasState {
            link,
            ignored,
            shown,
            messages,
            is_language_missing: RwSignal::new(start.is_language_missing),
            typed,
            view,
            answer,
            mode: Memo::new(move |_| link.read().view.mode),
            open_id: Memo::new(move |_| match &link.read().route {
                Route::Partner(id) => Some(id.clone()),
                _ => None,
            }),
            highlighted: RwSignal::new(Pointed::default()),
            asked_rows: RwSignal::new(AskedRows::default()),
            is_dark: RwSignal::new(page::is_dark()),
            noted,
            wants_notes: RwSignal::new(!is_framed && storage::has_keys(&notebook_prefix)),
            note_request: RwSignal::new(None),
            is_framed,
            base: StoredValue::new(base),
            navigation: Navigation::new(first_address),
            typing: StoredValue::new_local(Debounce::default()),
        })))
    }

    /// The state that the app provides. Views live inside the app, so it is always there.
    pub(crate) fn of_context() -> Self {
        expect_context::<Self>()
    }

    /// The view in force: the address, and what is typed.
    pub(crate) fn view(self) -> View {
        self.view.get()
    }

    pub(crate) fn view_untracked(self) -> View {
        self.view.get_untracked()
    }

    /// The address of another page with the same filters.
    pub(crate) fn href_of(self, route: Route) -> String {
        let link = self.link.read().with_route(route).with_view(self.view());
        self.base.with_value(|base| link.href(base))
    }

    pub(crate) fn href_of_untracked(self, route: Route) -> String {
        untrack(|| self.href_of(route))
    }

    /// The address of the list with nothing but this value chosen.
    pub(crate) fn href_of_value(self, value: FacetValue) -> String {
        let mut link = Link::new(self.link.read().lang, Route::Explore);
        link.view.filter = link.view.filter.with(value);
        self.base.with_value(|base| link.href(base))
    }

    /// The address of a file of this site.
    pub(crate) fn site_file(self, path: &str) -> String {
        self.base.with_value(|base| format!("{base}{path}"))
    }

    /// The full canonical address of a page, to copy and to cite.
    pub(crate) fn canonical_url(self, route: Route) -> String {
        let link = Link::new(self.link.read_untracked().lang, route);
        format!("{}{}", page::origin(), self.base.with_value(|base| link.href(base)))
    }

    /// Goes to an address. In a frame the history is the host's: there is nothing to go back to.
    pub(crate) fn go(self, link: &Link, step: Step) {
        let step = if self.is_framed { Step::Replace } else { step };
        self.typing.with_value(Debounce::cancel);
        self.base.with_value(|base| self.navigation.go(&link.href(base), step));
        self.typed.set(None);
    }

    /// Goes to another page with the same filters; out of a frame, in a tab of its own.
    pub(crate) fn go_to(self, route: Route) {
        if self.is_framed {
            return page::open_in_new_tab(&self.href_of_untracked(route));
        }
        let link = self.link.read_untracked().with_route(route).with_view(self.view_untracked());
        self.go(&link, Step::Push);
    }

    /// Shows this page with another view.
    pub(crate) fn show(self, view: View, step: Step) {
        let link = self.link.read_untracked().with_view(view);
        if link != *self.link.read_untracked() {
            self.go(&link, step);
        }
    }

    /// Chooses a value of a facet, or lets it go. On a partner's page this returns to the list.
    pub(crate) fn toggle(self, value: FacetValue) {
        let mut view = self.view_untracked();
        view.filter = view.filter.toggled(value);
        let mut link = self.link.read_untracked().with_view(view);
        if matches!(link.route, Route::Partner(_)) {
            link.route = Route::Explore;
        }
        self.go(&link, Step::Push);
    }

    /// Follows the typing at once, and the address after a pause.
    pub(crate) fn type_text(self, text: String) {
        // Of the words that find a record, many come with its details.
        self.ask_for_details();
        self.typed.set(Some(text));
        self.typing.with_value(|typing| {
            typing.call(TYPING_PAUSE_MILLIS, move || self.show(self.view_untracked(), Step::Replace));
        });
    }

    pub(crate) fn sort_by(self, sort: Sort) {
        self.show(self.view_untracked().sorted_by(sort), Step::Push);
    }

    pub(crate) fn set_mode(self, mode: MapMode) {
        self.show(View { mode, ..self.view_untracked() }, Step::Push);
    }

    /// Clears what narrows the result.
    pub(crate) fn clear(self) {
        let mut view = self.view_untracked().cleared();
        view.bbox = None;
        self.show(view, Step::Push);
    }

    /// Whether a partner is pointed at.
    pub(crate) fn is_highlighted(self, id: &PartnershipId) -> bool {
        self.highlighted.with(|pointed| pointed.ids.contains(id))
    }

    /// What is pointed at with the row of a partner.
    pub(crate) fn pointed_at(self, brief: &Brief) -> Pointed {
        let seat = brief.seat.as_ref();
        let place_key = self.shown.with_untracked(|shown| shown.as_ref().ok()?.seats.key_of_city(seat?));
        Pointed { ids: vec![brief.id.clone()], place_keys: place_key.into_iter().collect() }
    }

    /// To be called when a page was built for a new address. Who comes from a partner's page to the list is
    /// put on that partner's row.
    pub(crate) fn arrived(self, previous: &Route) {
        if self.is_framed {
            // The focus is the host's, and stays where it is.
            return;
        }
        let link = self.link.read_untracked();
        let address = self.base.with_value(|base| link.href(base));
        let focus_id = match (previous, &link.route) {
            (Route::Partner(id), Route::Explore) => Some(format!("row-{id}")),
            _ => None,
        };
        self.navigation.arrived(&address, link.is_other_page(previous), focus_id);
    }

    /// What the catalogue answers to another view than the one in force.
    pub(crate) fn answer_to(self, query: &Query) -> Option<Answer> {
        self.shown.with(|shown| answer_to(query, shown))
    }

    /// How many partnerships another view than the one in force would show.
    pub(crate) fn n_counted_in(self, view: &View) -> usize {
        let query = self.shown.with(|shown| {
            let query = query_of(view, shown)?;
            Some(self.noted.with(|noted| kept(query, noted, shown)))
        });
        query.and_then(|query| self.answer_to(&query)).map_or(0, |answer| answer.n_counted())
    }

    /// The values of a facet that occur in the data set, in the order in which a person is shown them.
    pub(crate) fn used_values(self, facet: Facet) -> Vec<FacetValue> {
        let everything = untrack(|| self.answer_to(&Query::default()));
        let Some(everything) = everything else { return Vec::new() };
        facet.values().filter(|value| everything.count(*value) > 0).collect()
    }
}
