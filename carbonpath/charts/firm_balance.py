"""Stacked bars of firms above and below zero with the balance of all as a line, one panel a scenario."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.firms import firm_entries, firm_shades, largest_first
from carbonpath.charts.legend import Entry
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.charts.panels import open_panels
from carbonpath.charts.selection import by_scenario, lines_by_scenario
from carbonpath.charts.stack import depth_below, draw_stack, height_above, set_scale, set_years
from carbonpath.charts.style import house_style, page
from carbonpath.core.messages import text


def draw_firm_balance(
    rows: pd.DataFrame, total: pd.DataFrame, options: ChartOptions, title: str, lines: Sequence[str]
) -> Figure:
    """Return the chart of rows by firm and of their total, both as INDICATOR in the unit of the reader."""
    balances = lines_by_scenario(total)
    tables = {name: largest_first(table, rows) for name, table in by_scenario(rows, "firm").items()}
    shades = firm_shades(next(iter(tables.values())))
    balance = Entry(text("charts.legend.balance", options.language), ink("mark"), "line")
    with house_style(options):
        frame, axes = open_panels(options, list(tables), [balance, *firm_entries(shades, options)], title, lines)
        top, low = height_above(list(tables.values())), depth_below(list(tables.values()))
        for name, panel in axes.items():
            draw_stack(panel, tables[name], shades)
            panel.plot(balances[name].index, balances[name], color=ink("mark"), linewidth=1.4 * page(options).scale)
            set_years(panel, list(tables[name].index))
            set_scale(panel, 1.1 * low, 1.1 * max(top, -0.05 * low))
    return frame.figure
