//! The page that finds out what the site around a frame lets it do: every sentence that it may have to say, all hidden,
//! since it is to speak where the app cannot start. `public/doctor.js` shows the ones that hold.

use super::html::{element, escape};
use atlas_core::domain::link::{Link, Route};
use atlas_core::domain::messages::Messages;

/// What is looked at, with the sentence for every way it can turn out.
const CHECKS: [(&str, &[&str]); 8] = [
    ("place", &["doctor.place.alone", "doctor.place.frame", "doctor.place.opaque"]),
    ("messages", &["doctor.messages.alone", "doctor.messages.answered", "doctor.messages.silent"]),
    (
        "storage",
        &["doctor.storage.kept", "doctor.storage.apart", "doctor.storage.refused", "doctor.storage.opaque"],
    ),
    (
        "webassembly",
        &[
            "doctor.webassembly.works",
            "doctor.webassembly.slow",
            "doctor.webassembly.missing",
            "doctor.webassembly.refused",
        ],
    ),
    ("fonts", &["doctor.fonts.works", "doctor.fonts.missing"]),
    ("downloads", &["doctor.downloads.ask", "doctor.downloads.tried"]),
    ("tabs", &["doctor.tabs.ask", "doctor.tabs.works", "doctor.tabs.refused"]),
    ("clipboard", &["doctor.clipboard.works", "doctor.clipboard.refused"]),
];

/// The words under a key, ready for HTML.
fn word(words: &Messages, key: &str) -> String {
    escape(words.text(key))
}

pub(super) fn shell(words: &Messages, root: &str) -> String {
    let checks: String = CHECKS.iter().map(|(check, outcomes)| view(words, root, check, outcomes)).collect();
    let builder = Link::new(words.lang(), Route::embed(words.lang())).href(root);
    [
        element("h1", &word(words, "doctor.title")),
        element("p", &word(words, "doctor.lead")),
        format!(r#"<p id="doctor-no-scripts">{}</p>"#, word(words, "doctor.no-scripts")),
        format!(r#"<div id="doctor" hidden>{checks}</div>"#),
        format!(
            r#"<p><a href="{}" target="_blank" rel="noopener">{}</a></p>"#,
            escape(&builder),
            word(words, "about.embed.link")
        ),
    ]
    .concat()
}

fn view(words: &Messages, root: &str, check: &str, outcomes: &[&str]) -> String {
    let title = element("h2", &word(words, &format!("doctor.{check}.title")));
    let outcome =
        |key: &&str| format!(r#"<p data-outcome="{}" hidden>{}</p>"#, outcome_of(key), word(words, key));
    let outcomes: String = outcomes.iter().map(outcome).collect();
    let button = |id: &str, href: &str| {
        let text = word(words, &format!("doctor.{check}.do"));
        format!(r#"<p><button type="button" class="button" id="{id}"{href}>{text}</button></p>"#)
    };
    let explore = Link::new(words.lang(), Route::Explore).href(root);
    let more = match check {
        "messages" => {
            let ignored = word(words, "doctor.messages.ignored");
            format!(r#"<p id="doctor-ignored" hidden>{ignored} <strong id="doctor-n">0</strong></p>"#)
        }
        "downloads" => button("doctor-download", ""),
        "tabs" => button("doctor-tab", &format!(r#" data-href="{}""#, escape(&explore))),
        _ => String::new(),
    };
    // What changes after it was read is read again.
    let role = if more.is_empty() { "" } else { r#" role="status""# };
    format!(r#"<section data-check="{check}"{role}>{title}{outcomes}{more}</section>"#)
}

/// The last part of a key.
fn outcome_of(key: &str) -> &str {
    key.rsplit('.').next().unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = include_str!("../../../../public/doctor.js");

    #[test]
    fn the_script_says_what_the_page_has() {
        let page = shell(&Messages::english(), "../../");
        assert!(!page.contains(">doctor."), "every sentence is in the catalogue: {page}");
        for (check, outcomes) in CHECKS {
            assert!(SCRIPT.contains(&format!("say(\"{check}\"")), "{check}");
            for outcome in outcomes {
                assert!(SCRIPT.contains(&format!("\"{}\"", outcome_of(outcome))), "{outcome}");
            }
        }
        for id in
            ["doctor", "doctor-no-scripts", "doctor-ignored", "doctor-n", "doctor-download", "doctor-tab"]
        {
            assert!(page.contains(&format!("id=\"{id}\"")) && SCRIPT.contains(&format!("\"{id}\"")), "{id}");
        }
    }
}
