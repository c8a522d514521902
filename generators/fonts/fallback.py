"""Measures how a font of the system must be scaled to take the room of the font until that has arrived."""

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont


def width(fonts, text):
    """In em, over the letters that the fonts have."""
    total = 0
    for letter in text:
        for font in fonts:
            glyph = font.getBestCmap().get(ord(letter))
            if glyph:
                total += font["hmtx"][glyph][0] / font["head"].unitsPerEm
                break
    return total


def measures(source, weight, local, text):
    """Percentages for @font-face."""
    font = instantiateVariableFont(TTFont(source), {"wght": weight})
    local = [TTFont(path) for path in local]
    text = [it for it in text if any(ord(it) in font.getBestCmap() for font in local)]
    scale = width([font], text) / width(local, text)
    em = font["head"].unitsPerEm
    return {
        "size-adjust": 100 * scale,
        "ascent-override": 100 * font["hhea"].ascent / em / scale,
        "descent-override": -100 * font["hhea"].descent / em / scale,
        "line-gap-override": 100 * font["hhea"].lineGap / em / scale,
    }
