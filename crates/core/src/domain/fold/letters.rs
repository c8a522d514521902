//! The letters that search and collation know: marks, apostrophes, and the bare letter under a diacritic.

/// Whether `c` is a combining mark that a letter carries and search ignores.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{64b}'..='\u{65f}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// Whether `c` is one of the many apostrophes of oʻ, gʻ, names and possessives, or has no shape at all
/// (soft hyphen, joiners, byte order mark). They vanish and leave the word whole.
pub(crate) fn vanishes(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{b4}' | '\u{ad}' | '\u{2b9}' | '\u{2bb}'..='\u{2bf}' | '\u{2c8}'
        | '\u{200b}'..='\u{200d}' | '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2060}' | '\u{feff}' | '\u{ff07}')
}

/// Whether `c` is a letter or a digit, and not a space, a control, a punctuation mark or a symbol. In the scripts that
/// have case it is the standard library's answer; that one's tables of all scripts are 2 kB.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    !matches!(u32::from(c),
        0x80..=0xA9 | 0xAB..=0xB1 | 0xB4 | 0xB6..=0xB8 | 0xBB | 0xBF | 0xD7 | 0xF7
        | 0x2C2..=0x2C5 | 0x2D2..=0x2DF | 0x2E5..=0x2EB | 0x2ED | 0x2EF..=0x344 | 0x346..=0x362
        | 0x375 | 0x37E | 0x384..=0x385 | 0x387 | 0x3F6 | 0x482..=0x489 | 0x55A..=0x55F | 0x589..=0x58F | 0x5BE | 0x5F3..=0x5F4
        | 0x609..=0x60D | 0x61B..=0x61F | 0x66A..=0x66D | 0x6D4 | 0x10FB
        | 0x1680 | 0x2000..=0x206F | 0x207A..=0x207E | 0x208A..=0x208E | 0x20A0..=0x20CF | 0x2190..=0x245F | 0x2500..=0x2775
        | 0x2794..=0x2BFF | 0x2E00..=0x2E2E | 0x2E30..=0x2E7F | 0x3000..=0x3004 | 0x3008..=0x3020 | 0x3030
        | 0xE000..=0xF8FF | 0xFE10..=0xFE1F | 0xFE30..=0xFE6F | 0xFF00..=0xFF0F | 0xFF1A..=0xFF20 | 0xFF3B..=0xFF40
        | 0xFF5B..=0xFF65 | 0xFFE0..=0xFFFF | 0x1F000..=0x1F0FF | 0x1F18A..=0x1FAFF)
}

/// The letter that a base and its **first** combining mark make, where search reads it otherwise than the bare
/// base. All other marks can simply be dropped, so this is not a general composition.
pub(crate) fn composed(base: char, mark: char) -> Option<char> {
    Some(match (base, mark) {
        ('a', '\u{308}') => 'ä',
        ('c', '\u{327}') => 'ç',
        ('c', '\u{30c}') => 'č',
        ('g', '\u{306}') => 'ğ',
        ('s', '\u{327}') => 'ş',
        ('s', '\u{326}') => 'ș',
        ('s', '\u{30c}') => 'š',
        ('z', '\u{30c}') => 'ž',
        ('е', '\u{308}') => 'ё',
        ('и', '\u{306}') => 'й',
        ('у', '\u{306}') => 'ў',
        ('ж', '\u{306}') => 'ӂ',
        _ => return None,
    })
}

