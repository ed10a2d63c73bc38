"""The curve of abatement that a rising carbon price draws out of a scenario; the area under it is the extra cost."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.frame import MARGIN, open_frame
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families
from carbonpath.charts.stack import set_scale
from carbonpath.charts.style import house_style, letter, page
from carbonpath.charts.words import boundary_line, title_of
from carbonpath.core.errors import DataError
from carbonpath.core.labels import shown_unit
from carbonpath.core.messages import text
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor


def draw(table: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return price against emissions saved, step by step.

    Parameters
    ----------
    table
        Table ABATEMENT of one scenario.
    options
        Language and page.

    Raises
    ------
    DataError
        CP-911 without steps.
    """
    rows = table.loc[table["kind"] == "sweep"].sort_values("rank")
    if rows.empty:
        raise DataError(Problem("CP-911", value="sweep"))
    unit, money = (shown_unit(name, options.language) for name in ("Mt", "million CNY"))
    saved = np.concatenate([[0.0], rows["abatement"].cumsum()]) * conversion_factor("Mt", unit)
    prices = rows["price"].to_numpy(dtype=float)
    cost = f"{rows['cost'].sum() * conversion_factor('million CNY', money):.4g} {money}"
    lines = [
        boundary_line(str(table["boundary"].iloc[0]), options),
        text("charts.note.sweep", options.language, cost=cost),
        text("charts.note.sweep_means", options.language) if (rows["exact"] == "no").any() else "",
    ]
    shade, scale = families()["scenario"]["3"], page(options).scale
    with house_style(options):
        frame = open_frame(options, 8.4, title_of("price_sweep", options), lines)
        base = frame.bottom + 0.75
        axes = frame.axes(MARGIN + 1.0, base, frame.width - 2 * MARGIN - 1.2, frame.top - base - 0.2)
        axes.stairs(prices, saved, fill=True, color=shade, alpha=0.18, linewidth=0.0)
        axes.stairs(prices, saved, baseline=None, color=shade, linewidth=1.6 * scale)
        set_scale(axes, 0.0, 1.06 * float(prices.max()))
        axes.set_xlim(0.0, float(saved[-1]))
        axes.set_xlabel(text("charts.axis.abatement", options.language, unit=unit), fontsize=letter("small", options))
        axes.set_ylabel(text("charts.axis.carbon_price", options.language), fontsize=letter("small", options))
    return frame.figure
