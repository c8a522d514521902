"""Which letters are in which file. A browser loads a file when a page shows one of its letters."""


def letters(*ranges):
    """The letters of strings and of (first, last) pairs."""
    found = set()
    for item in ranges:
        found.update(item if isinstance(item, str) else map(chr, range(ord(item[0]), ord(item[1]) + 1)))
    return found


# The only file of the first load in English and Turkish; also Azerbaijani and Hungarian.
LATIN = letters(
    (" ", "~"),
    "ÇçĞğİıÖöŞşÜü ÂâÎîÛû",  # Turkish
    "ƏəÄä",  # Azerbaijani, Turkmen
    "ÁáÉéÍíÓóŐőÚúŰű",  # Hungarian
    "Ññ",  # names in the data set
    "\u00a0\u202f\u2011–—‘’“”«»…·•°×→",
)

# The rest of Latin, for what is typed into notes, for Turkmen, Uzbek and names from Central Europe.
LATIN_EXT = (
    letters(("¡", "ſ"), "ȘșȚțǦǧǏǐǑǒẞ", "ʻʼʽʾʿ", "‐‒―‚„‹›†‡‰′″€₺₼™←↑↓↗−≈≠≤≥✓")
    # No letter in the font; the system's font has it.
    - set("\u00ad₼ŉ")
    - LATIN
)

# Russian, Kazakh, Kyrgyz, and the Cyrillic once used for Uzbek and Turkmen.
CYRILLIC = letters(("А", "я"), "ЁёӘәҒғҚқҢңӨөҰұҮүҺһІіЎўҲҳҖҗЈј", "№₸₽")

PARTS = {"latin": LATIN, "latin-ext": LATIN_EXT, "cyrillic": CYRILLIC}
