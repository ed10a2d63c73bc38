"""How far quantities may move at nearly the least cost: a bar a slack, around the amount in the least-cost plan."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from carbonpath.charts.digits import decimals, written
from carbonpath.charts.frame import MARGIN, open_frame
from carbonpath.charts.legend import Entry, place_below, width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink
from carbonpath.charts.style import house_style, letter, page
from carbonpath.charts.words import note, title_of
from carbonpath.core.errors import DataError
from carbonpath.core.labels import shown_unit
from carbonpath.core.messages import text
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor

ROW = 0.95
"""Height of a row, cm."""
WIDEST = 2.5
"""Multiple of the least-cost amount at which bars end, with an arrow."""
COLOUR = "3"
"""Rank of the scenario whose colour the bars have."""
KEYS = ["quantity", "name", "first", "last"]
"""Columns that make up a row of the chart."""


def draw(table: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return a row a quantity, its bars relative to the least-cost plan, with the amounts at the ends of the widest.

    Parameters
    ----------
    table
        Table EXTENT of one scenario.
    options
        Language and page.

    Raises
    ------
    DataError
        CP-911 without quantities.
    """
    if table.empty:
        raise DataError(Problem("CP-911", value="extents"))
    slacks = sorted(table["slack"].unique(), reverse=True)
    shades = {slack: _tint((rank + 1) / (len(slacks) + 1)) for rank, slack in enumerate(slacks)}
    entries = [
        Entry(text("charts.legend.slack", options.language, slack=f"{100 * slack:g}"), shade)
        for slack, shade in shades.items()
    ]
    entries.append(Entry(text("charts.legend.least_cost", options.language), ink("mark"), "dot"))
    groups = [part for _, part in table.groupby(KEYS, sort=False)]
    scenario = options.scenario(str(table["scenario"].iloc[0]))
    with house_style(options):
        title = f"{title_of('extents', options)}{text('charts.parting', options.language)}{scenario}"
        frame = open_frame(options, 3.0 + ROW * len(groups), title, [note("extents", options)])
        taken = place_below(frame, entries, MARGIN, frame.width - 2 * MARGIN)
        names = [_name(part, options) for part in groups]
        left = MARGIN + max(width_of(name) for name in names) + 0.3
        foot = frame.bottom + taken + 0.45
        axes = frame.axes(left, foot, frame.width - left - MARGIN - 0.2, frame.top - foot - 0.1)
        for row, part in enumerate(groups):
            _draw_row(axes, row, part, shades, options)
        axes.set_ylim(len(groups) - 0.5, -0.5)
        axes.set_xlim(0.0, max(1.0, axes.get_xlim()[1]))
        axes.set_yticks(range(len(groups)), names, fontsize=letter("text", options))
        axes.grid(visible=True, axis="x")
        axes.grid(visible=False, axis="y")
        axes.xaxis.set_major_formatter(lambda value, _: f"{100 * value:.0f} %")
    return frame.figure


def _tint(density: float) -> str:
    """Return the colour of the bars mixed with white: the narrower the slack, the denser."""
    red, green, blue = (1.0 - density * (1.0 - part) for part in to_rgb(families()["scenario"][COLOUR]))
    return to_hex((red, green, blue))


def _name(part: pd.DataFrame, options: ChartOptions) -> str:
    first = part.iloc[0]
    years = f"{first['first']}" if first["first"] == first["last"] else f"{first['first']}–{first['last']}"
    return f"{first[options.language]} {years}"


def _draw_row(axes: Axes, row: int, part: pd.DataFrame, shades: Mapping[float, str], options: ChartOptions) -> None:
    """Draw the bars of one quantity, the widest behind, and write its amounts."""
    ordered = part.sort_values("slack", ascending=False)
    widest = ordered.iloc[0]
    size = float(widest["at_least_cost"]) or float(widest["most"]) or 1.0
    for rank, (_, one) in enumerate(ordered.iterrows()):
        low = float(one["least"]) / size
        high = min(float(one["most"]) / size, WIDEST) if one["bounded"] == "yes" else WIDEST
        height = 0.42 - 0.1 * rank
        axes.barh(row + 0.12, high - low, left=low, height=height, color=shades[one["slack"]], zorder=2 + rank)
    at = float(widest["at_least_cost"]) / size
    axes.plot([at], [row + 0.12], "o", color=ink("mark"), markersize=3.4 * page(options).scale, zorder=9)
    axes.annotate(
        _amounts(widest, options),
        (1.0, row - 0.24),
        xycoords=axes.get_yaxis_transform(),
        ha="right",
        va="center",
        color=ink("faint"),
        fontsize=letter("small", options),
    )


def _amounts(one: pd.Series, options: ChartOptions) -> str:
    first, *rest = str(one["unit"]).split("/")
    shown = shown_unit(first, options.language)
    factor = conversion_factor(first, shown)
    values = [factor * float(one[name]) for name in ("least", "at_least_cost", "most")]
    digits = decimals(values)
    low, middle, high = (written(value, digits) for value in values)
    high = high if one["bounded"] == "yes" else "∞"
    return text("charts.extent", options.language, low=low, middle=middle, high=high, unit="/".join([shown, *rest]))
