//! Addresses as people meet them, and that nothing is lost on the way there and back.

use proptest::prelude::*;

use super::*;
use crate::domain::catalogue::{Facet, FacetValue, Filter, Sort};
use crate::domain::vocabulary::{Sector, Stage};

fn who() -> Route {
    Route::Partner(PartnershipId::parse("who").unwrap())
}

#[track_caller]
fn check(lang: Lang, route: Route, path: &str) {
    let link = Link::new(lang, route);
    assert_eq!(link.href("/"), path);
    assert_eq!(Link::parse(path, ""), (link, Vec::new()));
}

#[test]
fn every_page_has_a_path_in_every_language() {
    check(Lang::En, Route::Explore, "/");
    check(Lang::Tr, Route::Explore, "/tr/");
    check(Lang::En, who(), "/partners/who/");
    check(Lang::Tr, who(), "/tr/partners/who/");
    check(Lang::Tr, Route::About, "/tr/about/");
    check(Lang::En, Route::Notebook, "/notebook/");
    check(Lang::Tr, Route::MeetingBrief, "/tr/notebook/brief/");
    check(Lang::En, Route::Unknown("no/such page".into()), "/no/such%20page/");
    check(Lang::En, Route::Unknown("partners/WHO".into()), "/partners/WHO/");
    check(Lang::En, Route::Unknown("partners".into()), "/partners/");
    check(Lang::En, Route::Unknown("en".into()), "/en/");
}

#[test]
fn a_site_may_live_below_any_path() {
    let link = Link::new(Lang::Tr, who());
    assert_eq!(link.href("/atlas/"), "/atlas/tr/partners/who/");
    assert_eq!(link.href("/atlas"), "/atlas/tr/partners/who/");
    assert_eq!(link.href(""), "/tr/partners/who/");
}

#[test]
fn paths_are_read_with_or_without_their_slashes() {
    for path in ["tr/partners/who", "/tr/partners/who/", "/tr/partners/who/index.html"] {
        assert_eq!(Link::parse(path, "").0, Link::new(Lang::Tr, who()));
    }
}

#[test]
fn the_query_holds_what_is_not_the_default_in_a_fixed_order() {
    let view = View {
        mode: MapMode::Areas,
        filter: [Sector::Trade.into(), Sector::Health.into(), Stage::Memorandum.into()].into_iter().collect(),
        text: "Işık & co".into(),
        sort: Some(Sort::Name),
        bbox: "-12,8,100,60".parse().ok(),
        theme: Some(Theme::Dark),
    };
    let link = Link::new(Lang::En, Route::Explore).with_view(view);
    let href = link.href("/");
    assert_eq!(
        href,
        "/?view=areas&sector=health,trade&stage=memorandum&q=I%C5%9F%C4%B1k%20%26%20co&sort=name\
         &bbox=-12.00,8.00,100.00,60.00&theme=dark"
    );
    assert_eq!(Link::parse("/", &href[1..]), (link, Vec::new()));
}

#[test]
fn unknown_values_are_ignored_and_reported_and_others_parameters_are_not_ours() {
    let query = "?sector=health,magic&utm_source=x&sort=price&bbox=1,2&q=tr&theme=";
    let (link, ignored) = Link::parse("/", query);
    let said: Vec<_> = ignored.iter().map(|it| (it.param, it.value.as_str())).collect();
    assert_eq!(said, [("sector", "magic"), ("sort", "price"), ("bbox", "1,2"), ("theme", "")]);
    assert_eq!(link.href("/"), "/?sector=health&q=tr");
}

#[test]
fn a_literal_percent_sign_is_decoded_once() {
    let (link, _) = Link::parse("/", "?q=%2541");
    assert_eq!(link.view.text, "%41");
    assert_eq!(link.href("/"), "/?q=%2541");
    assert_eq!(Link::parse("/", "?q=100%").0.view.text, "100%");
    assert_eq!(Link::parse("/", "?q=a+b%2Bc").0.view.text, "a b+c");
}

#[test]
fn a_partners_link_keeps_the_filters_and_its_canonical_address_drops_them() {
    let (link, _) = Link::parse("/", "?sector=health");
    let partner = link.with_route(who());
    assert_eq!(partner.href("/"), "/partners/who/?sector=health");
    assert_eq!(partner.canonical().href("/"), "/partners/who/");
}

#[test]
fn the_default_order_leaves_the_address_alone() {
    let view = View::default();
    assert_eq!(view.sort_or_default(), Sort::Newest);
    assert_eq!(view.clone().sorted_by(Sort::Newest).sort, None);
    assert_eq!(view.sorted_by(Sort::Name).sort, Some(Sort::Name));
    let with_text = View { text: "who".into(), ..View::default() };
    assert_eq!(with_text.sort_or_default(), Sort::Relevance);
    assert_eq!(with_text.sorted_by(Sort::Newest).sort, Some(Sort::Newest));
}

fn filter() -> impl Strategy<Value = Filter> {
    let all: Vec<FacetValue> = Facet::ALL.iter().flat_map(|facet| facet.values()).collect();
    prop::collection::vec(prop::sample::select(all), 0..6).prop_map(|values| values.into_iter().collect())
}

fn view() -> impl Strategy<Value = View> {
    let text = prop_oneof![any::<String>(), "[%+&=?#0-9A-F ,/ığ]{0,12}"];
    let sort = prop::option::of(prop::sample::select(Sort::ALL));
    let theme = prop::option::of(prop::sample::select(Theme::ALL));
    let bbox = prop::option::of(prop::sample::select(vec!["-12,8,100,60", "170,-5.5,-170,5.25"]));
    (prop::sample::select(MapMode::ALL), filter(), text, sort, bbox, theme).prop_map(
        |(mode, filter, text, sort, bbox, theme)| View {
            mode,
            filter,
            text,
            sort,
            bbox: bbox.and_then(|it| it.parse().ok()),
            theme,
        },
    )
}

fn route() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Explore),
        Just(Route::About),
        Just(Route::Notebook),
        Just(Route::MeetingBrief),
        "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}"
            .prop_map(|id| Route::Partner(PartnershipId::parse(&id).unwrap())),
        "x[^/]{1,12}(/[^/]{1,5}y){0,2}".prop_map(Route::Unknown),
    ]
}

proptest! {
    #[test]
    fn a_link_survives_its_address(
        lang in prop::sample::select(Lang::OFFERED), route in route(), view in view(), base in "(/[a-z]{1,5}){0,2}/"
    ) {
        let link = Link { lang, route, view };
        let href = link.href(&base);
        prop_assert!(href.bytes().all(|b| b.is_ascii_graphic()));
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        prop_assert!(path.ends_with('/'));
        let (read, ignored) = Link::parse(path.strip_prefix(base.as_str()).unwrap(), query);
        prop_assert_eq!(&read, &link);
        prop_assert_eq!(ignored, Vec::new());
        prop_assert_eq!(read.href(&base), href);
    }

    #[test]
    fn any_address_can_be_read(
        path in prop_oneof![any::<String>(), "(/|%2F|tr|about|index.html|partners|%|a){0,6}"], query in any::<String>()
    ) {
        let (link, _) = Link::parse(&path, &query);
        let again = link.href("/");
        let (path, query) = again.split_once('?').unwrap_or((&again, ""));
        prop_assert_eq!(Link::parse(path, query).0, link);
    }
}
