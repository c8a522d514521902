//! What makes the site an app that can be installed: a web app manifest for each language.

use super::folder;
use anyhow::Context;
use atlas_core::domain::messages::Messages;
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use serde_json::json;
use std::fs;
use std::path::Path;

/// Of the icon, and of the page behind the app until it is there.
const ACCENT: &str = "#0c7482";
const PAPER: &str = "#ffffff";

/// Below the root of the site. In a folder of its language, so that the app starts in it.
pub(super) fn path(lang: Lang) -> String {
    folder(lang) + "manifest.webmanifest"
}

pub(super) fn write_all(site: &Path) -> anyhow::Result<()> {
    for &lang in Lang::OFFERED {
        let catalogue = site.join("locale").join(lang.code()).with_extension("json");
        let text =
            fs::read_to_string(&catalogue).with_context(|| format!("cannot read {}", catalogue.display()))?;
        let words = Messages::parse(lang, &text).context("a catalogue cannot be read")?;
        let path = path(lang);
        fs::write(site.join(&path), of(&words)).with_context(|| format!("cannot write {path}"))?;
    }
    Ok(())
}

fn of(words: &Messages) -> String {
    let root = if folder(words.lang()).is_empty() { "./" } else { "../" };
    let icon = |file: &str, sizes: &str, purpose: &str| {
        let kind = if Path::new(file).extension().is_some_and(|it| it == "svg") {
            "image/svg+xml"
        } else {
            "image/png"
        };
        json!({ "src": format!("{root}{file}"), "sizes": sizes, "type": kind, "purpose": purpose })
    };
    let manifest = json!({
        "name": words.text("app.name"),
        "short_name": words.text("app.short-name"),
        "description": words.text("app.tagline"),
        "lang": words.lang().code(),
        "dir": "ltr",
        "start_url": "./",
        "scope": root,
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": ACCENT,
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-maskable-512.png", "512x512", "maskable"),
            icon("icon.svg", "any", "any"),
        ],
    });
    format!("{manifest:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_starts_in_its_language_and_covers_the_whole_site() {
        let words = Messages::parse(Lang::Tr, include_str!("../../../../public/locale/tr.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&of(&words)).unwrap();
        assert_eq!(
            (&manifest["lang"], &manifest["start_url"], &manifest["scope"]),
            (&"tr".into(), &"./".into(), &"../".into())
        );
        for icon in manifest["icons"].as_array().unwrap() {
            let file = icon["src"].as_str().unwrap().strip_prefix("../").unwrap();
            assert!(
                Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public").join(file).is_file(),
                "{file}"
            );
        }
    }
}
