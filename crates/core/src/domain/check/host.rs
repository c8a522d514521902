//! Reads the host of a web address: what decides whether an address is one, and whether it may be a link.

use crate::domain::fold::{is_letter_or_digit, lower};

/// The host of a web address, in lower case and without `www.`; none if it is not one.
pub(crate) fn host_of(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let is_port = port.is_empty() || port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok();
    let is_host = host.contains('.')
        && host
            .split('.')
            .all(|label| !label.is_empty() && label.chars().all(|c| is_letter_or_digit(c) || c == '-'));
    (is_host && is_port)
        .then(|| host.chars().map(lower).collect::<String>().trim_start_matches("www.").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_read_without_www_and_port() {
        let check =
            |url: &str, expected: Option<&str>| assert_eq!(host_of(url).as_deref(), expected, "{url}");
        check("https://www.turkicstates.org/en/x", Some("turkicstates.org"));
        check("http://turkicstates.org:80?x", Some("turkicstates.org"));
        check("javascript:alert(1)", None);
        check("https://user@host.org/", None);
        check("https:///x", None);
        check("https://localhost/", None);
        check("https://turkicstates.org:here/", None);
        check("https://turkicstates.org:65536/", None);
        check("https://example.org\\@turkicstates.org/", None);
    }
}
