//! What the worker keeps, and that it follows the content.

use super::*;
use std::path::PathBuf;

/// A small site, and what is run on it.
struct Small(PathBuf);

impl Small {
    fn new(name: &str) -> Self {
        let site = Self(std::env::temp_dir().join(format!("atlas-offline-{name}-{}", std::process::id())));
        let page = "<!doctype html><head><link id=\"whole\" href=\"ROOTdata/partnerships.json\"></head>";
        for (page_path, root) in [
            ("index.html", "./"),
            ("offline/index.html", "../"),
            ("tr/index.html", "../"),
            ("tr/offline/index.html", "../../"),
            ("frame/index.html", "../"),
            ("404.html", "/atlas/"),
        ] {
            site.write(page_path, &page.replace("ROOT", root));
        }
        for file in [
            "boot.js",
            "embed.js",
            "atlas-0123456789abcdef_bg.wasm",
            "atlas-0123456789abcdef_bg.wasm.br",
            "split_frame-0123456789abcdef.wasm",
            "data/partnerships.json",
            "data/digest-en-0123456789abcdef.json",
            "fonts/source-sans-3-latin-0123456789ab.woff2",
            "locale/tr.first.json",
        ] {
            site.write(file, file);
        }
        site.write("locale/en.json", include_str!("../../../../public/locale/en.json"));
        site.write("locale/tr.json", include_str!("../../../../public/locale/tr.json"));
        site
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    /// What the worker begins with.
    fn version(&self) -> String {
        run(&self.0, true).unwrap();
        self.read(WORKER_FILE).lines().next().unwrap().to_owned()
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

#[test]
fn the_worker_keeps_what_the_app_may_ask_for_and_nothing_of_frames() {
    let site = Small::new("kept");
    site.version();
    let worker = site.read(WORKER_FILE);
    for path in [
        "",
        "tr/",
        "offline/",
        "tr/offline/",
        "boot.js",
        "atlas-0123456789abcdef_bg.wasm",
        "locale/tr.first.json",
    ] {
        assert!(worker.contains(&format!("\"{path}\": \"sha256-")), "{path:?} in {worker}");
    }
    for path in ["embed.js", "split_frame", "frame/\"", ".br\"", "partnerships.json\":", "tr.json\""] {
        assert!(!worker.contains(path), "{path:?} in {worker}");
    }
    assert!(worker.contains(r#"const SHELLS = {"":"offline/","tr":"tr/offline/"};"#), "{worker}");
}

#[test]
fn every_page_but_those_for_frames_carries_the_version_and_the_manifest_of_its_language() {
    let site = Small::new("signed");
    let version = site.version();
    let version = version.split('"').nth(1).unwrap();
    let sign = |root: &str, lang: &str| {
        format!(
            r#"<meta name="atlas-version" content="{version}" data-offline><link rel="manifest" href="{root}{lang}manifest.webmanifest" data-offline>"#
        )
    };
    assert!(site.read("index.html").contains(&sign("./", "")));
    assert!(site.read("tr/offline/index.html").contains(&sign("../../", "tr/")));
    assert!(site.read("404.html").contains(&sign("/atlas/", "")));
    assert!(!site.read("frame/index.html").contains("data-offline"));
}

#[test]
fn the_version_follows_the_content_but_for_the_data_file() {
    let site = Small::new("version");
    let first = site.version();
    assert_eq!(site.version(), first, "running it again changes nothing");
    site.write("data/partnerships.json", "edited in place");
    site.write("atlas-0123456789abcdef_bg.wasm.br", "compressed otherwise");
    assert_eq!(site.version(), first);
    site.write("locale/tr.first.json", "other words");
    assert_ne!(site.version(), first);
}

#[test]
fn a_site_that_was_not_asked_to_takes_an_earlier_worker_away() {
    let site = Small::new("retired");
    let before = site.read("index.html");
    site.version();
    run(&site.0, false).unwrap();
    assert_eq!(site.read(WORKER_FILE), RETIRED);
    assert_eq!(site.read("index.html"), before);
}
