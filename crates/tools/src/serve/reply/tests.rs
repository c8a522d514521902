//! What the server answers to good, odd and hostile requests.

use super::*;
use std::sync::atomic::{AtomicU32, Ordering};

static N_SITES: AtomicU32 = AtomicU32::new(0);

struct Sample {
    folder: PathBuf,
    site: Site,
}

impl Sample {
    fn new(prefix: &str) -> Self {
        let n = N_SITES.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("atlas-serve-{}-{n}", std::process::id()));
        fs::create_dir_all(folder.join("site/about")).unwrap();
        let write = |file: &str, content: &str| fs::write(folder.join(file), content).unwrap();
        write("secret.txt", "secret");
        write("site/index.html", "home");
        write("site/404.html", "nothing here");
        write("site/about/index.html", "about");
        write("site/app-0123456789abcdef.js", "let x;");
        write("site/app-0123456789abcdef.js.br", "brotli");
        write("site/data.json", &"[1, 2, 3]".repeat(500));
        let site = Site::new(&folder.join("site"), prefix).unwrap();
        Self { folder, site }
    }

    fn get(&self, target: &str) -> Reply {
        self.ask(target, "", "")
    }

    fn ask(&self, target: &str, accept_encoding: &str, if_none_match: &str) -> Reply {
        self.site.reply(&Ask { target, accept_encoding, if_none_match })
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).unwrap();
    }
}

fn header<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
    reply.headers.iter().find(|(it, _)| *it == name).map(|(_, value)| value.as_str())
}

#[test]
fn a_folder_answers_with_its_index_under_any_prefix() {
    for prefix in ["/", "/atlas/", "atlas"] {
        let sample = Sample::new(prefix);
        let at = sample.site.prefix().to_owned();
        assert_eq!(sample.get(&at).body, b"home");
        assert_eq!(sample.get(&format!("{at}about/?q=x")).body, b"about");
    }
}

#[test]
fn a_folder_without_its_slash_is_sent_there() {
    let sample = Sample::new("/atlas/");
    for (target, location) in [("/atlas", "/atlas/"), ("/atlas/about?q=1", "/atlas/about/?q=1")] {
        let reply = sample.get(target);
        assert_eq!((reply.status, header(&reply, "Location")), (301, Some(location)), "{target}");
    }
}

#[test]
fn what_is_not_there_gets_the_sites_own_page() {
    let reply = Sample::new("/").get("/partners/nobody/");
    assert_eq!((reply.status, reply.body.as_slice()), (404, b"nothing here".as_slice()));
    assert_eq!(header(&reply, "Cache-Control"), Some("no-cache"));
}

#[test]
fn nothing_outside_the_site_is_served() {
    let sample = Sample::new("/");
    for target in [
        "/../secret.txt",
        "/about/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/.git/config",
    ] {
        assert_eq!(sample.get(target).status, 404, "{target}");
    }
    assert_eq!(Sample::new("/atlas/").get("/other/").status, 404);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_not_followed() {
    let sample = Sample::new("/");
    std::os::unix::fs::symlink(sample.folder.join("secret.txt"), sample.folder.join("site/link.txt"))
        .unwrap();
    assert_eq!(sample.get("/link.txt").status, 404);
}

#[test]
fn hashed_files_are_kept_and_others_asked_for_again() {
    let sample = Sample::new("/");
    let hashed = sample.get("/app-0123456789abcdef.js");
    assert_eq!(header(&hashed, "Cache-Control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(header(&hashed, "Content-Type"), Some("text/javascript; charset=utf-8"));
    let page = sample.get("/");
    assert_eq!(header(&page, "Cache-Control"), Some("no-cache"));
    let again = sample.ask("/", "", header(&page, "ETag").unwrap());
    assert_eq!((again.status, again.body.len()), (304, 0));
}

#[test]
fn compression_is_what_the_browser_accepts() {
    let sample = Sample::new("/");
    let ready = sample.ask("/app-0123456789abcdef.js", "gzip, deflate, br", "");
    assert_eq!(
        (header(&ready, "Content-Encoding"), ready.body.as_slice()),
        (Some("br"), b"brotli".as_slice())
    );
    let at_once = sample.ask("/data.json", "gzip;q=1.0", "");
    assert_eq!(header(&at_once, "Content-Encoding"), Some("gzip"));
    assert!(at_once.body.len() < 500);
    assert_eq!(header(&sample.get("/data.json"), "Content-Encoding"), None);
}
