"""Legends: samples of colours with their names, in a column or flowing in rows, placed to the millimetre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from carbonpath.charts.fonts import text_width
from carbonpath.charts.frame import Frame
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.style import INCH, SIZES, page
from carbonpath.core.labels import LabelKind, label

LINE = 0.37
"""Height of an entry, cm."""
SAMPLE = 0.32
"""Width of a sample, cm."""
INDENT = 0.46
"""Distance from the left end of a sample to its name, cm."""
APART = 0.5
"""Distance between entries of a row, cm."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing named in a legend; without colour, a heading."""

    name: str
    """Its name for the reader."""
    colour: str = ""
    """Its colour; blank for a heading."""
    sign: Literal["patch", "line", "dot"] = "patch"
    """How it is drawn."""

    @property
    def width(self) -> float:
        """Width with its sample, cm."""
        return width_of(self.name) + (INDENT if self.colour else 0.0)


def label_entries(kind: LabelKind, shades: Mapping[str, str], options: ChartOptions) -> list[Entry]:
    """Return entries of what is stacked, the uppermost first."""
    return [Entry(label(kind, key, options.language), shades[key]) for key in reversed(list(shades))]


def height_of(entries: Sequence[Entry]) -> float:
    """Return the height of a legend in one column, cm."""
    return LINE * len(entries)


def width_of(words: str, size: str = "text") -> float:
    """Return how wide a text is, cm before the page's scale."""
    return text_width(words, SIZES[size]) / 72.0 * INCH


def place_column(frame: Frame, entries: Sequence[Entry], left: float, top: float) -> None:
    """Write a legend in one column, its upper left corner at `left`, `top` (cm)."""
    for row, entry in enumerate(entries):
        _write(frame, entry, left, top - (row + 1) * LINE)


def place_below(frame: Frame, entries: Sequence[Entry], left: float, width: float) -> float:
    """Write a legend in rows at the lower end of the frame, each heading beginning a row; return its height, cm."""
    rows = _flow(entries, width)
    for row, members in enumerate(reversed(rows)):
        for entry, offset in members:
            _write(frame, entry, left + offset, frame.bottom + row * LINE)
    return len(rows) * LINE + 0.15


def _flow(entries: Sequence[Entry], width: float) -> list[list[tuple[Entry, float]]]:
    """Return rows of entries with their distance from the left end."""
    rows: list[list[tuple[Entry, float]]] = [[]]
    place = indent = 0.0
    for entry in entries:
        full = place + entry.width > width and place > indent
        if (not entry.colour and rows[-1]) or full:
            rows.append([])
            place = indent if entry.colour else 0.0
        rows[-1].append((entry, place))
        place += entry.width + APART
        if not entry.colour:
            indent = place = max(indent, place)
    return rows


def _write(frame: Frame, entry: Entry, left: float, bottom: float) -> None:
    if not entry.colour:
        frame.write(entry.name, left, bottom + 0.06, colour="faint")
        return
    frame.write(entry.name, left + INDENT, bottom + 0.06)
    wide, tall, scale = frame.width, frame.height, page(frame.options).scale
    middle = (bottom + 0.155) / tall
    if entry.sign == "patch":
        place, size = (left / wide, (bottom + 0.05) / tall), (SAMPLE / wide, 0.21 / tall)
        frame.figure.add_artist(Rectangle(place, *size, facecolor=entry.colour, transform=frame.figure.transFigure))
        return
    ends = [left / wide, (left + SAMPLE) / wide] if entry.sign == "line" else [(left + SAMPLE / 2.0) / wide]
    marker = "" if entry.sign == "line" else "o"
    frame.figure.add_artist(
        Line2D(
            ends,
            [middle] * len(ends),
            color=entry.colour,
            linewidth=1.4 * scale,
            marker=marker,
            markersize=3.0 * scale,
            markeredgewidth=0.0,
            transform=frame.figure.transFigure,
        )
    )
