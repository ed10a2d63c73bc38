"""Sums that do not depend on the order of their terms."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import pandas as pd


def total(values: Iterable[float]) -> float:
    """Return the exactly rounded sum."""
    return math.fsum(values)


def totals_by(table: pd.DataFrame, by: Sequence[str], column: str = "co2_equivalent") -> pd.DataFrame:
    """Return the exactly rounded sum of `column` for each combination of `by`, sorted by them."""
    names = list(by)
    if table.empty:
        return table[[*names, column]].reset_index(drop=True)
    groups = table.groupby(names, observed=True, sort=True)[column]
    return groups.agg(lambda values: math.fsum(values.tolist())).reset_index()


def direct(emissions: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of scope 1: released in the district."""
    return emissions[emissions["scope"] == 1]


def indirect(emissions: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of scope 2: purchased power and heat."""
    return emissions[emissions["scope"] == 2]


def memo(emissions: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are noted and not added: biogenic CO2."""
    return emissions[emissions["scope"] == 0]
