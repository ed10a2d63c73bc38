"""Stacked bars: what is positive upwards from zero, what is negative downwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from carbonpath.charts.digits import written

BAR = 0.86
"""Width of a bar in years."""


def draw_stack(
    axes: Axes,
    table: pd.DataFrame,
    colours: Mapping[str, str],
    places: Sequence[float] | None = None,
    sign: float = 1.0,
) -> None:
    """Draw one bar a row of `table`, stacked in the order of `colours`.

    Parameters
    ----------
    axes
        Where to draw.
    table
        Values by year (rows) and thing (columns); a thing of `colours` without column is left out.
    colours
        Colour of each thing.
    places
        Position of each bar; None: its year.
    sign
        -1.0 to draw downwards what is used.
    """
    where = np.asarray(table.index if places is None else places, dtype=float)
    above, below = np.zeros(len(where)), np.zeros(len(where))
    for thing, colour in colours.items():
        if thing not in table.columns:
            continue
        values = sign * table[thing].to_numpy(dtype=float)
        base = np.where(values >= 0.0, above, below)
        axes.bar(where, values, width=BAR, bottom=base, color=colour, label=thing)
        above, below = above + np.maximum(values, 0.0), below + np.minimum(values, 0.0)


def height_above(tables: Sequence[pd.DataFrame]) -> float:
    """Return the height of the highest stack."""
    return max(float(table.clip(lower=0.0).sum(axis=1).max()) for table in tables)


def depth_below(tables: Sequence[pd.DataFrame]) -> float:
    """Return how far the lowest stack reaches below zero, negative or zero."""
    return min(float(table.clip(upper=0.0).sum(axis=1).min()) for table in tables)


def set_years(axes: Axes, years: Sequence[int]) -> None:
    """Set the horizontal scale: bars of all years, labels at the first and at round years."""
    axes.set_xlim(years[0] - 0.6, years[-1] + 0.6)
    axes.set_xticks(milestones(years))


def milestones(years: Sequence[int]) -> list[int]:
    """Return the first year, those divisible by five, and the last, without neighbours closer than two years."""
    round_years = [year for year in years if year % 5 == 0]
    first = [] if round_years and round_years[0] - years[0] < 2 else [years[0]]
    last = [] if round_years and years[-1] - round_years[-1] < 2 else [years[-1]]
    return sorted({*first, *round_years, *last})


def set_scale(axes: Axes, lower: float, upper: float, absolute: bool = False) -> None:
    """Set the vertical scale with few round labels; `absolute` hides the sign of what is drawn downwards."""
    axes.set_ylim(lower, upper)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10]))
    step = axes.get_yticks()[1] - axes.get_yticks()[0]
    digits = next((count for count in range(4) if abs(step * 10**count - round(step * 10**count)) < 1e-6), 3)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _tick(abs(value) if absolute else value, digits)))
    if lower < 0.0:
        axes.axhline(0.0, color=axes.spines["left"].get_edgecolor(), linewidth=0.8, zorder=3)


def _tick(value: float, digits: int) -> str:
    return "0" if abs(value) < 1e-9 else written(value, digits)
