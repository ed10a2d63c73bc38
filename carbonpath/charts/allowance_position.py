"""Surplus and shortfall of allowances by firm, one panel a scenario."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.firm_balance import draw_firm_balance
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.selection import require_rows, select, unit_of
from carbonpath.charts.words import note, title_of, unit_line


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return stacked bars of surplus, upwards, and shortfall, downwards, with the balance of all as a line.

    Raises
    ------
    DataError
        CP-911 without positions, CP-912 with those of several regions.
    """
    rows = require_rows(select(indicators, "ets_surplus", options, "firm"), "ets_surplus")
    lines = (unit_line(unit_of(rows, options), options, "CO₂"), note("allowances", options))
    total = select(indicators, "ets_surplus", options)
    return draw_firm_balance(rows, total, options, title_of("allowance_position", options), lines)
