//! What is copied is what was chosen, and nothing in it can break out of its place.

use proptest::prelude::*;

use super::*;
use crate::domain::edtf::EdtfDate;
use crate::domain::vocabulary::Lang;

const SITE: &str = "https://atlas.example.org/atlas/";

struct Copied {
    tag: String,
    iframe: String,
    plain: String,
    policy: String,
    style: String,
}

fn copied(query: &str, names: &[&str]) -> Copied {
    let (page, ignored) = Link::parse("/embed/", query);
    assert_eq!(ignored, Vec::new());
    let Route::Embed(draft) = &page.route else { panic!("no builder") };
    let id = |nth: usize| PartnershipId::parse(&format!("partner-{nth}")).unwrap();
    let partners: Vec<_> =
        names.iter().enumerate().map(|(nth, name)| (id(nth), (*name).to_owned())).collect();
    let edition = Edition { number: "1.0".into(), date: EdtfDate::parse("2026-11-24").unwrap() };
    let snippet = Snippet {
        site: SITE,
        link: &draft.link(&page),
        height: draft.height_or_default(),
        words: &Messages::english(),
        partners: &partners,
        count: "2 partnerships & more",
        edition: Some(&edition),
    };
    Copied {
        tag: snippet.tag(),
        iframe: snippet.iframe(),
        plain: snippet.plain(),
        policy: snippet.policy(),
        style: snippet.style(),
    }
}

#[test]
fn the_tag_has_every_choice_and_a_plain_list() {
    let tag = copied("?sector=health&region=142&theme=dark&lang=tr", &["A & B", "<i>C</i>"]).tag;
    let expected = "<script src=\"https://atlas.example.org/atlas/embed.js\" async></script>\n\
        <ots-partnership-atlas view=\"map\" sector=\"health\" region=\"142\" theme=\"dark\" lang=\"tr\" height=\"640\">\n  \
        <ul>\n    \
        <li><a href=\"https://atlas.example.org/atlas/tr/partners/partner-0/\">A &amp; B</a></li>\n    \
        <li><a href=\"https://atlas.example.org/atlas/tr/partners/partner-1/\">&lt;i&gt;C&lt;/i&gt;</a></li>\n  \
        </ul>\n  \
        <p><a href=\"https://atlas.example.org/atlas/tr/?sector=health&amp;region=142\">2 partnerships &amp; more</a></p>\n\
        </ots-partnership-atlas>\n";
    assert_eq!(tag, expected);
}

#[test]
fn the_iframe_has_the_path_of_its_language_and_a_real_height() {
    let iframe = copied("?view=list&accent=0c7482&lang=tr&height=auto", &[]).iframe;
    assert!(
        iframe.contains("src=\"https://atlas.example.org/atlas/tr/frame/?view=list&amp;accent=0c7482\""),
        "{iframe}"
    );
    assert!(iframe.contains(" height=\"640\""), "{iframe}");
    assert!(!iframe.contains("allow-downloads"), "{iframe}");
    let iframe = copied("?height=720&notes=on", &[]).iframe;
    assert!(iframe.contains("frame/?notes=on&amp;fit=fill\""), "{iframe}");
    assert!(iframe.contains(" height=\"720\"") && iframe.contains("allow-downloads"), "{iframe}");
}

#[test]
fn a_card_and_a_counter_say_what_they_are_without_scripts_too() {
    let card = copied("?view=partner&partner=who", &["WHO"]).tag;
    assert!(card.contains("partner=\"who\"") && card.contains("height=\"auto\""), "{card}");
    assert!(card.contains("atlas/partners/who/\">Open in the full atlas"), "{card}");
    let counter = copied("?view=counter", &["WHO"]).plain;
    assert!(!counter.contains("<ul>") && counter.contains("2 partnerships &amp; more"), "{counter}");
}

#[test]
fn plain_html_carries_all_of_the_list_the_disclaimer_and_the_edition() {
    let names = vec!["Partner"; N_WITHIN_TAG + 5];
    let plain = copied("", &names).plain;
    assert_eq!(plain.matches("<li>").count(), names.len());
    assert!(plain.contains("do not imply endorsement") && plain.contains("Edition 1.0"), "{plain}");
    assert_eq!(copied("", &names).tag.matches("<li>").count(), N_WITHIN_TAG);
}

#[test]
fn the_policy_names_the_script_and_the_site() {
    let policy = copied("", &[]).policy;
    assert_eq!(
        policy,
        "script-src https://atlas.example.org/atlas/embed.js;\nframe-src https://atlas.example.org/atlas/;\n"
    );
}

#[test]
fn the_place_is_kept_at_the_height_that_was_chosen() {
    let style = "ots-partnership-atlas {\n  display: block;\n  height: 720px;\n  overflow: auto;\n}\n";
    assert_eq!(copied("?height=720", &[]).style, style);
    assert!(copied("?view=counter", &[]).style.contains("  min-height: 200px;\n"));
}

#[test]
fn a_title_is_given_where_the_script_has_another() {
    let page = Link::new(Lang::Tr, Route::embed(Lang::Tr));
    let Route::Embed(draft) = &page.route else { panic!("no builder") };
    let json = include_str!("../../../../../../public/locale/tr.json");
    let words = Messages::parse(Lang::Tr, json).unwrap();
    let link = draft.link(&page);
    let snippet = Snippet {
        site: SITE,
        link: &link,
        height: FrameHeight::Auto,
        words: &words,
        partners: &[],
        count: "",
        edition: None,
    };
    let title = snippet.attributes().into_iter().find(|(name, _)| *name == "title").map(|(_, it)| it);
    assert_eq!(title.as_deref(), Some(words.text("app.name")).filter(|it| *it != DEFAULT_TITLE));
    assert!(snippet.iframe().contains(&format!("title=\"{}\"", words.text("app.name"))));
}

proptest! {
    #[test]
    fn no_name_breaks_out_of_its_place(name in any::<String>()) {
        let html = copied("?view=list", &[&name]).plain;
        let plain = copied("?view=list", &["x"]).plain;
        prop_assert_eq!(html.matches('<').count(), plain.matches('<').count());
        prop_assert_eq!(html.matches('"').count(), plain.matches('"').count());
    }
}
