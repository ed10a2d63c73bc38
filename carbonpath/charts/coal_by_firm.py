"""Coal by firm against the cap, one panel a scenario."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.firms import firm_entries, firm_shades, largest_first
from carbonpath.charts.legend import Entry
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.charts.panels import open_panels
from carbonpath.charts.selection import by_scenario, lines_by_scenario, require_rows, select, unit_of
from carbonpath.charts.stack import draw_stack, height_above, set_scale, set_years
from carbonpath.charts.style import BLANK, house_style, letter, page
from carbonpath.charts.words import boundary_line, note, title_of, unit_line
from carbonpath.core.messages import text

BINDING = 1e-4
"""Relative distance from the cap within which it counts as binding."""


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return stacked bars of coal by firm with the cap as a line and a dot where it binds.

    Raises
    ------
    DataError
        CP-911 without coal by firm, CP-912 with that of several regions.
    """
    rows = require_rows(select(indicators, "coal", options, "firm"), "coal")
    caps = lines_by_scenario(select(indicators, "coal_cap", options))
    tables = {name: largest_first(table, rows) for name, table in by_scenario(rows, "firm").items()}
    shades = firm_shades(next(iter(tables.values())))
    boundary = boundary_line(str(rows["boundary"].iloc[0]), options)
    lines = (unit_line(unit_of(rows, options), options), boundary)
    with house_style(options):
        title = title_of("coal_by_firm", options)
        frame, axes = open_panels(options, list(tables), _entries(shades, caps, options), title, lines)
        tops = [height_above(list(tables.values())), *(float(cap.max()) for cap in caps.values())]
        for name, panel in axes.items():
            draw_stack(panel, tables[name], shades)
            set_years(panel, list(tables[name].index))
            set_scale(panel, 0.0, max(tops) * 1.15)
            _draw_cap(panel, caps.get(name), tables[name].sum(axis=1), options)
    return frame.figure


def _entries(shades: Mapping[str, str], caps: Mapping[str, pd.Series], options: ChartOptions) -> list[Entry]:
    entries = firm_entries(shades, options)
    if not caps:
        return entries
    cap = Entry(text("charts.legend.cap", options.language), ink("limit"), "line")
    return [cap, Entry(text("charts.legend.binding", options.language), ink("limit"), "dot"), *entries]


def _draw_cap(panel: Axes, cap: pd.Series | None, total: pd.Series, options: ChartOptions) -> None:
    scale = page(options).scale
    if cap is None:
        words = panel.text(0.98, 0.97, note("no_cap", options), transform=panel.transAxes, ha="right", va="top")
        words.set(color=ink("faint"), fontsize=letter("small", options), bbox=BLANK)
        return
    edges = np.append(cap.index.to_numpy() - 0.5, cap.index[-1] + 0.5)
    panel.stairs(cap.to_numpy(), edges, baseline=None, color=ink("limit"), linewidth=1.3 * scale)
    known = total.reindex(cap.index)
    binding = cap.loc[known >= cap * (1.0 - BINDING)]
    panel.plot(
        binding.index,
        binding.to_numpy(),
        "o",
        color=ink("limit"),
        markersize=2.8 * scale,
        markeredgewidth=0.0,
        zorder=4,
    )
