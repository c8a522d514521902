//! The built `index.html` as a template: the same page at another depth, in another language, with its own words.

use anyhow::Context;
use atlas_core::html::escape;
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};

/// What differs from page to page.
pub(crate) struct Filling<'a> {
    pub(crate) lang: &'a str,
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// Leads from the page to the root of the site: `./`, `../../`, or an absolute path.
    pub(crate) root: &'a str,
    /// Files below the root to which a generator gives a new name with every change.
    pub(crate) hashed: &'a Hashed,
    /// What is said where the app cannot start, or has stopped, and the way to try again.
    pub(crate) cannot_start: &'a str,
    pub(crate) stopped: &'a str,
    /// What stands at a text that was not saved when the app stopped: a title, and the ways to keep it.
    pub(crate) rescue: [(&'a str, &'a str); 3],
    pub(crate) again: &'a str,
    /// HTML for the head: what is said of the page elsewhere. Every element has `data-page`.
    pub(crate) head: &'a str,
    /// What is said where no script runs.
    pub(crate) no_script: &'a str,
    /// A script in place of the app's, on a page that has no need of the data set and the map.
    pub(crate) program: Option<&'a str>,
    /// Whether the shell has a picture of the map: the page then holds its outlines, and nobody need fetch them.
    pub(crate) has_map: bool,
    /// Whether the shell wears what pages that come later do.
    pub(crate) is_later: bool,
    /// HTML for the shell, readable before the app starts and where it cannot.
    pub(crate) shell: &'a str,
}

/// Paths below the root of the site.
pub(crate) struct Hashed {
    pub(crate) outlines: String,
    /// What is in that file.
    pub(crate) outlines_text: String,
    /// The data set in brief.
    pub(crate) digest: String,
}

/// A page that holds the outlines names their file, and any other asks for it.
fn outlines_link(el: &mut Element<'_, '_>, filling: &Filling<'_>) -> HandlerResult {
    if filling.has_map {
        el.set_attribute("rel", "alternate")?;
        el.remove_attribute("as");
    } else {
        el.set_attribute("rel", "preload")?;
        el.set_attribute("as", "fetch")?;
    }
    Ok(el.set_attribute("href", &format!("./{}", filling.hashed.outlines))?)
}

