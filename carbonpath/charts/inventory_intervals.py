"""95 % intervals of the inventory's totals: district, sectors and firms, by both approaches."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.firms import firm_name
from carbonpath.charts.frame import MARGIN, open_frame
from carbonpath.charts.legend import Entry, place_below, width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.charts.style import BLANK, house_style, letter, page
from carbonpath.charts.words import note, title_of
from carbonpath.core.labels import label
from carbonpath.core.messages import text

ROW = 0.42
"""Height of one line, cm."""
MOST_FIRMS = 24
"""Firms shown."""
FAR = 50.0
"""Percent beyond which an interval is written instead of drawn."""


def draw_intervals(intervals: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return one line a total: a bar for the simulation, whiskers for error propagation, in percent of the total.

    Parameters
    ----------
    intervals
        Table INTERVALS, drawn from above in its order; of many firms the largest.
    options
        Language and page.
    """
    rows = _shown(intervals).to_dict("records")
    names = [_name(str(row["level"]), str(row["name"]), options) for row in rows]
    year = str(int(intervals["year"].iloc[0]))
    entries = [
        Entry(text("charts.legend.approach_2", options.language), ink("interval")),
        Entry(text("charts.legend.approach_1", options.language), ink("mark"), "line"),
    ]
    left = MARGIN + max(width_of(name) for name in names) + 0.25
    with house_style(options):
        height = ROW * len(rows) + 2.6
        frame = open_frame(options, height, title_of("intervals", options), (year, note("intervals", options)))
        legend = place_below(frame, entries, left, frame.width - left)
        bottom = frame.bottom + legend + 0.35
        axes = frame.axes(left, bottom, frame.width - left - 0.4, frame.top - bottom)
        limit = _limit(intervals)
        for place, row in enumerate(rows):
            _draw_row(axes, place, {str(key): value for key, value in row.items()}, limit, options)
        axes.set(xlim=(-limit, limit), ylim=(len(rows) - 0.4, -0.6), yticks=range(len(rows)))
        axes.set_yticklabels(names)
        axes.grid(axis="y", visible=False)
        axes.grid(axis="x", visible=True)
        axes.axvline(0.0, color=ink("axis"), linewidth=0.6 * page(options).scale)
    return frame.figure


def _shown(intervals: pd.DataFrame) -> pd.DataFrame:
    largest = intervals[intervals["level"] == "firm"].nlargest(MOST_FIRMS, "tco2e").index
    return intervals[(intervals["level"] != "firm") | intervals.index.isin(largest)]


def _name(level: str, name: str, options: ChartOptions) -> str:
    if level == "district":
        return text("charts.legend.district", options.language)
    return label("sector", name, options.language) if level == "sector" else firm_name(name, options)


def _limit(intervals: pd.DataFrame) -> float:
    sides = intervals[["approach_1_pct", "lower_pct", "upper_pct"]].abs().max(axis=1)
    return float(max([1.0, *sides[sides <= FAR]])) * 1.1


def _draw_row(axes: Axes, place: int, row: dict[str, object], limit: float, options: ChartOptions) -> None:
    low, high, width = (float(str(row[name])) for name in ("lower_pct", "upper_pct", "approach_1_pct"))
    if max(-low, high, width) > limit:
        words = text("charts.note.beyond", options.language, low=f"{low:,.0f}", high=f"{high:+,.0f}")
        far = axes.text(0.0, place, words, ha="center", va="center")
        far.set(color=ink("faint"), fontsize=letter("small", options), bbox=BLANK, zorder=5)
        return
    scale = page(options).scale
    axes.barh(place, high - low, left=low, height=0.5, color=ink("interval"))
    axes.errorbar(
        0.0, place, xerr=width, color=ink("mark"), elinewidth=0.9 * scale, capsize=2.0 * scale, capthick=0.9 * scale
    )
