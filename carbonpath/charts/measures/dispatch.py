"""A typical day of each season: power above, steam and heat for the network below, each by source."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.frame import MARGIN, Frame, open_frame
from carbonpath.charts.legend import Entry, label_entries, place_column, width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import colours, ink
from carbonpath.charts.selection import present
from carbonpath.charts.stack import set_scale
from carbonpath.charts.style import house_style, letter, page
from carbonpath.charts.words import note, title_of, unit_line
from carbonpath.core.errors import DataError
from carbonpath.core.labels import label
from carbonpath.core.messages import text
from carbonpath.core.problems import Problem

FAMILIES = {"power": "electricity_source", "heat": "heat_source"}
"""Colours of each row, from above."""
SCALE = 1.1
"""Width kept for the vertical scale, cm."""
HEADING = 0.95
"""Height kept above each row, cm."""
TICKS = 0.85
"""Height kept below each row, cm."""
GAP = 0.3
"""Width between seasons, cm."""


def draw(table: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return a row of typical days for power and one for heat, all days of a row on one scale.

    Parameters
    ----------
    table
        Table DISPATCH of one scenario and year.
    options
        Language, page and names.

    Raises
    ------
    DataError
        CP-911 without rows.
    """
    if table.empty:
        raise DataError(Problem("CP-911", value="dispatch"))
    scenario, year = str(table["scenario"].iloc[0]), int(table["year"].iloc[0])
    shown = {name: table[table["carrier"] == name] for name in FAMILIES if (table["carrier"] == name).any()}
    entries = {carrier: _entries(rows, carrier, options) for carrier, rows in shown.items()}
    lines = (f"{options.scenario(scenario)}, {year}", unit_line("MW", options), note("typical_day", options))
    with house_style(options):
        frame = open_frame(options, 2.0 + 5.7 * len(shown), title_of("dispatch", options), lines)
        beside = max(width_of(entry.name) for each in entries.values() for entry in each) + 0.95
        height = (frame.top - frame.bottom) / len(shown)
        for place, (carrier, rows) in enumerate(shown.items()):
            bottom = frame.top - (place + 1) * height
            _draw_row(frame, rows, carrier, (bottom, height, beside))
            place_column(frame, entries[carrier], frame.width - MARGIN - beside + 0.25, bottom + height - HEADING)
    return frame.figure


def _entries(rows: pd.DataFrame, carrier: str, options: ChartOptions) -> list[Entry]:
    shades = colours(FAMILIES[carrier], present(rows[rows["item"] != ""], "item"))
    line = Entry(text(f"charts.legend.{carrier}_taken", options.language), ink("mark"), "line")
    return [*label_entries("item", shades, options), line]


def _draw_row(frame: Frame, rows: pd.DataFrame, carrier: str, room: tuple[float, float, float]) -> None:
    bottom, height, beside = room
    options, seasons = frame.options, list(dict.fromkeys(rows["season"]))
    width = (frame.width - 2 * MARGIN - SCALE - beside - (len(seasons) - 1) * GAP) / len(seasons)
    shades = colours(FAMILIES[carrier], present(rows[rows["item"] != ""], "item"))
    upper, lower = _extent(rows)
    first: Axes | None = None
    for place, season in enumerate(seasons):
        left = MARGIN + SCALE + place * (width + GAP)
        axes = frame.axes(left, bottom + TICKS, width, height - HEADING - TICKS, first)
        first = first or axes
        _draw_day(axes, rows[rows["season"] == season], shades, options)
        set_scale(axes, 1.08 * lower if lower < 0.0 else 0.0, 1.06 * upper)
        axes.tick_params(labelleft=place == 0)
        axes.set_title(label("item", season, options.language), loc="left", fontsize=letter("small", options), pad=2)
    heading = text(f"charts.dispatch.{carrier}", options.language)
    frame.write(heading, MARGIN + SCALE, bottom + height - 0.4, "heading")


def _extent(rows: pd.DataFrame) -> tuple[float, float]:
    sums = rows[rows["kind"] != "level"].groupby(["kind", "timeslice"])["value"].sum()
    return float(sums.max()), float(min(sums.min(), 0.0))


def _draw_day(axes: Axes, rows: pd.DataFrame, shades: dict[str, str], options: ChartOptions) -> None:
    """Draw one day: bars as wide as the parts of the day last, and the line of what is taken."""
    parts = rows.drop_duplicates("day_part").set_index("day_part")["hours"]
    ends = np.concatenate([[0.0], parts.cumsum().to_numpy(dtype=float)])
    for kind in ("supply", "use"):
        base = np.zeros(len(parts))
        for item, shade in shades.items():
            own = rows[(rows["item"] == item) & (rows["kind"] == kind)].set_index("day_part")["value"]
            values = own.reindex(parts.index).fillna(0.0).to_numpy(dtype=float)
            axes.bar(ends[:-1], values, width=parts, bottom=base, align="edge", color=shade, linewidth=0.0)
            base = base + values
    level = rows[rows["kind"] == "level"].set_index("day_part")["value"].reindex(parts.index).fillna(0.0)
    axes.stairs(level.to_numpy(dtype=float), ends, color=ink("mark"), linewidth=1.2 * page(options).scale)
    axes.set_xlim(0.0, float(ends[-1]))
    names = [label("item", part, options.language) for part in parts.index]
    turned = 0 if options.language == "zh" else 90
    size = letter("small", options) * 0.72
    axes.set_xticks((ends[:-1] + ends[1:]) / 2.0, names, fontsize=size, rotation=turned)
    axes.tick_params(axis="x", length=0)