/// What a page that draws the outlines keeps of them for the app.
fn held_outlines(filling: &Filling<'_>) -> String {
    if !filling.has_map {
        return String::new();
    }
    let text = &filling.hashed.outlines_text;
    format!(r#"<script type="application/json" id="held-outlines" data-page>{text}</script>"#)
}

pub(crate) fn fill(template: &str, filling: &Filling<'_>) -> anyhow::Result<String> {
    let rescue = |id: &str| filling.rescue.iter().find(|(of, _)| *of == id).map_or("", |(_, words)| words);
    let has_head = template.contains("<head>");
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("#rescue-title, #rescue-copy, #rescue-download", |el| {
            let id = el.get_attribute("id").unwrap_or_default();
            el.set_inner_content(rescue(&id), ContentType::Text);
            // The standard wants it beside `download`; the boot script gives it its value.
            if id == "rescue-download" {
                el.set_attribute("href", "")?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!("html", |el| {
            // Trunk leaves it out, as the standard allows and few tools understand.
            if !has_head {
                el.prepend("<head>", ContentType::Html);
            }
            Ok(el.set_attribute("lang", filling.lang)?)
        }))
        .append_element_content_handler(element!("title", |el| {
            el.set_inner_content(filling.title, ContentType::Text);
            Ok(())
        }))
        // Of an earlier filling.
        .append_element_content_handler(element!("[data-page]", |el| {
            el.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("meta[name=description]", |el| {
            el.after(filling.head, ContentType::Html);
            Ok(el.set_attribute("content", filling.description)?)
        }))
        .append_element_content_handler(element!("link#outlines", |el| { outlines_link(el, filling) }))
        .append_element_content_handler(element!("#app", |el| {
            el.after(&held_outlines(filling), ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("link#later-style", |el| {
            if filling.is_later {
                el.remove_attribute("disabled");
                Ok(())
            } else {
                Ok(el.set_attribute("disabled", "")?)
            }
        }))
        .append_element_content_handler(element!("link#digest", |el| {
            Ok(el.set_attribute("href", &format!("./{}", filling.hashed.digest))?)
        }))
        .append_element_content_handler(element!("script[data-js]", |el| {
            filling.program.map_or(Ok(()), |program| Ok(el.set_attribute("src", program)?))
        }))
        .append_element_content_handler(element!(
            "link[as=fetch], link#outlines, link[rel=modulepreload]",
            |el| {
                if filling.program.is_some() {
                    el.remove();
                }
                Ok(())
            }
        ))
        // The page is read before the program runs: on a thin line its styles come first.
        .append_element_content_handler(element!(
            "link[type='application/wasm'], link[rel=modulepreload]",
            |el| { Ok(el.set_attribute("fetchpriority", "low")?) }
        ))
        // A sandboxed frame has no origin: what it loads it must ask for as another site would.
        .append_element_content_handler(element!("link[rel=stylesheet], link[rel=modulepreload]", |el| {
            Ok(el.set_attribute("crossorigin", "")?)
        }))
        .append_element_content_handler(element!("#shell", |el| {
            el.set_inner_content(filling.shell, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("#cannot-start-words", |el| {
            el.set_inner_content(filling.cannot_start, ContentType::Text);
            Ok(el.set_attribute("data-stopped", filling.stopped)?)
        }))
        .append_element_content_handler(element!("#cannot-start-again", |el| {
            el.set_inner_content(filling.again, ContentType::Text);
            Ok(el.set_attribute("href", "")?)
        }))
        .append_element_content_handler(element!("noscript", |el| {
            let words = escape(filling.no_script);
            el.set_inner_content(&format!(r#"<p class="shell__notice">{words}</p>"#), ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("#no-script", |el| {
            el.set_inner_content(filling.no_script, ContentType::Text);
            Ok(())
        }))
        // Last, so that it also reaches what the handlers above have set. Trunk writes every reference as `./…`.
        .append_element_content_handler(element!("*", |el| {
            let references: Vec<_> = el
                .attributes()
                .iter()
                .filter_map(|it| {
                    Some((it.name(), format!("{}{}", filling.root, it.value().strip_prefix("./")?)))
                })
                .collect();
            for (name, value) in references {
                el.set_attribute(&name, &value)?;
            }
            Ok(())
        }));
    rewrite_str(template, settings).context("the built index.html cannot be rewritten")
}

/// Every file below the site that the page's head makes the browser load, in the page's order.
pub(crate) fn references(html: &str) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut note = |value: Option<String>| {
        if let Some(file) = value.as_deref().and_then(|it| it.strip_prefix("./")) {
            found.push(file.to_owned());
        }
    };
    let loading = "link[rel~=stylesheet]:not([disabled]), link[rel~=preload], link[rel~=modulepreload], link[rel~=icon], \
                   link[rel~=manifest], script[src], img[src]";
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(loading, |el| {
        for name in ["href", "src", "data-js", "data-wasm"] {
            note(el.get_attribute(name));
        }
        Ok(())
    }));
    rewrite_str(html, settings).context("the built index.html cannot be read")?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<!doctype html><html lang=en><title>T</title><meta name=description content=D>\
        <link rel=stylesheet href=./a.css><link rel=stylesheet href=./later.css disabled>\
        <link id=digest rel=preload href=./data/digest.json><link id=outlines rel=preload href=./data/outlines.json>\
        <link id=whole rel=alternate href=./data/partnerships.json><script src=./boot.js data-js=./a.js></script></head>\
        <body><div id=app><div id=shell></div></div><p><span id=cannot-start-words></span><a id=cannot-start-again href=\"\"></a></p>\
        <template id=rescue><span id=rescue-title></span></template><p id=no-script hidden></p><noscript></noscript></body></html>";

    fn filled(template: &str, root: &str) -> String {
        let hashed = Hashed {
            outlines: "data/outlines-0a1b2c3d.json".to_owned(),
            outlines_text: "{}".to_owned(),
            digest: "data/digest-tr-5e6f7a8b.json".to_owned(),
        };
        let filling = Filling {
            lang: "tr",
            title: "A & B",
            description: "\"x\"",
            root,
            hashed: &hashed,
            cannot_start: "No & no",
            stopped: "Stopped",
            rescue: [("rescue-title", "Not saved"), ("rescue-copy", "Copy"), ("rescue-download", "Download")],
            again: "Again",
            head: "<meta name=robots content=noindex data-page>",
            no_script: "Read & write",
            shell: "<h1>Hi</h1>",
            has_map: true,
            is_later: false,
            program: None,
        };
        fill(template, &filling).unwrap()
    }

    #[test]
    fn references_lead_to_the_root_from_any_depth() {
        let page = filled(TEMPLATE, "../../");
        for part in [
            r#"src="../../boot.js""#,
            r#"data-js="../../a.js""#,
            r#"href="../../data/outlines-0a1b2c3d.json""#,
            r#"href="../../data/digest-tr-5e6f7a8b.json""#,
            r#"href="../../data/partnerships.json""#,
            r#"<a id=cannot-start-again href="">"#,
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
    }

    #[test]
    fn words_are_escaped_and_the_shell_is_filled() {
        let page = filled(TEMPLATE, "./");
        for part in [
            r#"<html lang="tr">"#,
            "<title>A &amp; B</title>",
            "content=\"&quot;x&quot;\"><meta name=robots content=noindex data-page>",
            "<div id=app><div id=shell><h1>Hi</h1></div></div><script type=\"application/json\" id=\"held-outlines\" data-page>{}</script>",
            r#"<span id=cannot-start-words data-stopped="Stopped">No &amp; no</span>"#,
            "<span id=rescue-title>Not saved</span>",
            "Again</a>",
            "<noscript><p class=\"shell__notice\">Read &amp; write</p></noscript>",
            "<p id=no-script hidden>Read &amp; write</p>",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
    }

    #[test]
    fn filling_twice_changes_nothing_more() {
        let once = filled(TEMPLATE, "./");
        assert_eq!(filled(&once, "./"), once);
    }

    #[test]
    fn the_head_tells_what_is_loaded() {
        assert_eq!(
            references(TEMPLATE).unwrap(),
            ["a.css", "data/digest.json", "data/outlines.json", "boot.js", "a.js"]
        );
    }
}
