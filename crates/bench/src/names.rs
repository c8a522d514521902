//! Names in the languages of the OTS: a proper name that is made up, and what it is the name of.

use crate::random::Random;

/// What names of a language are made of.
struct Language {
    syllables: &'static [&'static str],
    /// The commonest first.
    nouns: &'static [&'static str],
}

const TURKISH: Language = Language {
    syllables: &[
        "ak", "de", "mir", "kö", "yıl", "dız", "şe", "hir", "gü", "neş", "ba", "lı", "çe", "oğ", "lu", "tü",
        "rem", "ka",
    ],
    nouns: &[
        "Birliği",
        "Kurumu",
        "Vakfı",
        "Bankası",
        "Üniversitesi",
        "Enstitüsü",
        "Sağlık Merkezi",
        "Ticaret Odası",
        "Ajansı",
        "Meclisi",
    ],
};
const AZERBAIJANI: Language = Language {
    syllables: &[
        "ə", "li", "gün", "xa", "zər", "yu", "rd", "sə", "ba", "kı", "ço", "da", "nə", "tər", "rü", "öz",
    ],
    nouns: &[
        "Birliyi",
        "Agentliyi",
        "Fondu",
        "Bankı",
        "Universiteti",
        "İnstitutu",
        "Səhiyyə Mərkəzi",
        "Ticarət Palatası",
        "Şurası",
        "Assosiasiyası",
    ],
};
const KAZAKH: Language = Language {
    syllables: &[
        "ал", "ма", "қа", "жай", "лау", "ұл", "тү", "өр", "ба", "сы", "ің", "әл", "кө", "шы", "ғыз", "нұр",
    ],
    nouns: &[
        "Одағы",
        "Агенттігі",
        "Қоры",
        "Банкі",
        "Университеті",
        "Институты",
        "Денсаулық орталығы",
        "Сауда палатасы",
        "Кеңесі",
        "Қауымдастығы",
    ],
};
const KYRGYZ: Language = Language {
    syllables: &[
        "ыс", "кө", "лү", "та", "лас", "на", "рын", "чү", "ө", "жай", "бат", "кен", "ош", "ку", "ман", "жы",
    ],
    nouns: &[
        "Биримдиги",
        "Агенттиги",
        "Фонду",
        "Банкы",
        "Университети",
        "Институту",
        "Ден соолук борбору",
        "Соода палатасы",
        "Кеңеши",
        "Ассоциациясы",
    ],
};
const UZBEK: Language = Language {
    syllables: &[
        "oʻz", "bu", "xo", "ro", "sha", "mar", "qand", "far", "gʻo", "na", "chir", "ota", "yul", "duz",
        "tosh", "zar",
    ],
    nouns: &[
        "Uyushmasi",
        "Agentligi",
        "Jamgʻarmasi",
        "Banki",
        "Universiteti",
        "Instituti",
        "Sogʻliqni saqlash markazi",
        "Savdo palatasi",
        "Kengashi",
        "Assotsiatsiyasi",
    ],
};
const TURKMEN: Language = Language {
    syllables: &[
        "aş", "ga", "bat", "ma", "ry", "da", "şo", "guz", "ýo", "laň", "çä", "ök", "ber", "ke", "ž", "nýaz",
    ],
    nouns: &[
        "Birleşigi",
        "Agentligi",
        "Gaznasy",
        "Banky",
        "Uniwersiteti",
        "Instituty",
        "Saglyk merkezi",
        "Söwda edarasy",
        "Geňeşi",
        "Assosiasiýasy",
    ],
};
const HUNGARIAN: Language = Language {
    syllables: &[
        "győ", "ri", "pé", "cs", "szé", "kes", "bu", "da", "vá", "rös", "kő", "szeg", "ta", "tá", "nyí", "du",
    ],
    nouns: &[
        "Szövetség",
        "Ügynökség",
        "Alapítvány",
        "Bank",
        "Egyetem",
        "Intézet",
        "Egészségügyi Központ",
        "Kereskedelmi Kamara",
        "Tanács",
        "Egyesület",
    ],
};
const LANGUAGES: &[Language] = &[TURKISH, AZERBAIJANI, KAZAKH, KYRGYZ, UZBEK, TURKMEN, HUNGARIAN];

/// How many proper names there are: with their other spellings, more than 100,000 words are indexed at 100,000 records.
const N_PROPER_NAMES: usize = 80_000;

/// The name of a record: one or two proper names, and a noun.
pub(crate) fn name(random: &mut Random) -> String {
    let language = &LANGUAGES[random.below(LANGUAGES.len())];
    let mut name = proper_name(language, random.skewed_below(N_PROPER_NAMES));
    if random.below(2) == 0 {
        name = format!("{name} {}", proper_name(language, random.below(N_PROPER_NAMES)));
    }
    format!("{name} {}", language.nouns[random.skewed_below(language.nouns.len())])
}

/// The proper name with this number: always the same one, of three to five syllables.
fn proper_name(language: &Language, idx: usize) -> String {
    let mut random = Random::of(0x6e61_6d65, idx as u64);
    let n_syllables = 3 + random.below(3);
    let text: String =
        (0..n_syllables).map(|_| language.syllables[random.below(language.syllables.len())]).collect();
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
