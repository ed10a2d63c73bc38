"""Makes the font of the charts from Noto Sans SC: the characters of GB 2312, Latin, and the symbols of our texts.

    pip install 'carbonpath[fonts]' && python carbonpath/charts/font_files/make_subset.py

Noto Sans SC has no subscript digits, so the 2 of CO₂ is made from its digit, smaller and lower. The family gets a name
of its own: a font of the same name on the reader's machine must not take its place.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

FAMILY = "Carbonpath Sans SC"
TARGET = Path(__file__).parent / "CarbonpathSansSC-Regular.otf"
SYMBOLS = "–—‘’“”…‰′″€→←↑↓∑∞≈≠≤≥−×÷±·•■□▲△▼▽◆◇○●★☆¹²³⁴㎡℃"
DIGITS = "0123456789"
SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"
DONORS = range(0x3400, 0x4DB6)
"""Rare characters outside the subset, ten of whose glyphs are drawn over."""
SIZE = 0.62
"""Size of a subscript against its digit."""
DROP = -140
"""Font units by which a subscript is lowered."""


def source_font() -> Path:
    """Return the path of Noto Sans SC in the package of the extra ``fonts``."""
    found = find_spec("pylopdf_fonts_zh_cn")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pip install 'carbonpath[fonts]'")
    return Path(found.origin).parent / "NotoSansSC-Regular.otf"


def characters() -> set[str]:
    """Return the characters of GB 2312, Latin-1, and our symbols."""
    found = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))} | set(SYMBOLS)
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            found |= set(bytes([row, cell]).decode("gb2312", errors="ignore"))
    return found


def make_font() -> TTFont:
    """Return the subset with subscripts, renamed."""
    font = TTFont(source_font(), recalcTimestamp=False)
    known = font.getBestCmap()
    donors = [code for code in DONORS if code in known][: len(SUBSCRIPTS)]
    options = subset.Options()
    options.layout_features = ["kern"]
    options.notdef_outline = True
    options.hinting = False
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*(ord(character) for character in characters()), *donors])
    subsetter.subset(font)
    add_subscripts(font, donors)
    rename(font)
    return font


def add_subscripts(font: TTFont, donors: list[int]) -> None:
    """Draw small low digits over the glyphs of `donors` and give them the codes of subscripts."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    outlines = font["CFF "].cff.topDictIndex[0].CharStrings
    for donor, digit, below in zip(donors, DIGITS, SUBSCRIPTS, strict=True):
        glyph, model = names[donor], names[ord(digit)]
        width = round(glyphs[model].width * SIZE)
        pen = T2CharStringPen(width, glyphs)
        glyphs[model].draw(TransformPen(pen, (SIZE, 0, 0, SIZE, 0, DROP)))
        replaced = outlines[glyph]
        outlines[glyph] = pen.getCharString(private=replaced.private, globalSubrs=replaced.globalSubrs)
        font["hmtx"][glyph] = (width, round(font["hmtx"][model][1] * SIZE))
        for table in font["cmap"].tables:
            if table.cmap.pop(donor, None):
                table.cmap[ord(below)] = glyph


def rename(font: TTFont) -> None:
    """Give the font the family name of the charts; copyright and licence stay."""
    names = font["name"]
    names.names = [record for record in names.names if record.langID == 0x409 and record.nameID in (0, 2, 5, 13, 14)]
    for identifier, name in {1: FAMILY, 3: f"{FAMILY} subset", 4: FAMILY, 6: "CarbonpathSansSC-Regular"}.items():
        names.setName(name, identifier, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = ["CarbonpathSansSC-Regular"]
    top.topDictIndex[0].FullName = top.topDictIndex[0].FamilyName = FAMILY


if __name__ == "__main__":
    make_font().save(TARGET)
