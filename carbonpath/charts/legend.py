"""Legends: patches and lines with their names, in a column or in rows."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from carbonpath.charts.frame import Frame
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.charts.style import INCH, SIZES, letter, page
from carbonpath.core.labels import LabelKind, label

LINE = 0.36
"""Height of an entry, cm."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing named in a legend; without colour, a heading."""

    name: str
    """Its name for the reader."""
    colour: str = ""
    """Its colour; blank for a heading."""
    sign: Literal["patch", "line", "dot"] = "patch"
    """How it is drawn."""

    def handle(self, scale: float) -> Artist:
        """Return the sample beside the name."""
        if self.sign == "patch":
            return Patch(facecolor=self.colour or "none")
        if self.sign == "line":
            return Line2D([], [], color=self.colour, linewidth=1.4 * scale)
        return Line2D([], [], color=self.colour, linestyle="", marker="o", markersize=3.0 * scale)


def label_entries(kind: LabelKind, shades: Mapping[str, str], options: ChartOptions) -> list[Entry]:
    """Return entries of what is stacked, the uppermost first."""
    return [Entry(label(kind, key, options.language), shades[key]) for key in reversed(list(shades))]


def height_of(entries: Sequence[Entry]) -> float:
    """Return the height of a legend in one column, cm."""
    return LINE * len(entries)


def width_of(words: str, size: str = "text") -> float:
    """Return about how wide a text is, cm before the page's scale: a Chinese character is as wide as high."""
    ems = sum(1.0 if unicodedata.east_asian_width(character) in "WF" else 0.54 for character in words)
    return ems * SIZES[size] / 72.0 * INCH


def _columns(entries: Sequence[Entry], width: float) -> int:
    widest = max(width_of(entry.name) for entry in entries) + 0.75
    return max(1, min(len(entries), int(width / widest)))


def place_legend(frame: Frame, entries: Sequence[Entry], left: float, top: float, columns: int = 1) -> None:
    """Write a legend with its upper left corner at `left`, `top` (cm); entries run down the columns."""
    scale = page(frame.options).scale
    legend = frame.figure.legend(
        handles=[entry.handle(scale) for entry in entries],
        labels=[entry.name for entry in entries],
        loc="upper left",
        bbox_to_anchor=(left / frame.width, top / frame.height),
        ncols=columns,
        borderaxespad=0.0,
        borderpad=0.0,
        handlelength=1.2,
        handleheight=0.8,
        handletextpad=0.5,
        labelspacing=0.42,
        columnspacing=1.4,
        fontsize=letter("text", frame.options),
    )
    for entry, words in zip(entries, legend.get_texts(), strict=True):
        words.set_color(ink("text") if entry.colour else ink("faint"))


def place_below(frame: Frame, entries: Sequence[Entry], left: float, width: float) -> float:
    """Write a legend in rows at the lower end of the frame, each heading beginning a row; return its height, cm."""
    groups = _groups(entries)
    columns = [_columns(group, width) for group in groups]
    heights = [LINE * -(-len(group) // count) for group, count in zip(groups, columns, strict=True)]
    top = frame.bottom + sum(heights)
    for group, count, height in zip(groups, columns, heights, strict=True):
        place_legend(frame, _down_the_columns(group, count), left, top, count)
        top -= height
    return sum(heights) + 0.15


def _groups(entries: Sequence[Entry]) -> list[list[Entry]]:
    groups: list[list[Entry]] = [[]]
    for entry in entries:
        if not entry.colour and groups[-1]:
            groups.append([])
        groups[-1].append(entry)
    return groups


def _down_the_columns(entries: Sequence[Entry], columns: int) -> list[Entry]:
    """Return entries in the order that reads along rows where a legend is filled down its columns."""
    return [entry for column in range(columns) for entry in entries[column::columns]]
