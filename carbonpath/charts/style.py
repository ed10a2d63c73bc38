"""The house style: page sizes, letters and lines of every chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from matplotlib import rc_context

from carbonpath.charts.fonts import FAMILIES, register_fonts
from carbonpath.charts.options import ChartOptions, Style
from carbonpath.charts.palette import ink

INCH = 2.54
"""Centimetres."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page on which charts are laid out; lengths in cm before `scale`."""

    width: float
    """Width."""
    height: float | None
    """Height; None: each chart has its own."""
    scale: float
    """By how much everything, letters included, is enlarged."""
    dpi: int
    """Dots per inch of a PNG."""
    columns: int
    """Panels that stand side by side at most."""


PAGES: Mapping[Style, Page] = {
    "report": Page(width=16.0, height=None, scale=1.0, dpi=200, columns=3),
    "slide": Page(width=16.0, height=9.0, scale=1.5875, dpi=160, columns=5),
}
"""``slide`` is a report page of 16:9, enlarged to the 25.4 cm of a presentation."""

SIZES: Mapping[str, float] = {"title": 10.5, "heading": 8.0, "text": 7.5, "small": 6.5}
"""Letter sizes in points, before the page's scale."""


BLANK: Mapping[str, Any] = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
"""Box behind words that stand on grid lines."""


def page(options: ChartOptions) -> Page:
    """Return the page of a style."""
    return PAGES[options.style]


def letter(size: str, options: ChartOptions) -> float:
    """Return a letter size of `SIZES` in points on the page."""
    return SIZES[size] * page(options).scale


@contextmanager
def house_style(options: ChartOptions) -> Iterator[None]:
    """Draw and save within the house style; whatever was set before is set again afterwards."""
    register_fonts()
    with rc_context(_settings(options)):
        yield


def _settings(options: ChartOptions) -> dict[Any, Any]:
    scale = page(options).scale
    return {
        "font.family": list(FAMILIES),
        "font.size": letter("text", options),
        "text.color": ink("text"),
        "axes.unicode_minus": True,
        "axes.labelcolor": ink("text"),
        "axes.edgecolor": ink("axis"),
        "axes.linewidth": 0.6 * scale,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.axisbelow": True,
        "axes.grid": True,
        "axes.grid.axis": "y",
        "grid.color": ink("grid"),
        "grid.linewidth": 0.5 * scale,
        "xtick.color": ink("axis"),
        "ytick.color": ink("axis"),
        "xtick.labelcolor": ink("text"),
        "ytick.labelcolor": ink("text"),
        "xtick.labelsize": letter("small", options),
        "ytick.labelsize": letter("small", options),
        "xtick.major.size": 2.0 * scale,
        "xtick.major.width": 0.6 * scale,
        "xtick.major.pad": 2.0 * scale,
        "ytick.major.size": 0.0,
        "ytick.major.pad": 2.0 * scale,
        "legend.frameon": False,
        "legend.fontsize": letter("text", options),
        "lines.linewidth": 1.4 * scale,
        "patch.linewidth": 0.0,
        "hatch.linewidth": 0.5 * scale,
        "svg.hashsalt": "carbonpath",
        "svg.fonttype": "path",
        "pdf.fonttype": 3,
    }
