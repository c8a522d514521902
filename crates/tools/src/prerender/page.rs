//! Which pages there are, and what each is called.

use super::{doctor, shell};
use atlas_app::prerender::Prerenderer;
use atlas_core::domain::dataset::Dataset;
use atlas_core::domain::link::{Frame, Link, Route};
use atlas_core::domain::messages::Messages;
use atlas_core::domain::partnership::Partnership;
use atlas_core::domain::vocabulary::Lang;

pub(crate) struct Page<'a> {
    pub(crate) words: &'a Messages,
    pub(crate) title: String,
    pub(crate) description: String,
    link: Link,
    content: Content<'a>,
}

enum Content<'a> {
    Explore,
    Partner(&'a Partnership),
    About,
    Frame(&'a Dataset),
    Doctor,
    /// A page that is nothing without the app: its title and what it would be for.
    AppOnly {
        title: &'static str,
        about: &'static str,
    },
    NotFound,
}

/// Every page in the language of `words`.
pub(crate) fn all<'a>(dataset: &'a Dataset, words: &'a Messages) -> Vec<Page<'a>> {
    let partners = dataset.partnerships.iter().map(|partnership| partner(partnership, words));
    [
        explore(words),
        about(words),
        frame(dataset, words),
        app_only(words, Route::Notebook, "notebook.title", "notebook.shell"),
        app_only(words, Route::MeetingBrief, "meeting-brief.title", "meeting-brief.shell"),
        app_only(words, Route::embed(words.lang()), "embed.title", "embed.shell"),
        page(words, Route::Doctor, words.text("doctor.title"), Content::Doctor),
        offline(words),
    ]
    .into_iter()
    .chain(partners)
    .collect()
}

fn explore(words: &Messages) -> Page<'_> {
    Page { title: words.text("app.name").to_owned(), ..page(words, Route::Explore, "", Content::Explore) }
}

/// The list, for a host whose readers cannot run the app.
fn frame<'a>(dataset: &'a Dataset, words: &'a Messages) -> Page<'a> {
    Page {
        title: words.text("app.name").to_owned(),
        ..page(words, Route::Frame(Frame::new(words.lang())), "", Content::Frame(dataset))
    }
}

fn about(words: &Messages) -> Page<'_> {
    page(words, Route::About, words.text("about.title"), Content::About)
}

fn app_only<'a>(words: &'a Messages, route: Route, title: &'static str, about: &'static str) -> Page<'a> {
    page(words, route, words.text(title), Content::AppOnly { title, about })
}

/// What stands for any page that is not kept where there is no connection: the app puts the page of the address there.
fn offline(words: &Messages) -> Page<'_> {
    let content = Content::AppOnly { title: "app.name", about: "app.tagline" };
    Page {
        title: words.text("app.name").to_owned(),
        ..page(words, Route::Unknown("offline".to_owned()), "", content)
    }
}

fn partner<'a>(partnership: &'a Partnership, words: &'a Messages) -> Page<'a> {
    let name = partnership.partner.name.get(words.lang());
    let route = Route::Partner(partnership.id.clone());
    let page = page(words, route, name, Content::Partner(partnership));
    match &partnership.summary {
        Some(summary) => Page { description: summary.get(words.lang()).to_owned(), ..page },
        None => page,
    }
}

/// What a host shows for an address that leads nowhere.
pub(crate) fn not_found(words: &Messages) -> Page<'_> {
    page(words, Route::Explore, words.text("not-found.title"), Content::NotFound)
}

fn page<'a>(words: &'a Messages, route: Route, name: &str, content: Content<'a>) -> Page<'a> {
    let title = words.format("title.page", &[("page", name), ("app", words.text("app.name"))]);
    let description = words.text("app.tagline").to_owned();
    Page { words, title, description, link: Link::new(words.lang(), route), content }
}

