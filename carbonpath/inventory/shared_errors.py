"""Which rows of an inventory share an error, for both approaches to uncertainty.

Rows that rest on the same cell share the error of its amount; rows that use the same factor share the error of the
factor, whatever firm or year they belong to. Gases made from coal are one flow through the district: an error of their
carbon content moves emissions between the process that makes the gas and the burner that burns it, not the total, so
their rows share one error of the mean width weighted by carbon; where sums of groups are told apart (firms, sectors),
the mean is that of the group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from carbonpath.inventory.choice import Floats
from carbonpath.inventory.keys import Integers, Mask
from carbonpath.reference.factors import Factors
from carbonpath.reference.fuels import fuels_of

POOL = "gas from coal"
"""Name of the common error of gases made from coal."""

_SHARES = re.compile(r" \| (?:OF|F|I) .*$")
"""Oxidation, calcination and purity at the end of a factor's origin: not part of what rows share."""


@dataclass(frozen=True, slots=True)
class SharedErrors:
    """For each row the cell and the factor whose errors it shares, and the widths of both."""

    cell: Integers
    """Number of the cell."""
    factor: Integers
    """Number of the factor."""
    cells: int
    """How many cells there are."""
    factors: int
    """How many factors there are."""
    activity: Floats
    """Half-width of the 95 % interval of the amount, percent."""
    lower: Floats
    """Lower limit of the 95 % interval of the factor, percent, negative."""
    upper: Floats
    """Upper limit of the 95 % interval of the factor, percent."""

    @property
    def half_width(self) -> Floats:
        """Larger side of the interval of the factor."""
        return np.maximum(np.abs(self.lower), np.abs(self.upper))


def pooled_gases(factors: Factors) -> frozenset[str]:
    """Return the gases whose rows share one error of the carbon content."""
    return fuels_of(factors, "coal_gas")


def shared_errors(
    emissions: pd.DataFrame, pooled: frozenset[str] = frozenset(), apart: Integers | None = None
) -> SharedErrors:
    """Return what the rows of EMISSIONS share.

    Parameters
    ----------
    emissions
        Rows of EMISSIONS, of one year or of several.
    pooled
        Items whose rows share one error of the carbon content, see `pooled_gases`.
    apart
        Number of the group of each row; each group has its own mean width of the pool. None: one group.
    """
    group = np.zeros(len(emissions), dtype=np.int64) if apart is None else apart
    in_pool = (emissions["item"].isin(pooled) & (emissions["gas"] == "CO2")).to_numpy()
    origin = shared_factor(emissions["factor_source"]).mask(in_pool, POOL)
    item = emissions["item"].astype("str").mask(in_pool, POOL)
    cell = _numbered(emissions[["firm", "facility", "item", "source"]])
    factor = _numbered(pd.DataFrame({"item": item, "gas": emissions["gas"], "origin": origin}))
    weights = emissions["co2_equivalent"].abs().to_numpy()
    lower, upper = (_pooled(emissions[name], in_pool, weights, group) for name in ("factor_lower", "factor_upper"))
    activity = emissions["activity_uncertainty"].to_numpy(dtype=float)
    return SharedErrors(cell[0], factor[0], cell[1], factor[1], activity, lower, upper)


def shared_factor(factor_source: pd.Series) -> pd.Series:
    """Return what rows with a common factor have in common: its origin without oxidation, calcination and purity."""
    texts = factor_source.astype("category")
    short = {text: _SHARES.sub("", str(text)) for text in texts.cat.categories}
    return texts.map(short).astype("str")


def _numbered(table: pd.DataFrame) -> tuple[Integers, int]:
    """Return the number of each row's combination of texts, in sorted order, and how many there are."""
    groups = table.astype("str").groupby(list(table.columns), sort=True)
    return np.asarray(groups.ngroup().to_numpy(), dtype=np.int64), groups.ngroups


def _pooled(column: pd.Series, in_pool: Mask, weights: Floats, group: Integers) -> Floats:
    """Return limits with the carbon-weighted mean of the group for rows of the pool."""
    limits = column.to_numpy(dtype=float)
    pooled_weights = np.where(in_pool, weights, 0.0)
    sums = np.bincount(group, weights=pooled_weights)
    means = np.divide(np.bincount(group, weights=pooled_weights * limits), sums, out=sums * 0.0, where=sums > 0)
    found: Floats = np.where(in_pool & (sums > 0)[group], means[group], limits)
    return found
