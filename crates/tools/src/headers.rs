//! The headers every answer carries: the one place they are decided. The README's deploy section repeats them.

/// Nothing but the site itself: no inline script or style, no other origin.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; \
     worker-src 'self'; manifest-src 'self'; \
     base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default; \
     frame-ancestors ";

/// Who may show the frame in a page of their own. Everyone: it holds public data and no account, and notes only where the
/// page around it asks for them, in a notebook that browsers keep for that site. A host may name a few sites instead.
pub(crate) const FRAME_ANCESTORS: &str = "*";

/// Who may show any other page in theirs.
pub(crate) const NO_ANCESTORS: &str = "'none'";

pub(crate) const ON_EVERYTHING: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    // Files are public; a sandboxed frame, which has no origin, may read them only so.
    ("Access-Control-Allow-Origin", "*"),
    // Plain http takes no notice of it.
    ("Strict-Transport-Security", "max-age=31536000"),
];

/// Whether a path below the base is a page that other sites may frame, in any language: the frame, and its doctor.
pub(crate) fn is_for_frames(inner: &str) -> bool {
    let page = inner.strip_suffix("index.html").unwrap_or(inner);
    let is_one = |page| matches!(page, "frame/" | "embed/doctor/");
    is_one(page) || page.split_once('/').is_some_and(|(lang, rest)| lang.len() == 2 && is_one(rest))
}

/// `Content-Security-Policy` by path below the base.
pub(crate) fn content_security_policy(inner: &str) -> String {
    let ancestors = if is_for_frames(inner) { FRAME_ANCESTORS } else { NO_ANCESTORS };
    format!("{CONTENT_SECURITY_POLICY}{ancestors}")
}

/// `Cache-Control` by file name: a name that carries its hash never changes its content.
pub(crate) fn cache_control(file_name: &str) -> &'static str {
    if carries_hash(file_name) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// True for names such as `atlas-0123456789abcdef_bg.wasm` and `outlines-0a1b2c3d.json`.
pub(crate) fn carries_hash(file_name: &str) -> bool {
    let stem = file_name.split('.').next().unwrap_or(file_name);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The media type of a file the site may hold.
pub(crate) fn media_type(file_name: &str) -> &'static str {
    match file_name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "geojson" => "application/geo+json",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether compressing a file of this name makes it smaller: pictures and fonts are compressed already.
pub(crate) fn is_compressible(file_name: &str) -> bool {
    let media_type = media_type(file_name);
    media_type.starts_with("text/")
        || media_type.contains("json")
        || matches!(media_type, "application/wasm" | "image/svg+xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        assert!(carries_hash("atlas-0123456789abcdef.js"));
        assert!(carries_hash("atlas-0123456789abcdef_bg.wasm"));
        assert!(carries_hash("outlines-0a1b2c3d.json"));
        assert!(carries_hash("digest-en-0123456789abcdef.json"));
        assert!(!carries_hash("boot.js"));
        assert!(!carries_hash("partnerships.schema.json"));
        assert!(!carries_hash("source-sans-latin.woff2"));
    }

    #[test]
    fn only_the_frame_may_stand_in_other_sites() {
        for inner in ["frame/", "tr/frame/", "frame/index.html", "embed/doctor/", "tr/embed/doctor/"] {
            assert!(content_security_policy(inner).ends_with("frame-ancestors *"), "{inner}");
        }
        for inner in
            ["", "tr/", "about/", "partners/frame/", "frame", "notebook/", "x/y/frame/", "embed/", "doctor/"]
        {
            assert!(content_security_policy(inner).ends_with("frame-ancestors 'none'"), "{inner}");
        }
    }

    #[test]
    fn the_files_for_hosts_carry_the_headers_that_the_tests_run_under() {
        let files = [
            ("nginx.conf", include_str!("../../../deploy/nginx.conf")),
            ("Caddyfile", include_str!("../../../deploy/Caddyfile")),
        ];
        for (file, text) in files {
            for (name, value) in ON_EVERYTHING {
                assert!(text.contains(name) && text.contains(value), "{file} needs {name}: {value}");
            }
            assert!(text.contains(CONTENT_SECURITY_POLICY), "{file} needs {CONTENT_SECURITY_POLICY}");
        }
    }

    /// Hosts that read `_headers` put those of all matching rules together, and policies add up: so the pages that
    /// nobody may frame carry a second policy, and the frame does not.
    #[test]
    fn the_headers_file_of_static_hosts_adds_up_to_the_same() {
        let text = include_str!("../../../deploy/_headers");
        let policy = CONTENT_SECURITY_POLICY.trim_end_matches("; frame-ancestors ");
        assert!(text.contains(&format!("  Content-Security-Policy: {policy}\n")));
        for (name, value) in ON_EVERYTHING {
            assert!(text.contains(&format!("  {name}: {value}\n")), "{name}: {value}");
        }
        let closed: Vec<&str> = text
            .split("\n\n")
            .filter(|rule| rule.contains("frame-ancestors 'none'"))
            .filter_map(|rule| rule.lines().find(|line| line.starts_with('/')))
            .collect();
        let pages = [
            "/",
            "/404.html",
            "/about/*",
            "/embed/",
            "/notebook/*",
            "/offline/*",
            "/partners/*",
            "/tr/",
            "/tr/about/*",
            "/tr/embed/",
            "/tr/notebook/*",
            "/tr/offline/*",
            "/tr/partners/*",
        ];
        assert_eq!(closed, pages);
    }
}
