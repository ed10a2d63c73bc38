"""What the carbon market costs each firm, one panel a price path."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.firm_balance import draw_firm_balance
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.selection import require_rows, select, unit_of
from carbonpath.charts.words import note, title_of, unit_line


def draw(table: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return stacked bars of cost, upwards, and earnings, downwards, with the balance of all as a line.

    Parameters
    ----------
    table
        Rows ``ets_cost`` as INDICATOR, by firm and in all, the price path in place of the scenario.
    options
        Language, page, names of price paths and firms.

    Raises
    ------
    DataError
        CP-911 without a cost.
    """
    rows = require_rows(select(table, "ets_cost", options, "firm"), "ets_cost")
    lines = (unit_line(unit_of(rows, options), options), note("allowance_cost", options))
    return draw_firm_balance(
        rows, select(table, "ets_cost", options), options, title_of("allowance_cost", options), lines
    )
