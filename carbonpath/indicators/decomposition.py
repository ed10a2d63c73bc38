"""What the factors of an identity add to a change of emissions: over years, or from one scenario to another."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

from carbonpath.indicators.identity import Identity
from carbonpath.indicators.lmdi import Matrix, additive_effects, multiplicative_effects

COLUMNS = ["sector", "factor", "contribution", "index"]
"""Columns of a decomposition: sector (blank: the district), factor, contribution in Mt, index."""


def decompose_period(identity: Identity, first: int, last: int) -> pd.DataFrame:
    """Return what each factor adds between two years, from the values of those two years alone.

    Returns
    -------
    pandas.DataFrame
        ``sector, factor, contribution, index``: contributions (Mt) add up to the change, indices multiply to the ratio.

    Raises
    ------
    DataError
        CP-727 if a year is not known.
    """
    return _told(identity, identity.at(first), identity.at(last))


def decompose_years(identity: Identity, first: int, last: int) -> pd.DataFrame:
    """Return what each factor adds between two years, year by year and added up (chained).

    Contributions of adjoining periods then add up to those of both together.

    Raises
    ------
    DataError
        As `decompose_period`.
    """
    years = [first, *(year for year in identity.years if first < year < last), last]
    parts = [decompose_period(identity, *pair) for pair in pairwise(years)]
    table = parts[0]
    for part in parts[1:]:
        table = table.assign(
            contribution=table["contribution"] + part["contribution"], index=table["index"] * part["index"]
        )
    return table


def decompose_difference(one: Identity, other: Identity, year: int) -> pd.DataFrame:
    """Return what each factor adds from one scenario to another in one year.

    Raises
    ------
    DataError
        As `decompose_period`.
    """
    sectors = tuple(dict.fromkeys((*one.categories, *other.categories)))
    start, end = (_spread(identity, sectors, year) for identity in (one, other))
    return _told(Identity(one.factors, sectors, {}), start, end)


def _spread(identity: Identity, sectors: tuple[str, ...], year: int) -> Matrix:
    """Return the factors of a year for all of `sectors`; one that the scenario lacks makes and emits nothing."""
    known = pd.DataFrame(identity.at(year), index=list(identity.categories))
    absent = [0.0] + [1.0] * (len(identity.factors) - 1)
    return known.reindex(list(sectors)).fillna(dict(enumerate(absent))).to_numpy(dtype=float)


def _told(identity: Identity, start: Matrix, end: Matrix) -> pd.DataFrame:
    effects = additive_effects(start, end)
    indices = multiplicative_effects(start, end)
    rows = [
        (sector, factor, effects[row, column], indices[row, column])
        for row, sector in enumerate(identity.categories)
        for column, factor in enumerate(identity.factors)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)
