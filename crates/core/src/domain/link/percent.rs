//! Percent-encoding of path segments and query values, both ways, without a browser.

use std::fmt::Write as _;

/// Encodes all but RFC 3986's unreserved characters.
pub(crate) fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            write!(out, "%{byte:02X}").unwrap_or_default();
        }
    }
}

/// Decodes once. A `%` that starts no code stands for itself, bytes that are no UTF-8 become U+FFFD.
pub(crate) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut idx = 0;
    while let Some(&byte) = bytes.get(idx) {
        let code = (byte == b'%').then(|| hex_pair(bytes.get(idx + 1..idx + 3)?)).flatten();
        decoded.push(code.unwrap_or(byte));
        idx += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// As [`decode`], and `+` is a space, as forms and many people write it.
pub(super) fn decode_query(text: &str) -> String {
    decode(&text.replace('+', " "))
}

fn hex_pair(pair: &[u8]) -> Option<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let [high, low] = pair else { return None };
    Some((digit(high)? * 16 + digit(low)?) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, encoded: &str) {
        let mut out = String::new();
        encode(text, &mut out);
        assert_eq!(out, encoded);
        assert_eq!(decode(encoded), text);
        assert_eq!(decode_query(encoded), text);
    }

    #[test]
    fn what_means_something_in_an_address_is_encoded() {
        check("100 % & a+b=c", "100%20%25%20%26%20a%2Bb%3Dc");
        check("%41", "%2541");
        check("Işık", "I%C5%9F%C4%B1k");
        check("a-b_c.d~e", "a-b_c.d~e");
    }

    #[test]
    fn decoding_bears_with_what_is_not_encoded() {
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%4"), "%zz%4");
        assert_eq!(decode("%FF"), "\u{FFFD}");
        assert_eq!(decode_query("a+b"), "a b");
        assert_eq!(decode("a+b"), "a+b");
    }
}
