"""The font that charts bring along, and which characters it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font
from matplotlib.text import Text

FAMILIES = ("Carbonpath Sans SC", "DejaVu Sans")
"""Families of every text, the second for what the first lacks; a generic name would lose the subscript of CO₂."""

_FILE = "font_files/CarbonpathSansSC-Regular.otf"


@cache
def register_fonts() -> None:
    """Make the shipped font known to matplotlib, once in a process."""
    with as_file(files(__package__).joinpath(_FILE)) as path:
        fontManager.addfont(path)


@cache
def known_characters() -> frozenset[int]:
    """Return the code points that the families of charts can show."""
    register_fonts()
    paths = [findfont(FontProperties(family=[family]), fallback_to_default=False) for family in FAMILIES]
    return frozenset(code for path in paths for code in get_font(path).get_charmap())


@cache
def text_width(words: str, points: float) -> float:
    """Return how wide a line of text is, in points, at a letter size in points."""
    register_fonts()
    font = get_font(findfont(FontProperties(family=[FAMILIES[0]]), fallback_to_default=False))
    font.set_size(points, 72.0)
    font.set_text("".join(character if ord(character) in known_characters() else "\u3000" for character in words))
    return float(font.get_width_height()[0]) / 64.0


def missing_characters(texts: Iterable[str]) -> str:
    """Return the characters of `texts` that no family can show, sorted, each once."""
    found = {character for text in texts for character in text if character not in "\n\t"}
    return "".join(sorted(character for character in found if ord(character) not in known_characters()))


def texts_of(figure: Figure) -> list[str]:
    """Return every text that the figure will show, tick labels included."""
    for axes in figure.axes:
        _settle_ticks(axes)
    return [text.get_text() for text in figure.findobj(Text) if isinstance(text, Text) and text.get_visible()]


def _settle_ticks(axes: Axes) -> None:
    """Let tick labels take the words they will have when drawn."""
    axes.get_xticklabels()
    axes.get_yticklabels()
