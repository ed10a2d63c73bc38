"""Half-width of the 95 % interval of activity data and factors, in percent, for each row.

Where an interval is not symmetric, the larger side serves, as IPCC 2006 Volume 1 Chapter 3 asks of approach 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import isin
from carbonpath.inventory.choice import MEASURED_TIER, Floats
from carbonpath.inventory.keys import Integers
from carbonpath.reference.factors import Factors
from carbonpath.reference.fuels import materials_of


def half_width(factors: Factors, component: str, subject: str) -> float:
    """Return the half-width of one entry of the table of uncertainty, in percent.

    Raises
    ------
    KeyError
        If the table has no such entry.
    """
    return _half_widths(factors, component)[subject]


def activity_uncertainty(rows: pd.DataFrame, factors: Factors) -> Floats:
    """Return the uncertainty of the amounts, by category and by the quality that the firm states."""
    widths = _half_widths(factors, "activity")
    rules = {(category, quality): widths[subject] for (category, quality), subject in _subjects(factors).items()}
    categories = [str(c) for c in rows["category"].cat.categories]
    qualities = [str(q) for q in rows["quality"].cat.categories]
    grid = np.array([[_rule(rules, c, q) for q in qualities] for c in categories])
    if grid.size == 0:
        return np.zeros(len(rows))
    found: Floats = grid[rows["category"].cat.codes.to_numpy(), rows["quality"].cat.codes.to_numpy()]
    return found


def carbon_uncertainty(rows: pd.DataFrame, tier: Integers, factors: Factors) -> Floats:
    """Return the uncertainty of the carbon of each row: measured, of the fuel, or of its kind of material."""
    by_fuel = _half_widths(factors, "carbon_content")
    generic = half_width(factors, "factor", "co2_stationary")
    fuels = frozenset(factors.fuels["fuel"])
    material = half_width(factors, "factor", "iron_steel_tier_2")
    of_item = [
        by_fuel.get(item, generic if item in fuels else material) for item in map(str, rows["item"].cat.categories)
    ]
    widths = np.array(of_item, dtype=float)[rows["item"].cat.codes.to_numpy()] if of_item else np.zeros(len(rows))
    carbonate = isin(rows["item"], materials_of(factors, "carbonate"))
    widths = np.where(carbonate, half_width(factors, "factor", "carbonate"), widths)
    return np.where(tier == MEASURED_TIER, half_width(factors, "factor", "measured_carbon"), widths)


@lru_cache(maxsize=16)
def _subjects(factors: Factors) -> Mapping[tuple[str, str], str]:
    columns = ("category", "quality", "subject")
    return {(row[0], row[1]): row[2] for row in zip(*(factors.data_quality[name] for name in columns), strict=True)}


@lru_cache(maxsize=16)
def _half_widths(factors: Factors, component: str) -> Mapping[str, float]:
    part = factors.uncertainty[factors.uncertainty["component"] == component]
    larger = part[["lower_pct", "upper_pct"]].abs().max(axis=1)
    return dict(zip(part["subject"], larger, strict=True))


def _rule(rules: dict[tuple[str, str], float], category: str, quality: str) -> float:
    """Return the rule of the longest beginning of `category` that knows the quality."""
    for length in range(len(category), -1, -1):
        found = rules.get((category[:length], quality))
        if found is not None:
            return found
    return rules[("", "")]
