//! Lower case in the scripts in use that have one: Latin, Greek, Cyrillic and Armenian.
//!
//! By their blocks, in which capitals and small letters alternate or stand a fixed distance apart; the standard
//! library's table of all scripts is 12 kB.

/// The small letter of a capital; anything else is its own. `İ` is `i`, without the dot that Unicode puts above it.
pub(crate) fn lower(c: char) -> char {
    let code = u32::from(c);
    // The next code point, if this is the first of its pair in a block where pairs begin at even or odd ones.
    let even = code + u32::from(code.is_multiple_of(2));
    let odd = code + code % 2;
    let small = match code {
        ..0x100 => match code {
            0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => code + 32,
            _ => code,
        },
        0x130 => 0x69,
        0x178 => 0xFF,
        0x138 | 0x149 | 0x17F => code,
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => odd,
        0x100..=0x177
        | 0x1DE..=0x1EF
        | 0x1F8..=0x21F
        | 0x222..=0x233
        | 0x246..=0x24F
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF => even,
        0x180..=0x24F => return lower_extended(c),
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 63,
        0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => code + 32,
        0x400..=0x40F => code + 80,
        0x4C0 => 0x4CF,
        0x531..=0x556 => code + 48,
        0x1E9E => 0xDF,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// The letters of Latin Extended-B whose capitals stand apart from them.
fn lower_extended(c: char) -> char {
    const PAIRS: &str = "ƁɓƂƃƄƅƆɔƇƈƉɖƊɗƋƌƎǝƏəƐɛƑƒƓɠƔɣƖɩƗɨƘƙƜɯƝɲƟɵƠơƢƣƤƥƦʀƧƨƩʃƬƭƮʈ\
        ƯưƱʊƲʋƳƴƵƶƷʒƸƹƼƽǄǆǅǆǇǉǈǉǊǌǋǌǱǳǲǳǴǵǶƕǷƿȠƞȺⱥȻȼȽƚȾⱦɁɂɃƀɄʉɅʌ";
    let mut letters = PAIRS.chars();
    while let (Some(capital), Some(small)) = (letters.next(), letters.next()) {
        if capital == c {
            return small;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lower_case_is_that_of_unicode() {
        let blocks = [0..=0x24F, 0x386..=0x3CE, 0x400..=0x58F, 0x1E00..=0x1EFF];
        for c in blocks.into_iter().flatten().filter_map(char::from_u32).filter(|c| *c != 'İ') {
            let expected: Vec<char> = c.to_lowercase().collect();
            assert_eq!([lower(c)], *expected, "{c} U+{:04X}", u32::from(c));
        }
        assert_eq!(lower('İ'), 'i');
    }
}
