"""Uncertainty by error propagation (IPCC 2006 Volume 1 Chapter 3, approach 1), with correlated factors.

For each row ``U = sqrt(U_activity^2 + U_factor^2)`` (equation 3.1). For a sum (equation 3.2)

``U_total = sqrt(sum over cells (sum of U_activity x E)^2 + sum over factors (sum of U_factor x E)^2) / |sum of E|``

Rows that rest on the same cell share the error of its amount, and rows that use the same factor share the error of the
factor, whatever firm they belong to: their errors add up before they are squared. Own coke that leaves the ovens and
enters the furnace with the same carbon content cancels, as it should.

Gases made from coal are one flow through the district: an error of their carbon content moves emissions between the
process that makes the gas and the burner that burns it, not the total. Their rows share one error of the factor, of the
mean width weighted by carbon.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from carbonpath.reference.factors import Factors
from carbonpath.reference.fuels import fuels_of

POOL = "gas from coal"
"""Name of the common error of gases made from coal."""

_SHARES = re.compile(r" \| (?:OF|F|I) .*$")
"""Oxidation, calcination and purity at the end of a factor's origin: not part of what rows share."""


def pooled_gases(factors: Factors) -> frozenset[str]:
    """Return the gases whose rows share one error of the carbon content."""
    return fuels_of(factors, "coal_gas")


def combined_uncertainty(emissions: pd.DataFrame, pooled: frozenset[str] = frozenset()) -> float:
    """Return the half-width of the 95 % interval of the sum of all rows, in percent of the sum; 0 for no emission.

    Parameters
    ----------
    emissions
        Rows of EMISSIONS.
    pooled
        Items whose rows share one error of the carbon content, see `pooled_gases`.
    """
    amount = math.fsum(emissions["co2_equivalent"].tolist())
    if amount == 0:
        return 0.0
    return 100 * _absolute(emissions, pooled) / abs(amount)


def uncertainty_by(emissions: pd.DataFrame, by: Sequence[str], pooled: frozenset[str] = frozenset()) -> pd.DataFrame:
    """Return sum and uncertainty for each combination of `by`.

    Returns
    -------
    pandas.DataFrame
        Columns of `by`, co2_equivalent, uncertainty (percent), sorted by `by`.
    """
    names = list(by)
    records = [
        dict(zip(names, key if isinstance(key, tuple) else (key,), strict=True))
        | {
            "co2_equivalent": math.fsum(rows["co2_equivalent"].tolist()),
            "uncertainty": combined_uncertainty(rows, pooled),
        }
        for key, rows in emissions.groupby(names, sort=True)
    ]
    return pd.DataFrame(records, columns=[*names, "co2_equivalent", "uncertainty"])


def _absolute(emissions: pd.DataFrame, pooled: frozenset[str]) -> float:
    """Return the half-width of the interval of the sum, in tCO2e."""
    mass = emissions["co2_equivalent"].to_numpy()
    of_activity = mass * emissions["activity_uncertainty"].to_numpy() / 100
    of_factor = mass * _widths(emissions, pooled) / 100
    cells = emissions[["firm", "facility", "item", "source"]].assign(error=of_activity)
    in_pool = emissions["item"].isin(pooled) & (emissions["gas"] == "CO2")
    shared = pd.DataFrame(
        {
            "item": emissions["item"].mask(in_pool, POOL),
            "gas": emissions["gas"],
            "factor": shared_factor(emissions["factor_source"]).mask(in_pool, POOL),
            "error": of_factor,
        }
    )
    squares = [
        cells.groupby(["firm", "facility", "item", "source"], sort=True)["error"].sum() ** 2,
        shared.groupby(["item", "gas", "factor"], sort=True)["error"].sum() ** 2,
    ]
    return math.sqrt(math.fsum(np.concatenate([part.to_numpy() for part in squares]).tolist()))


def _widths(emissions: pd.DataFrame, pooled: frozenset[str]) -> npt.NDArray[np.float64]:
    """Return the widths of the factors, with the carbon-weighted mean for the pool."""
    widths = emissions["factor_uncertainty"].to_numpy()
    in_pool = (emissions["item"].isin(pooled) & (emissions["gas"] == "CO2")).to_numpy()
    weights = emissions["co2_equivalent"].abs().to_numpy()[in_pool]
    if not weights.sum():
        return widths
    return np.where(in_pool, float(np.average(widths[in_pool], weights=weights)), widths)


def shared_factor(factor_source: pd.Series) -> pd.Series:
    """Return what rows with a common factor have in common: its origin without oxidation, calcination and purity."""
    texts = factor_source.astype("category")
    short = {text: _SHARES.sub("", str(text)) for text in texts.cat.categories}
    return texts.map(short).astype("str")
