//! Makes JSON readable that escapes halves of surrogate pairs, as JavaScript writes a text that was cut in a character.

/// The text with U+FFFD for every escape that has lost its other half.
pub(super) fn mended(json: &str) -> String {
    let bytes = json.as_bytes();
    let mut mended = String::with_capacity(json.len());
    let (mut at, mut copied) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        if byte != b'\\' {
            at += 1;
            continue;
        }
        let len = match (escape(bytes, at), escape(bytes, at + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => {
                mended.extend([json.get(copied..at).unwrap_or_default(), "\\ufffd"]);
                copied = at + 6;
                6
            }
            _ => 2,
        };
        at += len;
    }
    mended.push_str(json.get(copied..).unwrap_or_default());
    mended
}

/// The code unit of the escape that begins here.
fn escape(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_half_without_its_other_is_replaced() {
        let check = |json: &str, expected: &str| assert_eq!(mended(json), expected);
        check(r#""a\ud83d\ude00b""#, r#""a\ud83d\ude00b""#);
        check(r#""\ud83d""#, r#""\ufffd""#);
        check(r#""\ude00\ud83d\ud83d\ude00é""#, r#""\ufffd\ufffd\ud83d\ude00é""#);
        check(r#""\\ud83d""#, r#""\\ud83d""#);
        check(r#""\u00e9\"#, r#""\u00e9\"#);
        check(r"\u", r"\u");
        check(r"\é", r"\é");
    }
}
