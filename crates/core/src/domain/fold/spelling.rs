//! How a letter is spelt in the skeleton alphabet of search: a to z without q, w and x, and digits.
//!
//! Most letters have one spelling. A few have two that people really type: `ş` is *s* to a Turk in a hurry
//! and *sh* to an English or Uzbek hand; `ə` is *e* in Turkish spelling and *a* in English. A [`Style`] picks
//! one of each; a word is indexed and sought under every style, so that the two meet whichever was used.

use super::letters::bare;

/// Which of the two spellings to use for the letters that have two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    /// Sibilants, х and ğ as English and Uzbek write them (`sh`, `ch`, `zh`, `kh`, `gh`) rather than with the
    /// bare letter.
    digraphs: bool,
    /// ı and ы as `y` (Kyrgyz, Almaty, Aşgabady) rather than `i`.
    y: bool,
    /// The open front vowel as the other of `a` and `e`.
    other_vowel: bool,
}

/// The style of the skeleton itself: bare letters.
pub(super) const PLAIN: Style = Style { digraphs: false, y: false, other_vowel: false };

/// The styles that make a difference to these letters, the plain one first.
pub(super) fn styles(letters: &[char]) -> impl Iterator<Item = Style> {
    let mut matters = PLAIN;
    for letter in letters {
        match letter {
            'x' | 'е' => matters.digraphs = true,
            _ if letter.is_ascii() => {}
            'ы' | 'ı' => matters.y = true,
            'ə' | 'ä' | 'ǟ' | 'ә' | 'ӛ' | 'ӓ' => matters.other_vowel = true,
            _ => matters.digraphs |= two_spellings(*letter, true, PLAIN).is_some(),
        }
    }
    let choices = |it_matters: bool| [false, true].into_iter().take(1 + usize::from(it_matters));
    choices(matters.other_vowel).flat_map(move |other_vowel| {
        choices(matters.y).flat_map(move |y| {
            choices(matters.digraphs).map(move |digraphs| Style { digraphs, y, other_vowel })
        })
    })
}

/// Appends the spelling of a word, given as lower-case composed letters.
pub(super) fn spell(letters: &[char], style: Style, out: &mut String) {
    for (idx, &letter) in letters.iter().enumerate() {
        if letter.is_ascii() {
            out.push(merged(letter));
            if style.digraphs && letter == 'x' {
                out.pop();
                out.push_str("kh");
            }
        } else if let Some(spelt) = two_spellings(letter, idx == 0, style) {
            out.push_str(spelt);
        } else if let Some(spelt) = cyrillic(letter) {
            out.push_str(spelt);
        } else if let Some(spelt) = ligature(letter) {
            out.push_str(spelt);
        } else {
            out.push(merged(bare(letter)));
        }
    }
}

/// Latin letters that the alphabets of the OTS languages use for one sound are one letter:
/// q and k (Qazaqstan, Kazakistan), w and v (döwlet, devlet), x and h (Buxoro, Buhara).
fn merged(letter: char) -> char {
    match letter {
        'q' => 'k',
        'w' => 'v',
        'x' => 'h',
        _ => letter,
    }
}

/// The letters with two spellings, in the one that `style` asks for.
fn two_spellings(letter: char, is_first: bool, style: Style) -> Option<&'static str> {
    let (plain, with_digraphs) = match letter {
        'ə' => return Some(if style.other_vowel { "a" } else { "e" }),
        'ä' | 'ǟ' | 'ә' | 'ӛ' | 'ӓ' => return Some(if style.other_vowel { "e" } else { "a" }),
        'ы' | 'ı' => return Some(if style.y { "y" } else { "i" }),
        'ş' | 'ș' | 'š' | 'ṧ' | 'ш' => ("s", "sh"),
        'ç' | 'č' | 'ḉ' | 'ч' => ("c", "ch"),
        'ğ' | 'ғ' => ("g", "gh"),
        'ž' => ("z", "zh"),
        'ж' | 'җ' | 'ӂ' => ("j", "zh"),
        'х' => ("h", "kh"),
        'ц' => ("s", "ts"),
        'щ' => ("s", "shch"),
        'ё' => ("e", "yo"),
        'е' if is_first => ("e", "ye"),
        _ => return None,
    };
    Some(if style.digraphs { with_digraphs } else { plain })
}

/// The Cyrillic letters with one spelling: Kazakh, Kyrgyz, Uzbek, Turkmen, Azerbaijani and Russian, and the
/// neighbours' that turn up in names.
fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'ӑ' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ҕ' | 'ѓ' | 'ҝ' => "g",
        'д' | 'ђ' => "d",
        'е' | 'ѐ' | 'э' | 'ӗ' => "e",
        'є' => "ye",
        'з' | 'ҙ' | 'ѕ' => "z",
        'и' | 'і' | 'ӣ' | 'ѝ' => "i",
        'ї' => "yi",
        'й' | 'ј' => "y",
        'к' | 'қ' | 'ҡ' | 'ќ' => "k",
        'л' | 'љ' => "l",
        'м' => "m",
        'н' | 'ң' | 'ҥ' | 'њ' => "n",
        'о' | 'ө' | 'ў' | 'ӧ' => "o",
        'п' => "p",
        'р' => "r",
        'с' | 'ҫ' => "s",
        'т' => "t",
        'у' | 'ү' | 'ұ' | 'ӯ' | 'ӱ' => "u",
        'ф' => "f",
        'һ' | 'ҳ' => "h",
        'ҹ' | 'џ' | 'ћ' => "c",
        'ҷ' => "j",
        'ю' => "yu",
        'я' => "ya",
        'ъ' | 'ь' => "",
        _ => return None,
    })
}

/// The Latin letters that are two.
fn ligature(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' | 'ǽ' | 'ǣ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ð' => "d",
        _ => return None,
    })
}
