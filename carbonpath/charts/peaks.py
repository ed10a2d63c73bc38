"""The peak of each scenario as INDICATOR tells it: level, year, plateau."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from carbonpath.charts.digits import decimals, written
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.selection import lines_by_scenario, select
from carbonpath.core.messages import text

FIGURES = 4
"""Figures of a level: peaks of scenarios differ by little."""

_PARTS = ("peak_year", "plateau_first", "plateau_last")


@dataclass(frozen=True, slots=True)
class ShownPeak:
    """A peak in the reader's unit."""

    year: int
    """Peak year."""
    level: float
    """Peak level."""
    first: int
    """First year of the plateau."""
    last: int
    """Last year of the plateau."""
    open_end: bool
    """Whether the plateau lasts to the end of the horizon, so that the peak is not yet certain."""
    back: int | None = None
    """Last year after the plateau in which emissions come back to its level; None if they do not."""

    def words(self, options: ChartOptions) -> tuple[str, str]:
        """Return the peak and its plateau, one line each: a year is never told without its plateau."""
        level = written(self.level, decimals([self.level], FIGURES))
        plateau = "charts.peak.open_plateau" if self.open_end else "charts.peak.plateau"
        return (
            text("charts.peak.level", options.language, level=level, year=self.year),
            text(plateau, options.language, first=self.first, last=self.last),
        )


def peaks_of(indicators: pd.DataFrame, totals: Mapping[str, pd.Series], options: ChartOptions) -> dict[str, ShownPeak]:
    """Return the peak of every scenario for which the table tells it whole."""
    level = lines_by_scenario(select(indicators, "peak_level", options, boundary=options.boundary))
    years = {part: lines_by_scenario(select(indicators, part, options, boundary=options.boundary)) for part in _PARTS}
    returns = lines_by_scenario(select(indicators, "peak_return", options, boundary=options.boundary))
    found: dict[str, ShownPeak] = {}
    for scenario, total in totals.items():
        if scenario not in level or any(scenario not in part for part in years.values()):
            continue
        peak, first, last = (int(years[part][scenario].iloc[0]) for part in _PARTS)
        end = int(total.index[-1])
        back = int(returns[scenario].iloc[0]) if scenario in returns else None
        found[scenario] = ShownPeak(peak, float(level[scenario].iloc[0]), first, last, last >= end, back)
    return found
