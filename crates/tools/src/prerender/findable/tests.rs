//! What is said of a page in its head, with an address of the site and without.

use super::super::page;
use super::*;
use atlas_core::domain::check;
use atlas_core::domain::messages::Messages;

const DATA: &[u8] = include_bytes!("../../../../../public/data/partnerships.json");
const TURKISH: &str = include_str!("../../../../../public/locale/tr.json");

fn head_of(words: &Messages, path: &str, site: Option<&str>) -> String {
    let dataset = check::read(DATA).unwrap().dataset;
    let site = site.map(|it| SiteUrl::parse(it).unwrap());
    let pages = page::all(&dataset, words);
    head(pages.iter().find(|page| page.path() == path).unwrap(), &dataset, site.as_ref())
}

/// The JSON-LD in a head.
fn linked(head: &str) -> Value {
    let (_, json) = head.split_once("application/ld+json\" data-page>").unwrap();
    serde_json::from_str(json.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn without_an_address_nothing_is_said_that_needs_one() {
    let head = head_of(&Messages::english(), "", None);
    for name in ["canonical", "hreflang", "og:", "contentUrl", "\"url\""] {
        assert!(!head.contains(name), "{name} in {head}");
    }
    assert_eq!(linked(&head)["@type"], "Dataset");
    assert_eq!(linked(&head)["version"], "1.0");
}

#[test]
fn a_page_names_itself_and_its_other_language() {
    let turkish = Messages::parse(Lang::Tr, TURKISH).unwrap();
    let head = head_of(&turkish, "tr/partners/who/", Some("https://atlas.example.org/a/"));
    for part in [
        r#"<link rel="canonical" href="https://atlas.example.org/a/tr/partners/who/" data-page>"#,
        r#"hreflang="en" href="https://atlas.example.org/a/partners/who/""#,
        r#"hreflang="x-default" href="https://atlas.example.org/a/partners/who/""#,
        r#"<meta property="og:image" content="https://atlas.example.org/a/social-card.png" data-page>"#,
    ] {
        assert!(head.contains(part), "{part} in {head}");
    }
    let who = linked(&head);
    assert_eq!(who["name"], "Dünya Sağlık Örgütü");
    assert_eq!(who["mainEntityOfPage"], "https://atlas.example.org/a/tr/partners/who/");
    assert_eq!(who["address"]["addressCountry"], "CH");
    assert!(who["alternateName"].as_array().unwrap().contains(&json!("World Health Organization")));
}

#[test]
fn what_is_nobodys_to_find_says_so() {
    for path in ["notebook/", "notebook/brief/", "frame/", "embed/doctor/"] {
        let head = head_of(&Messages::english(), path, Some("https://atlas.example.org/"));
        assert_eq!(head, r#"<meta name="robots" content="noindex" data-page>"#, "{path}");
    }
}

#[test]
fn a_name_cannot_end_the_data() {
    assert!(!json_ld(&json!("</script><script>")).contains("</script><script>"));
}

#[test]
fn an_address_is_plain_and_ends_in_a_slash() {
    for good in ["https://atlas.example.org/", "http://localhost:8080/a/b/"] {
        assert!(SiteUrl::parse(good).is_ok(), "{good}");
    }
    for bad in [
        "",
        "/",
        "atlas.example.org/",
        "https://atlas.example.org",
        "https:///",
        "https://a/?x=\"/",
        "https://a/ b/",
    ] {
        assert!(SiteUrl::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn the_sitemap_has_every_page_that_may_be_found_in_every_language() {
    let dataset = check::read(DATA).unwrap().dataset;
    let words = Messages::english();
    let pages = page::all(&dataset, &words);
    let site = SiteUrl::parse("https://atlas.example.org/").unwrap();
    let xml = sitemap(&site, &dataset, &pages);
    let n_found = pages.iter().filter(|page| page.is_findable()).count();
    assert!(n_found > dataset.partnerships.len());
    assert_eq!(xml.matches("<url>").count(), n_found * Lang::OFFERED.len());
    assert!(xml.contains("<loc>https://atlas.example.org/tr/partners/who/</loc><lastmod>2026-"), "{xml}");
    assert!(!xml.contains("notebook"));
}
