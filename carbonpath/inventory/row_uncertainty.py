"""95 % intervals of activity data and factors, in percent, for each row.

Where an interval is not symmetric, approach 1 takes the larger side, as IPCC 2006 Volume 1 Chapter 3 asks; approach 2
keeps both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import isin
from carbonpath.inventory.choice import MEASURED_TIER, Floats
from carbonpath.inventory.keys import Integers, Mask
from carbonpath.reference.factors import Factors
from carbonpath.reference.fuels import materials_of


@dataclass(frozen=True, slots=True)
class Interval:
    """Limits of a 95 % interval, of one factor or of one for each row."""

    lower: Floats | float
    """Lower limit in percent of the value, negative."""
    upper: Floats | float
    """Upper limit in percent of the value."""

    @property
    def half_width(self) -> Floats:
        """The larger side."""
        return np.maximum(np.abs(self.lower), np.abs(self.upper))

    def at(self, mask: Mask) -> Interval:
        """Return the interval of some rows."""
        lower, upper = (side if isinstance(side, float) else side[mask] for side in (self.lower, self.upper))
        return Interval(lower, upper)


EXACT = Interval(0.0, 0.0)
"""Interval of what is known exactly."""


def interval(factors: Factors, component: str, subject: str) -> Interval:
    """Return the interval of one entry of the table of uncertainty.

    Raises
    ------
    KeyError
        If the table has no such entry.
    """
    return _intervals(factors, component)[subject]


def either(mask: Mask, one: Interval, other: Interval) -> Interval:
    """Return for each row `one` where the mask holds, else `other`."""
    return Interval(np.where(mask, one.lower, other.lower), np.where(mask, one.upper, other.upper))


def activity_uncertainty(rows: pd.DataFrame, factors: Factors) -> Floats:
    """Return the half-width of the amounts, by category and by the quality that the firm states."""
    widths = {subject: float(found.half_width) for subject, found in _intervals(factors, "activity").items()}
    rules = {(category, quality): widths[subject] for (category, quality), subject in _subjects(factors).items()}
    categories = [str(c) for c in rows["category"].cat.categories]
    qualities = [str(q) for q in rows["quality"].cat.categories]
    grid = np.array([[_rule(rules, c, q) for q in qualities] for c in categories])
    if grid.size == 0:
        return np.zeros(len(rows))
    found: Floats = grid[rows["category"].cat.codes.to_numpy(), rows["quality"].cat.codes.to_numpy()]
    return found


def carbon_interval(rows: pd.DataFrame, tier: Integers, factors: Factors) -> Interval:
    """Return the interval of the carbon of each row: measured, of the fuel, or of its kind of material."""
    by_fuel = _intervals(factors, "carbon_content")
    generic = interval(factors, "factor", "co2_stationary")
    fuels = frozenset(factors.fuels["fuel"])
    material = interval(factors, "factor", "iron_steel_tier_2")
    names = map(str, rows["item"].cat.categories)
    of_item = [by_fuel.get(item, generic if item in fuels else material) for item in names]
    codes = rows["item"].cat.codes.to_numpy()
    lower, upper = (
        np.array([getattr(one, side) for one in of_item], dtype=float)[codes] if of_item else np.zeros(len(rows))
        for side in ("lower", "upper")
    )
    carbonate = isin(rows["item"], materials_of(factors, "carbonate"))
    of_kind = either(carbonate, interval(factors, "factor", "carbonate"), Interval(lower, upper))
    return either(tier == MEASURED_TIER, interval(factors, "factor", "measured_carbon"), of_kind)


@lru_cache(maxsize=16)
def _subjects(factors: Factors) -> Mapping[tuple[str, str], str]:
    columns = ("category", "quality", "subject")
    return {(row[0], row[1]): row[2] for row in zip(*(factors.data_quality[name] for name in columns), strict=True)}


@lru_cache(maxsize=16)
def _intervals(factors: Factors, component: str) -> Mapping[str, Interval]:
    part = factors.uncertainty[factors.uncertainty["component"] == component]
    columns = (part["subject"], part["lower_pct"], part["upper_pct"])
    return {subject: Interval(float(low), float(high)) for subject, low, high in zip(*columns, strict=True)}


def _rule(rules: dict[tuple[str, str], float], category: str, quality: str) -> float:
    """Return the rule of the longest beginning of `category` that knows the quality."""
    for length in range(len(category), -1, -1):
        found = rules.get((category[:length], quality))
        if found is not None:
            return found
    return rules[("", "")]
