//! The notebook as one page to print or to keep: nothing is loaded, nothing runs.

use std::sync::Arc;

use super::super::record::Record;
use super::csv::label;
use super::{Names, quote, versions};
use crate::domain::messages::Messages;
use crate::domain::vocabulary::Vocabulary as _;
use crate::html::escape;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}\
    article{border-top:1px solid;padding:.5rem 0;break-inside:avoid}h2{font-size:1.1rem;margin:.5rem 0}\
    .text,blockquote{white-space:pre-wrap;overflow-wrap:anywhere}.facts{color:#555;margin:.25rem 0}";

/// A page of every version of every note, in the order given; those in the trash are left out.
pub fn html(records: &[Arc<Record>], words: &Messages, names: &Names<'_>) -> String {
    let title = escaped(words.text("notebook.title"));
    let mut page = [
        "<!DOCTYPE html>\n<html lang=\"",
        words.lang().code(),
        "\">\n<head>\n<meta charset=\"utf-8\">\n<title>",
        &title,
        "</title>\n<style>",
        STYLE,
        "</style>\n</head>\n<body>\n<h1>",
        &title,
        "</h1>\n",
    ]
    .concat();
    for (_, content) in versions(records) {
        page.push_str("<article>\n");
        element(&mut page, "h2", &names.title(content));
        if let Some(quote) = quote(content) {
            element(&mut page, "blockquote", quote);
        }
        element(&mut page, "p class=\"text\"", &content.text);
        if let Some(it) = &content.correction {
            let values =
                [("field", &*it.field), ("old", &it.old), ("proposed", &it.proposed), ("source", &it.source)];
            element(&mut page, "p", &words.format("notebook.print.correction", &values));
        }
        let follow_up = content
            .follow_up
            .map(|day| words.format("notebook.print.follow-up", &[("date", &words.date(Some(&day.date())))]));
        let mut facts = vec![label(words, content.flag), label(words, content.priority)];
        facts.extend(follow_up);
        facts.push(content.tags.join(", "));
        facts.extend(content.creator.clone());
        facts.push(content.modified.to_string());
        facts.retain(|fact| !fact.is_empty());
        element(&mut page, "p class=\"facts\"", &facts.join(" · "));
        page.push_str("</article>\n");
    }
    page.push_str("</body>\n</html>\n");
    page
}

/// An element with text in it, whose direction the text decides.
fn element(page: &mut String, tag: &str, text: &str) {
    let name = tag.split(' ').next().unwrap_or(tag);
    page.extend(["<", tag, " dir=\"auto\">", &escaped(text), "</", name, ">\n"]);
}

/// Text for HTML, without the characters that HTML forbids.
fn escaped(text: &str) -> String {
    let is_forbidden = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    escape(&text.replace(is_forbidden, "\u{fffd}"))
}
