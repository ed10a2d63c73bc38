"""Cost against peak year: what a peak in each year costs beyond the least, and how high it is."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.frame import MARGIN, open_frame
from carbonpath.charts.legend import Entry, place_below
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink, ranked_colours
from carbonpath.charts.stack import milestones, set_scale
from carbonpath.charts.style import BLANK, house_style, letter, page
from carbonpath.charts.words import note, title_of
from carbonpath.core.errors import DataError
from carbonpath.core.labels import label, shown_unit
from carbonpath.core.messages import text
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor

SLACKS = (0.001, 0.005, 0.01, 0.02, 0.05)
"""Shares of the least cost that are drawn as lines where they fall on the scale."""
LOWER = 2.2
"""Height of the lower panel, cm."""


def draw(table: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return extra cost (above) and height of the peak (below) by peak year, a line a boundary.

    Parameters
    ----------
    table
        Table PEAK_WINDOW of one scenario.
    options
        Language and page.

    Raises
    ------
    DataError
        CP-911 without years in which emissions can peak.
    """
    rows = table[table["rule"] == "peak"]
    if rows.empty:
        raise DataError(Problem("CP-911", value="peak_window"))
    money, mass = (shown_unit(unit, options.language) for unit in ("million CNY", "Mt"))
    shades = ranked_colours("scenario", list(dict.fromkeys(rows["boundary"])))
    entries = [Entry(label("boundary", name, options.language), shade, "line") for name, shade in shades.items()]
    scenario = options.scenario(str(rows["scenario"].iloc[0]))
    with house_style(options):
        title = f"{title_of('peak_window', options)}{text('charts.parting', options.language)}{scenario}"
        frame = open_frame(options, 10.6, title, [note("peak_window", options)])
        taken = place_below(frame, entries, MARGIN + 1.2, frame.width - 2 * MARGIN - 1.2)
        left, width = MARGIN + 1.2, frame.width - 2 * MARGIN - 2.4
        foot = frame.bottom + taken + 0.45
        lower = frame.axes(left, foot, width, LOWER)
        base = foot + LOWER + 0.75
        upper = frame.axes(left, base, width, frame.top - base - 0.45)
        level = rows.assign(shown=rows["level"] * conversion_factor("Mt", mass))
        extra = rows.assign(shown=rows["extra"].clip(lower=0.0) * conversion_factor("million CNY", money))
        for axes, shown, key, unit in ((upper, extra, "extra", money), (lower, level, "level", f"{mass}CO₂")):
            _draw_lines(axes, shown, shades, options)
            words = text(f"charts.axis.peak_{key}", options.language, unit=unit)
            axes.set_title(words, loc="left", fontsize=letter("small", options), color=ink("faint"), pad=3)
        set_scale(upper, 0.0, 1.08 * float(extra["shown"].max()) or 1.0)
        room = max(0.15 * float(level["shown"].max() - level["shown"].min()), 1e-3 * float(level["shown"].max()))
        set_scale(lower, float(level["shown"].min()) - room, float(level["shown"].max()) + room)
        _draw_slacks(upper, extra, options)
    return frame.figure


def _draw_lines(axes: Axes, rows: pd.DataFrame, shades: dict[str, str], options: ChartOptions) -> None:
    scale = page(options).scale
    years = sorted(rows["year"].unique())
    for name, shade in shades.items():
        own = rows[rows["boundary"] == name].sort_values("year")
        axes.plot(own["year"], own["shown"], "-o", color=shade, linewidth=1.6 * scale, markersize=3.2 * scale)
    axes.set_xlim(years[0] - 0.4, years[-1] + 0.4)
    axes.set_xticks(milestones([int(year) for year in years]))


def _draw_slacks(axes: Axes, rows: pd.DataFrame, options: ChartOptions) -> None:
    """Draw shares of the least cost as dashed lines with their percentages at the right."""
    priced = rows[rows["share"] > 0.0]
    if priced.empty:
        return
    whole = float((priced["shown"] / priced["share"]).median())
    for slack in SLACKS:
        height = slack * whole
        if height <= axes.get_ylim()[1]:
            axes.axhline(height, color=ink("faint"), linewidth=0.8 * page(options).scale, linestyle=(0, (4, 3)))
            axes.annotate(
                f"{slack:.1%}",
                (1.01, height),
                xycoords=axes.get_yaxis_transform(),
                va="center",
                color=ink("faint"),
                fontsize=letter("small", options),
                bbox=BLANK,
                annotation_clip=False,
            )
