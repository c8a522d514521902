//! Addresses as people meet them, and that nothing is lost on the way there and back.

use proptest::prelude::*;

use super::*;
use crate::domain::catalogue::{Facet, FacetValue, Filter, Sort};
use crate::domain::embed::Accent;
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
    check(Lang::Tr, Route::Frame(Frame::new(Lang::Tr)), "/tr/frame/");
    check(Lang::Tr, Route::embed(Lang::Tr), "/tr/embed/");
    check(Lang::En, Route::Doctor, "/embed/doctor/");
    check(Lang::En, Route::Unknown("no/such page".into()), "/no/such%20page/");
    check(Lang::En, Route::Unknown("partners/WHO".into()), "/partners/WHO/");
    check(Lang::En, Route::Unknown("partners".into()), "/partners/");
    check(Lang::En, Route::Unknown("en".into()), "/en/");
}

#[test]
fn a_frame_says_everything_in_its_query() {
    let href =
        "/frame/?lang=tr&view=list&show=filters&accent=0c7482&fit=fill&mode=areas&sector=health&theme=dark";
    let (link, ignored) = Link::parse("/frame/", &href["/frame/".len()..]);
    assert_eq!((ignored, link.lang), (Vec::new(), Lang::Tr));
    assert_eq!(link.href("/"), href);
    assert_eq!(link.with_route(Route::Explore).href("/"), "/tr/?view=areas&sector=health&theme=dark");
    // The path stays where it was, whatever the language.
    assert_eq!(Link::parse("/tr/frame/", "?lang=en").0.href("/"), "/tr/frame/?lang=en");
    assert_eq!(
        Link::parse("/frame/", "?show=list,header,legend&theme=auto").0.href("/"),
        "/frame/?view=map-list"
    );
}

#[test]
fn the_builder_keeps_its_draft_in_the_address() {
    let query = "?view=list&show=filters&accent=0c7482&lang=tr&height=auto&mode=areas&sector=health";
    let (page, ignored) = Link::parse("/embed/", query);
    assert_eq!((ignored, page.lang), (Vec::new(), Lang::En));
    assert_eq!(page.href("/"), format!("/embed/{query}"));
    let Route::Embed(draft) = &page.route else { panic!("no builder") };
    assert_eq!(
        draft.link(&page).href("/"),
        "/tr/frame/?view=list&show=filters&accent=0c7482&mode=areas&sector=health"
    );
    let filled = page.with_draft(|draft| draft.height = Some(FrameHeight::Px(500)));
    assert!(!filled.is_other_page(&page.route) && filled.route != page.route);
    assert!(Link::new(Lang::En, Route::About).is_other_page(&page.route));
    for height in ["199", "6001", "high", "-1", ""] {
        assert_eq!(FrameHeight::parse(height), None, "{height}");
    }
}

#[test]
fn the_list_stands_beside_a_map_or_does_not() {
    let mut frame = Frame::new(Lang::En);
    frame.show_list(true);
    assert_eq!(frame.view, FrameView::MapList);
    frame.show_list(false);
    assert_eq!(frame.view, FrameView::Map);
    frame.view = FrameView::List;
    frame.show_list(false);
    assert_eq!(frame.view, FrameView::List);
}

#[test]
fn a_frame_ignores_what_it_does_not_know() {
    let (link, ignored) =
        Link::parse("/frame/", "?view=globe&lang=de&accent=red&show=all,header&partner=W&mode=x");
    let said: Vec<_> = ignored.iter().map(|it| it.param).collect();
    assert_eq!(said, ["view", "lang", "accent", "show", "partner", "view"]);
    assert_eq!(link.href("/"), "/frame/?show=header");
}

#[test]
fn a_host_changes_only_what_it_names() {
    let (link, _) = Link::parse("/frame/", "?sector=health&q=x&theme=dark&lang=tr");
    let changed = |params: &[(&str, &str)]| {
        let params: Vec<_> = params.iter().map(|(name, it)| ((*name).to_owned(), (*it).to_owned())).collect();
        link.with_host_params(&params).href("/")
    };
    assert_eq!(changed(&[("sector", "trade")]), "/frame/?lang=tr&sector=trade&q=x&theme=dark");
    assert_eq!(changed(&[("sector", ""), ("lang", ""), ("theme", "auto")]), "/frame/?q=x");
    assert_eq!(changed(&[("view", "list"), ("view", "")]), "/frame/?lang=tr&sector=health&q=x&theme=dark");
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

fn frame() -> impl Strategy<Value = Frame> {
    let partner = prop::option::of("[a-z]{1,5}".prop_map(|id| PartnershipId::parse(&id).unwrap()));
    let accent = prop::option::of("[0-9a-f]{6}".prop_map(|it| Accent::parse(&it).unwrap()));
    (
        prop::sample::select(Lang::OFFERED),
        prop::sample::select(FrameView::ALL),
        partner,
        accent,
        any::<[bool; 5]>(),
    )
        .prop_map(
            |(path_lang, view, partner, accent, [filters, legend, header, has_notes, is_filling])| Frame {
                path_lang,
                view,
                partner,
                accent,
                shows: Surroundings { filters, legend, header },
                has_notes,
                is_filling,
            },
        )
}

fn route() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Explore),
        Just(Route::About),
        Just(Route::Notebook),
        Just(Route::MeetingBrief),
        frame().prop_map(Route::Frame),
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
        if let Route::Frame(frame) = &link.route {
            // A host that says again what it was told changes nothing.
            let told: Vec<_> = link.host_params().into_iter().map(|(name, it)| (name.to_owned(), it)).collect();
            prop_assert_eq!(&link.with_host_params(&told), &link);
            prop_assert!(told.iter().all(|(name, _)| name != "q" && name != "bbox"));
            let fresh = Link::new(frame.path_lang, Route::Frame(Frame::new(frame.path_lang)));
            prop_assert_eq!(fresh.with_host_params(&told).host_params(), link.host_params());
        }
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
