"""Uncertainty by error propagation (IPCC 2006 Volume 1 Chapter 3, approach 1), with correlated factors.

For each row ``U = sqrt(U_activity^2 + U_factor^2)`` (equation 3.1). For a sum (equation 3.2)

``U_total = sqrt(sum over cells (sum of U_activity x E)^2 + sum over factors (sum of U_factor x E)^2) / |sum of E|``

Errors that rows share (`shared_errors`) add up before they are squared. Own coke that leaves the ovens and enters the
furnace with the same carbon content cancels, as it should.

For the change between two years, ``T = E_t / E_0 - 1``, each shared error moves both years:
``dT = dE_t / E_0 - E_t / E_0^2 x dE_0``. Where factors are common to both years and amounts are not, this is the
combination of type A and type B sensitivities of Table 3.2.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from carbonpath.inventory.choice import Floats
from carbonpath.inventory.keys import Integers
from carbonpath.inventory.shared_errors import shared_errors


def combined_uncertainty(emissions: pd.DataFrame, pooled: frozenset[str] = frozenset()) -> float:
    """Return the half-width of the 95 % interval of the sum of all rows, in percent of the sum; 0 for no emission.

    Parameters
    ----------
    emissions
        Rows of EMISSIONS.
    pooled
        Items whose rows share one error of the carbon content, see `pooled_gases`.
    """
    mass = emissions["co2_equivalent"].to_numpy(dtype=float)
    amount = math.fsum(mass.tolist())
    return 100 * _absolute(emissions, mass, pooled) / abs(amount) if amount else 0.0


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


def trend_uncertainty(
    emissions: pd.DataFrame, base_year: int, year: int, pooled: frozenset[str] = frozenset()
) -> tuple[float, float]:
    """Return the change from `base_year` to `year` and the half-width of its 95 % interval, in percent of the base.

    Parameters
    ----------
    emissions
        Rows of EMISSIONS of both years.
    base_year, year
        Years compared.
    pooled
        Items whose rows share one error of the carbon content.
    """
    rows = emissions[emissions["year"].isin((base_year, year))]
    mass = rows["co2_equivalent"].to_numpy(dtype=float)
    is_base = (rows["year"] == base_year).to_numpy()
    base, now = math.fsum(mass[is_base].tolist()), math.fsum(mass[~is_base].tolist())
    if base_year == year or not base:
        return 0.0, 0.0
    weighted = mass * np.where(is_base, -now / base**2, 1 / base)
    return 100 * (now / base - 1), 100 * _absolute(rows, weighted, pooled)


def _absolute(emissions: pd.DataFrame, mass: Floats, pooled: frozenset[str]) -> float:
    """Return the half-width of the interval of the sum of `mass`, the emissions of the rows times weights."""
    shared = shared_errors(emissions, pooled)
    of_cells = _summed(mass * shared.activity / 100, shared.cell, shared.cells)
    of_factors = _summed(mass * shared.half_width / 100, shared.factor, shared.factors)
    return math.sqrt(math.fsum(np.square(np.concatenate([of_cells, of_factors])).tolist()))


def _summed(errors: Floats, group: Integers, groups: int) -> Floats:
    sums: Floats = np.bincount(group, weights=errors, minlength=groups).astype(float)
    return sums