impl Page<'_> {
    /// Below the site's root: ends in a slash unless it is empty.
    pub(crate) fn path(&self) -> String {
        self.link.href("/").trim_start_matches('/').to_owned()
    }

    /// From the page's own address to the site's root.
    pub(crate) fn way_to_root(&self) -> String {
        match self.path().matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// The same page in a language.
    pub(super) fn in_lang(&self, lang: Lang) -> Link {
        Link { lang, ..self.link.clone() }
    }

    /// The record that the page is about, if it is about one.
    pub(super) fn partnership(&self) -> Option<&Partnership> {
        match self.content {
            Content::Partner(partnership) => Some(partnership),
            _ => None,
        }
    }

    /// Whether a search engine is to show it: not what is nothing without the app, or stands in other sites.
    pub(super) fn is_findable(&self) -> bool {
        matches!(self.content, Content::Explore | Content::Partner(_) | Content::About)
    }

    /// The script that the page starts, in place of the app.
    pub(crate) fn program(&self) -> Option<&'static str> {
        matches!(self.content, Content::Doctor).then_some("./doctor.js")
    }

    /// Whether it has a picture of the map.
    pub(crate) fn has_map(&self) -> bool {
        matches!(self.content, Content::Explore)
    }

    /// Whether it wears what pages that come later do.
    pub(crate) fn is_later(&self) -> bool {
        matches!(self.content, Content::Partner(_) | Content::About)
    }

    /// What can be read before the app starts; `root` leads from the page to the site's root.
    pub(crate) fn shell(&self, root: &str, app: &Prerenderer) -> String {
        let page = match self.content {
            Content::Explore | Content::Partner(_) | Content::About => return app.html(&self.link, root),
            Content::Frame(dataset) => shell::frame(dataset, self.words, root),
            Content::Doctor => doctor::shell(self.words, root),
            Content::AppOnly { title, about } => shell::app_only(self.words, root, title, about),
            Content::NotFound => shell::not_found(self.words, root),
        };
        format!(r#"<main class="shell__page">{page}</main>"#)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_core::domain::check;
    use atlas_core::domain::digest::Checksum;
    use atlas_core::map::outline_file::COARSE_OUTLINE_FILE;

    const DATA: &[u8] = include_bytes!("../../../../public/data/partnerships.json");
    const TURKISH: &str = include_str!("../../../../public/locale/tr.json");

    fn with_page(words: &Messages, path: &str, assert: impl Fn(&Page<'_>, &str)) {
        let dataset = check::read(DATA).unwrap().dataset;
        let pages = all(&dataset, words);
        assert_eq!(pages.len(), dataset.partnerships.len() + 8);
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/data/");
        let outlines = std::fs::read_to_string(format!("{folder}{COARSE_OUTLINE_FILE}")).unwrap();
        let app = Prerenderer::new(&dataset, Checksum::of(""), words.clone(), &outlines);
        let page = pages.iter().find(|page| page.path() == path).unwrap();
        assert(page, &page.shell(&page.way_to_root(), &app));
    }

    #[test]
    fn a_partners_page_is_called_after_it_and_links_back() {
        with_page(&Messages::english(), "partners/who/", |page, shell| {
            assert_eq!(page.title, "World Health Organization – OTS Partnership Atlas");
            assert_eq!(page.way_to_root(), "../../");
            for fact in [
                r#" class="partner__title">"#,
                ">World Health Organization<",
                r#"href="../../""#,
                "Action plan",
                "Geneva, Switzerland",
                "Memorandum",
                r#"<a href="https://www.who.int"#,
                r#"<section class="partner__section"><h2>Timeline"#,
            ] {
                assert!(shell.contains(fact), "{fact} in {shell}");
            }
            assert!(!shell.contains("map__land"), "only the page about the map has its outlines");
        });
    }

    #[test]
    fn the_first_page_has_a_map_and_links_to_every_partner_in_its_language() {
        let words = Messages::parse(Lang::Tr, TURKISH).unwrap();
        with_page(&words, "tr/", |_, shell| {
            for part in [
                r#"href="../tr/partners/who/""#,
                "Dünya Sağlık Örgütü",
                "Eylem planı",
                r#"href="../tr/about/""#,
                r#" class="map__land">"#,
                r#" class="still-seats">"#,
            ] {
                assert!(shell.contains(part), "{part} in {shell}");
            }
            assert_eq!(
                shell.matches(r#"id="row-"#).count(),
                check::read(DATA).unwrap().dataset.partnerships.len()
            );
        });
    }

    #[test]
    fn the_links_of_a_frame_open_in_a_tab_of_their_own() {
        with_page(&Messages::english(), "frame/", |_, shell| {
            assert!(
                shell.contains(r#"<a target="_blank" rel="noopener" href="../partners/who/">"#),
                "{shell}"
            );
            assert_eq!(shell.matches("<a ").count(), shell.matches("target=").count());
            assert!(shell.contains("do not imply endorsement"));
        });
    }

    #[test]
    fn the_page_for_lost_addresses_needs_no_depth() {
        let words = Messages::english();
        assert!(shell::not_found(&words, "/atlas/").contains(r#"<a href="/atlas/">"#));
    }
}
