"""Surplus and shortfall of allowances by firm, one panel a scenario."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.firms import firm_entries, firm_shades, largest_first
from carbonpath.charts.legend import Entry
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.charts.panels import open_panels
from carbonpath.charts.selection import by_scenario, lines_by_scenario, require_rows, select, unit_of
from carbonpath.charts.stack import depth_below, draw_stack, height_above, set_scale, set_years
from carbonpath.charts.style import house_style, page
from carbonpath.charts.words import note, title_of, unit_line
from carbonpath.core.messages import text


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return stacked bars of surplus, upwards, and shortfall, downwards, with the balance of all as a line.

    Raises
    ------
    DataError
        CP-911 without positions, CP-912 with those of several regions.
    """
    rows = require_rows(select(indicators, "ets_surplus", options, "firm"), "ets_surplus")
    balances = lines_by_scenario(select(indicators, "ets_surplus", options))
    tables = {name: largest_first(table, rows) for name, table in by_scenario(rows, "firm").items()}
    shades = firm_shades(next(iter(tables.values())))
    balance = Entry(text("charts.legend.balance", options.language), ink("mark"), "line")
    lines = (unit_line(unit_of(rows, options), options, "CO₂"), note("allowances", options))
    with house_style(options):
        title = title_of("allowance_position", options)
        frame, axes = open_panels(options, list(tables), [balance, *firm_entries(shades, options)], title, lines)
        top, low = height_above(list(tables.values())), depth_below(list(tables.values()))
        for name, panel in axes.items():
            draw_stack(panel, tables[name], shades)
            panel.plot(balances[name].index, balances[name], color=ink("mark"), linewidth=1.4 * page(options).scale)
            set_years(panel, list(tables[name].index))
            set_scale(panel, 1.1 * low, 1.1 * max(top, -0.05 * low))
    return frame.figure
