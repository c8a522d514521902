//! What a web team copies: the tag, the iframe, plain HTML for sites that take neither, and what their policy needs.

use std::fmt::Write as _;

use crate::domain::dataset::Edition;
use crate::domain::link::{Frame, FrameHeight, FrameView, Link, Route, View};
use crate::domain::messages::Messages;
use crate::domain::partnership::PartnershipId;
use crate::domain::vocabulary::Vocabulary as _;
use crate::html::escape;

use super::NAMESPACE;

/// The title of a frame without one, as the script has it.
const DEFAULT_TITLE: &str = "OTS Partnership Atlas";

/// How many partners stand within the tag until the atlas is there.
const N_WITHIN_TAG: usize = 12;

/// One embed, ready to be written down.
#[derive(Debug)]
pub struct Snippet<'a> {
    /// The full address of the atlas, which ends in a slash.
    pub site: &'a str,
    /// What the frame shows, in its own language.
    pub link: &'a Link,
    pub height: FrameHeight,
    /// In the language of the frame.
    pub words: &'a Messages,
    /// The partners that it shows, by name.
    pub partners: &'a [(PartnershipId, String)],
    /// What the count of them comes to, in words.
    pub count: &'a str,
    pub edition: Option<&'a Edition>,
}

impl Snippet<'_> {
    /// The script and the tag, with a plain list within it.
    pub fn tag(&self) -> String {
        let mut html =
            format!("<script src=\"{}\" async></script>\n<{NAMESPACE}", escape(&script_url(self.site)));
        for (name, value) in self.attributes() {
            attribute(&mut html, name, &value);
        }
        let content = indented(&self.list(N_WITHIN_TAG));
        write_all(&mut html, &[">\n", &content, "</", NAMESPACE, ">\n"]);
        html
    }

    /// The attributes of the tag, also for the preview.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let mut all = vec![("view", self.frame().map_or("", |it| it.view.code()).to_owned())];
        let set = self.link.host_params();
        all.extend(set.into_iter().filter(|(name, _)| !matches!(*name, "view" | "fit" | "lang")));
        all.push(("lang", self.link.lang.code().to_owned()));
        all.push(("height", self.height.code()));
        let title = self.words.text("app.name");
        if title != DEFAULT_TITLE {
            all.push(("title", title.to_owned()));
        }
        all
    }

    /// The frame alone, for sites that take no script.
    pub fn iframe(&self) -> String {
        let has_notes = self.frame().is_some_and(|it| it.has_notes);
        let downloads = if has_notes { " allow-downloads" } else { "" };
        let mut html = "<iframe".to_owned();
        attribute(&mut html, "src", &self.link.href(self.site));
        attribute(&mut html, "title", self.words.text("app.name"));
        html.push_str("\n ");
        attribute(&mut html, "width", "100%");
        attribute(&mut html, "height", &self.height_without_script_px().to_string());
        attribute(&mut html, "frameborder", "0");
        attribute(&mut html, "loading", "lazy");
        attribute(&mut html, "referrerpolicy", "no-referrer");
        html.push_str("\n ");
        attribute(&mut html, "allow", "clipboard-write; fullscreen; web-share");
        html.push_str("\n ");
        let sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
        attribute(&mut html, "sandbox", &format!("{sandbox}{downloads}"));
        html.push_str("></iframe>\n");
        html
    }

    /// The list alone, for sites that take neither scripts nor frames.
    pub fn plain(&self) -> String {
        let mut small = escape(self.words.text("disclaimer.short"));
        if let Some(edition) = self.edition {
            let date = self.words.date(Some(&edition.date));
            let values = [("edition", edition.number.as_str()), ("date", &date)];
            write_all(&mut small, &[" ", &escape(&self.words.format("frame.edition", &values))]);
        }
        let list = indented(&self.list(usize::MAX));
        format!("<div lang=\"{}\">\n{list}  <p><small>{small}</small></p>\n</div>\n", self.link.lang.code())
    }

    /// What the policy of a site needs, if it has one.
    pub fn policy(&self) -> String {
        format!("script-src {};\nframe-src {};\n", script_url(self.site), self.site)
    }

    /// What keeps its place in a page until the script is there, so that nothing below it moves.
    pub fn style(&self) -> String {
        let (property, px) = match self.height {
            FrameHeight::Px(px) => ("height", px),
            FrameHeight::Auto => ("min-height", self.height_without_script_px()),
        };
        format!("{NAMESPACE} {{\n  display: block;\n  {property}: {px}px;\n  overflow: auto;\n}}\n")
    }

    /// How high a frame is that can tell nobody its height.
    fn height_without_script_px(&self) -> u16 {
        match self.height {
            FrameHeight::Px(px) => px,
            FrameHeight::Auto => match self.frame().map(|it| it.view).unwrap_or_default() {
                FrameView::Map | FrameView::Partner => 480,
                FrameView::List | FrameView::MapList => 640,
                FrameView::Counter => 200,
            },
        }
    }

    fn frame(&self) -> Option<&Frame> {
        match &self.link.route {
            Route::Frame(frame) => Some(frame),
            _ => None,
        }
    }

    /// The first partners, each with a link, and a link to all of them.
    fn list(&self, n: usize) -> String {
        let view = View { theme: None, ..self.link.view.clone() };
        let href = |route: Route, view: View| {
            escape(&Link::new(self.link.lang, route).with_view(view).href(self.site))
        };
        let mut html = String::new();
        if self.frame().is_none_or(|it| it.view != FrameView::Counter) && !self.partners.is_empty() {
            html.push_str("<ul>\n");
            for (id, name) in self.partners.iter().take(n) {
                let href = href(Route::Partner(id.clone()), View::default());
                write_all(&mut html, &["  <li><a href=\"", &href, "\">", &escape(name), "</a></li>\n"]);
            }
            html.push_str("</ul>\n");
        }
        let all =
            match self.frame().and_then(|it| it.partner.clone().filter(|_| it.view == FrameView::Partner)) {
                Some(id) => (href(Route::Partner(id), View::default()), self.words.text("frame.open")),
                None => (href(Route::Explore, view), self.count),
            };
        write_all(&mut html, &["<p><a href=\"", &all.0, "\">", &escape(all.1), "</a></p>\n"]);
        html
    }
}

/// Where a host loads the script of the tag from.
pub fn script_url(site: &str) -> String {
    format!("{}/embed.js", site.trim_end_matches('/'))
}

fn write_all(html: &mut String, parts: &[&str]) {
    html.extend(parts.iter().copied());
}

fn attribute(html: &mut String, name: &str, value: &str) {
    // Writing to a string cannot fail.
    let _written = write!(html, " {name}=\"{}\"", escape(value));
}

fn indented(html: &str) -> String {
    html.lines().flat_map(|line| ["  ", line, "\n"]).collect()
}

#[cfg(test)]
mod tests;
