"""Key categories by level and by trend: the sources that make up most of the inventory, or of its change.

IPCC 2006 Volume 1 Chapter 4. Level (equation 4.1): ``L = |E| / sum of |E|``. Trend (equation 4.2):
``T = |E_0| / sum of |E_0| x |(E_t - E_0) / |E_0| - (sum of E_t - sum of E_0) / |sum of E_0||``, and for a category that
the base year does not have (equation 4.3) ``T = |E_t / sum of |E_0||``. Approach 2 weighs with the uncertainty:
``LU = L x U / sum of (L x U)``. Categories are sorted by size; those that together reach 95 % are key.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.totals import direct, totals_by
from carbonpath.inventory.uncertainty import uncertainty_by

KEY_SHARE = 0.95
"""Share of the level that key categories make up together."""


def key_categories(emissions: pd.DataFrame) -> pd.DataFrame:
    """Return categories by gas with their level and whether they are key, largest first.

    Parameters
    ----------
    emissions
        Table EMISSIONS of one year.

    Returns
    -------
    pandas.DataFrame
        Columns category, gas, co2_equivalent, uncertainty, level, cumulative, key, level_with_uncertainty,
        key_with_uncertainty.
    """
    scope1 = direct(emissions)
    table = uncertainty_by(scope1[scope1["co2_equivalent"] != 0], ["category", "gas"])
    size = table["co2_equivalent"].abs()
    table["level"] = _shares(size)
    table["level_with_uncertainty"] = _shares(table["level"] * table["uncertainty"])
    table["key_with_uncertainty"] = _key(table["level_with_uncertainty"])
    table = table.sort_values(["level", "category", "gas"], ascending=[False, True, True], ignore_index=True)
    table["cumulative"] = table["level"].cumsum()
    table["key"] = _key(table["level"])
    first = ["category", "gas", "co2_equivalent", "uncertainty", "level", "cumulative", "key"]
    return table[[*first, "level_with_uncertainty", "key_with_uncertainty"]]


def key_trends(emissions: pd.DataFrame, base_year: int, year: int) -> pd.DataFrame:
    """Return categories by gas with their part in the change since the base year and whether they are key.

    Parameters
    ----------
    emissions
        Table EMISSIONS of both years.
    base_year, year
        Years compared.

    Returns
    -------
    pandas.DataFrame
        Columns category, gas, base, now (tCO2e), uncertainty (of `year`, percent), trend, cumulative, key,
        trend_with_uncertainty, key_with_uncertainty; largest first.
    """
    scope1 = direct(emissions)
    by = ["category", "gas"]
    now = uncertainty_by(scope1[scope1["year"] == year], by).rename(columns={"co2_equivalent": "now"})
    base = totals_by(scope1[scope1["year"] == base_year], by).rename(columns={"co2_equivalent": "base"})
    table = base.merge(now, how="outer", on=by, sort=True).fillna({"base": 0.0, "now": 0.0, "uncertainty": 0.0})
    before, after = table["base"].to_numpy(dtype=float), table["now"].to_numpy(dtype=float)
    size = np.abs(before).sum()
    overall = (after.sum() - before.sum()) / abs(before.sum()) if before.sum() else 0.0
    own = np.divide(after - before, np.abs(before), out=np.zeros_like(after), where=before != 0)
    moved = np.where(before != 0, np.abs(before) * np.abs(own - overall), np.abs(after))
    table["trend"] = _shares(pd.Series(moved / size if size else moved * 0.0))
    table["trend_with_uncertainty"] = _shares(table["trend"] * table["uncertainty"])
    table["key_with_uncertainty"] = _key(table["trend_with_uncertainty"])
    table = table.sort_values(["trend", *by], ascending=[False, True, True], ignore_index=True)
    table["cumulative"] = table["trend"].cumsum()
    table["key"] = _key(table["trend"])
    first = [*by, "base", "now", "uncertainty", "trend", "cumulative", "key"]
    return table[[*first, "trend_with_uncertainty", "key_with_uncertainty"]]


def _shares(values: pd.Series) -> pd.Series:
    return values / values.sum() if values.sum() else values


def _key(level: pd.Series) -> pd.Series:
    """Tell which are needed to reach the share, the largest first."""
    ordered = level.sort_values(ascending=False, kind="stable")
    before = ordered.cumsum() - ordered
    return (before < KEY_SHARE).reindex(level.index) & (level > 0)
