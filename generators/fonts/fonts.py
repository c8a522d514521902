"""Writes the font files and style/font.css, or checks what is committed: fonts.py build | check"""

import hashlib
import json
import sys
from pathlib import Path

from cut import BOLDEST, LIGHTEST, cut
from fallback import measures
from letters import LATIN, PARTS

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FOLDER = ROOT / "public" / "fonts"
SHEET = ROOT / "style" / "font.css"
SOURCE = HERE / "node_modules/source-sans/VF/SourceSans3VF-Upright.ttf"
ARIMO = HERE / "node_modules/@fontsource/arimo/files"
DEJAVU = HERE / "node_modules/dejavu-fonts-ttf/ttf"
ROBOTO = HERE / "node_modules/@fontsource/roboto/files"
# What stands in for each weight in style/tokens.css until the font is there: regular or bold.
STAND_INS = {400: False, 600: True, 680: True}
# Where one of these is on the system, it takes the room of the font: the family, its local names and what to measure.
FALLBACKS = [
    (
        "Source Sans Fallback",
        {False: ["Arial", "Liberation Sans", "Helvetica"], True: ["Arial Bold", "Liberation Sans Bold", "Helvetica Bold"]},
        {bold: [ARIMO / f"arimo-{part}-{700 if bold else 400}-normal.woff2" for part in ["latin", "latin-ext"]] for bold in [False, True]},
    ),
    (
        "Source Sans Android Fallback",
        {False: ["Roboto"], True: ["Roboto Bold"]},
        {bold: [ROBOTO / f"roboto-{part}-{700 if bold else 400}-normal.woff2" for part in ["latin", "latin-ext"]] for bold in [False, True]},
    ),
    (
        "Source Sans Free Fallback",
        {False: ["DejaVu Sans"], True: ["DejaVu Sans Bold"]},
        {bold: [DEJAVU / f"DejaVuSans{'-Bold' if bold else ''}.ttf"] for bold in [False, True]},
    ),
]


def texts(value):
    """All strings below a value, but aliases: they are searched and not shown."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "aliases":
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def shown():
    """What the atlas shows: the text of each catalogue and of the data set, by file."""
    files = [*sorted((ROOT / "public/locale").glob("*.json")), ROOT / "public/data/partnerships.json"]
    return {it.name: "".join(texts(json.loads(it.read_text("utf-8")))) for it in files}


def unicode_range(letters):
    """As CSS writes it: exactly these letters, so that no file is loaded for a letter that it does not have."""
    runs = []
    for code in sorted(map(ord, letters)):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


def face(**properties):
    lines = "".join(f"  {name.replace('_', '-')}: {value};\n" for name, value in properties.items())
    return f"@font-face {{\n{lines}}}\n"


def sheet(files):
    faces = [
        face(
            font_family='"Source Sans 3"',
            font_weight=f"{LIGHTEST} {BOLDEST}",
            font_display="swap",
            src=f'url("./fonts/{name}") format("woff2")',
            unicode_range=unicode_range(PARTS[part]),
        )
        for part, name in files.items()
    ]
    text = "".join(shown()[it] for it in ["en.json", "tr.json", "partnerships.json"])
    for family, names, paths in FALLBACKS:
        for weight, bold in STAND_INS.items():
            measured = measures(SOURCE, weight, paths[bold], text)
            measured = {name: f"{round(value, 2):g}%" for name, value in measured.items()}
            src = ", ".join(f'local("{it}")' for it in names[bold])
            faces.append(face(font_family=f'"{family}"', font_weight=weight, src=src, **measured))
    head = "/* Written by generators/fonts. The paths are those of the built site, where the stylesheet is at the root. */\n"
    return head + "\n".join(faces)


def drawn():
    """Every file with its content."""
    content = {}
    names = {}
    for part, letters in PARTS.items():
        woff2 = cut(SOURCE, letters)
        names[part] = f"source-sans-3-{part}-{hashlib.sha256(woff2).hexdigest()[:12]}.woff2"
        content[FOLDER / names[part]] = woff2
    content[SHEET] = sheet(names).encode()
    return content


def lacking():
    """What is shown and in no file, and what English and Turkish pages show and is not in the first."""
    every = set().union(*PARTS.values())
    for name, text in shown().items():
        first = name in ["en.json", "tr.json", "partnerships.json"]
        missing = set(text) - (LATIN if first else every)
        if missing:
            yield f"{name} shows {' '.join(sorted(missing))}, which {'the latin file does' if first else 'no file does'}"


def main(command):
    problems = [f"{it} not have." for it in lacking()]
    content = drawn()
    present = {*FOLDER.glob("*"), SHEET}
    if command == "build":
        FOLDER.mkdir(exist_ok=True)
        for path in present - content.keys():
            path.unlink()
        for path, written in content.items():
            path.write_bytes(written)
            print(f"{path.relative_to(ROOT)}  {len(written)} bytes")
    else:
        stale = present ^ content.keys() | {it for it in present & content.keys() if it.read_bytes() != content[it]}
        problems += [f"{it.relative_to(ROOT)} is stale: run fonts.py build." for it in sorted(stale)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["build"], ["check"]):
        raise SystemExit(__doc__)
    sys.exit(main(sys.argv[1]))