/// The bare Latin letter under the diacritics of a lower-case one: `ő` → `o`, `ł` → `l`, `ı` → `i`.
/// Every letter of Latin-1, Latin Extended-A, -B and Additional that Unicode decomposes, and the barred
/// and hooked ones that it does not. Anything else is its own bare letter.
#[rustfmt::skip]
pub(crate) fn bare(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ǟ' | 'ǡ' | 'ǻ' | 'ȁ' | 'ȃ' | 'ȧ' | 'ɐ' | 'ḁ' | 'ạ' | 'ả' | 'ấ'
            | 'ầ' | 'ẩ' | 'ẫ' | 'ậ' | 'ắ' | 'ằ' | 'ẳ' | 'ẵ' | 'ặ' => 'a',
        'ɓ' | 'ḃ' | 'ḅ' | 'ḇ' => 'b',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' | 'ḉ' => 'c',
        'ď' | 'đ' | 'ɗ' | 'ḋ' | 'ḍ' | 'ḏ' | 'ḑ' | 'ḓ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ȅ' | 'ȇ' | 'ȩ' | 'ḕ' | 'ḗ' | 'ḙ' | 'ḛ' | 'ḝ' | 'ẹ' | 'ẻ'
            | 'ẽ' | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ḟ' => 'f',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǥ' | 'ǧ' | 'ǵ' | 'ɠ' | 'ḡ' => 'g',
        'ĥ' | 'ħ' | 'ȟ' | 'ḣ' | 'ḥ' | 'ḧ' | 'ḩ' | 'ḫ' | 'ẖ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ȉ' | 'ȋ' | 'ḭ' | 'ḯ' | 'ỉ' | 'ị' => 'i',
        'ĵ' | 'ǰ' => 'j',
        'ķ' | 'ƙ' | 'ǩ' | 'ḱ' | 'ḳ' | 'ḵ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' | 'ƚ' | 'ḷ' | 'ḹ' | 'ḻ' | 'ḽ' => 'l',
        'ḿ' | 'ṁ' | 'ṃ' => 'm',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' | 'ƞ' | 'ǹ' | 'ṅ' | 'ṇ' | 'ṉ' | 'ṋ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ǫ' | 'ǭ' | 'ȍ' | 'ȏ' | 'ȫ' | 'ȭ' | 'ȯ' | 'ȱ' | 'ɵ'
            | 'ṍ' | 'ṏ' | 'ṑ' | 'ṓ' | 'ọ' | 'ỏ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ'
            => 'o',
        'ṕ' | 'ṗ' => 'p',
        'ŕ' | 'ŗ' | 'ř' | 'ȑ' | 'ȓ' | 'ṙ' | 'ṛ' | 'ṝ' | 'ṟ' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṡ' | 'ṣ' | 'ṥ' | 'ṧ' | 'ṩ' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ƭ' | 'ț' | 'ṫ' | 'ṭ' | 'ṯ' | 'ṱ' | 'ẗ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ȕ' | 'ȗ' | 'ʉ'
            | 'ṳ' | 'ṵ' | 'ṷ' | 'ṹ' | 'ṻ' | 'ụ' | 'ủ' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ṽ' | 'ṿ' => 'v',
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' | 'ẇ' | 'ẉ' | 'ẘ' => 'w',
        'ẋ' | 'ẍ' => 'x',
        'ý' | 'ÿ' | 'ŷ' | 'ƴ' | 'ȳ' | 'ẏ' | 'ẙ' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' => 'y',
        'ź' | 'ż' | 'ž' | 'ƶ' | 'ẑ' | 'ẓ' | 'ẕ' => 'z',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_standard_library_where_scripts_have_case() {
        let blocks = [0..=0x588, 0x10A0..=0x10FF, 0x1C90..=0x1CBF, 0x1E00..=0x1EFF];
        for c in blocks.into_iter().flatten().filter_map(char::from_u32) {
            // What has no character yet is no text.
            let is_free = c.to_string().escape_debug().count() > 1 && !is_mark(c);
            assert!(is_free || is_letter_or_digit(c) == c.is_alphanumeric(), "{c} U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn in_no_script_a_letter_is_taken_for_a_sign() {
        for c in ('\0'..=char::MAX).filter(|c| c.is_alphabetic()) {
            assert!(is_letter_or_digit(c) || is_mark(c), "{c} U+{:04X}", u32::from(c));
        }
        for sign in "–—…“”‘’«»„•€₺₸₽№™→★☎、。！？（）😀🇹🇷\u{a0}\u{2009}\u{3000}".chars()
        {
            assert!(
                !is_letter_or_digit(sign) || sign == '№' || sign == '™',
                "{sign} U+{:04X}",
                u32::from(sign)
            );
        }
    }
}
