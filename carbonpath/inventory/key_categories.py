"""Key categories by level: the sources that make up most of the inventory (IPCC 2006 Volume 1 Chapter 4).

Approach 1 (equation 4.1): ``L = |E| / sum of |E|``; approach 2 weighs with the uncertainty:
``LU = L x U / sum of (L x U)``. Categories are sorted by size; those that together reach 95 % are key.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.totals import direct
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
    table["level"] = size / size.sum() if size.sum() else size
    weighted = table["level"] * table["uncertainty"]
    table["level_with_uncertainty"] = weighted / weighted.sum() if weighted.sum() else weighted
    table["key_with_uncertainty"] = _key(table["level_with_uncertainty"])
    table = table.sort_values(["level", "category", "gas"], ascending=[False, True, True], ignore_index=True)
    table["cumulative"] = table["level"].cumsum()
    table["key"] = _key(table["level"])
    first = ["category", "gas", "co2_equivalent", "uncertainty", "level", "cumulative", "key"]
    return table[[*first, "level_with_uncertainty", "key_with_uncertainty"]]


def _key(level: pd.Series) -> pd.Series:
    """Tell which are needed to reach the share, the largest first."""
    ordered = level.sort_values(ascending=False, kind="stable")
    before = ordered.cumsum() - ordered
    return (before < KEY_SHARE).reindex(level.index) & (level > 0)
