//! The headers every answer carries: the one place they are decided. The README's deploy section repeats them.

/// Nothing but the site itself: no inline script or style, no other origin, no frame around it.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'";

pub(crate) const ON_EVERYTHING: [(&str, &str); 3] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
];

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
    fn the_readme_tells_hosts_the_policy_that_the_tests_run_under() {
        let readme = include_str!("../../../README.md");
        for (name, value) in ON_EVERYTHING {
            assert!(readme.matches(value).count() >= 2, "README.md: nginx and Caddy need {name}: {value}");
        }
    }
}
