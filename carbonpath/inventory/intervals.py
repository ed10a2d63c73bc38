"""Intervals of firms, sectors, district and trend, by both approaches side by side."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity
from carbonpath.inventory.choice import Floats
from carbonpath.inventory.net_import import import_rows
from carbonpath.inventory.shared_errors import pooled_gases
from carbonpath.inventory.simulation import DRAWS, Simulation, change_interval, simulate
from carbonpath.inventory.totals import direct
from carbonpath.inventory.uncertainty import combined_uncertainty, trend_uncertainty

COLUMNS = (
    "level",
    "name",
    "year",
    "base_year",
    "tco2e",
    "approach_1_pct",
    "lower_pct",
    "upper_pct",
    "change_pct",
    "change_1_pct",
    "change_lower_pct",
    "change_upper_pct",
)
"""Columns of `uncertainty_table`."""

LEVELS = ("district", "sector", "firm")
"""What is told, in this order: the district with its net import, sectors and firms in scope 1."""


def uncertainty_table(
    emissions: pd.DataFrame,
    activity: Activity,
    years: tuple[int, int],
    generator: np.random.Generator,
    draws: int = DRAWS,
) -> pd.DataFrame:
    """Return the interval of each total in a year and of its change since the base year.

    Parameters
    ----------
    emissions
        Table EMISSIONS of both years.
    activity
        The activity from which it was made.
    years
        Base year and year told; the same year twice gives no change.
    generator
        Source of random numbers.
    draws
        Draws of approach 2.

    Returns
    -------
    pandas.DataFrame
        Columns COLUMNS: percent of the total, and for the change percent of the base year (`change_1_pct` is the
        half-width by approach 1).
    """
    base_year, year = years
    scope1 = direct(emissions[emissions["year"].isin(years)])
    bought = import_rows(activity)
    district = pd.concat([scope1, bought[bought["year"].isin(years)]], ignore_index=True)
    pooled = pooled_gases(activity.factors)
    records: list[dict[str, object]] = []
    for level in LEVELS:
        apart = [] if level == "district" else [level]
        rows = scope1 if apart else district
        drawn = simulate(rows, [*apart, "year"], generator, draws, pooled, apart)
        groups = rows.groupby(level, sort=True) if apart else (("", rows),)
        for name, chosen in groups:
            told = _told(chosen, base_year, year, pooled) | _drawn(drawn, level, str(name), base_year, year)
            records.append({"level": level, "name": str(name), "year": year, "base_year": base_year} | told)
    return pd.DataFrame(records, columns=list(COLUMNS))


def _told(rows: pd.DataFrame, base_year: int, year: int, pooled: frozenset[str]) -> dict[str, float]:
    now = rows[rows["year"] == year]
    change, width = trend_uncertainty(rows, base_year, year, pooled)
    return {"approach_1_pct": combined_uncertainty(now, pooled), "change_pct": change, "change_1_pct": width}


def _drawn(drawn: Simulation, level: str, name: str, base_year: int, year: int) -> dict[str, float]:
    keys = drawn.keys
    ours = np.ones(len(keys), dtype=bool)
    if level != "district":
        ours = (keys[level] == name).to_numpy()
    now, base = (ours & (keys["year"] == when).to_numpy() for when in (year, base_year))
    total = float(drawn.estimate[now].sum())
    low, high = _limits(drawn.drawn[now].sum(axis=0), total)
    told = {"tco2e": total, "lower_pct": low, "upper_pct": high, "change_lower_pct": 0.0, "change_upper_pct": 0.0}
    if base_year != year and drawn.estimate[base].sum():
        limits = change_interval(drawn.drawn[base].sum(axis=0), drawn.drawn[now].sum(axis=0))
        told |= dict(zip(("change_lower_pct", "change_upper_pct"), limits, strict=True))
    return told


def _limits(sums: Floats, total: float) -> tuple[float, float]:
    if not total:
        return 0.0, 0.0
    low, high = np.quantile(sums, (0.025, 0.975))
    return 100 * (float(low) - total) / abs(total), 100 * (float(high) - total) / abs(total)
