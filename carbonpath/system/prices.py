"""Prices by year: what happened, then a projection, without value-added tax."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.horizon import interpolate
from carbonpath.core.problems import Problem
from carbonpath.system.conversion import converted
from carbonpath.system.district_tables import DistrictTables

HISTORY = "history"
"""Variant of prices that happened; the projection of another variant continues it."""

PriceRows = Mapping[str, pd.DataFrame]
"""Rows of prices.csv by item."""


def price_path(tables: DistrictTables, item: str, variant: str, unit: str, years: Sequence[int]) -> pd.Series[float]:
    """Return the price of `item` by year in `unit`, without value-added tax.

    What happened (variant ``history``) comes first, then the projection of `variant`; linear between given years. A
    year before the first price of an item has none.

    Parameters
    ----------
    tables
        Files of the district.
    item
        Item of prices.csv, or a sum such as ``iron_ore_delivered_wuhan + pellet_BF_premium``.
    variant
        ``low``, ``base`` or ``high``.
    unit
        Unit wanted, e.g. ``CNY/t``.
    years
        Years wanted.

    Raises
    ------
    DataError
        CP-215 if an item has no price for the variant; CP-220 or CP-221 if its unit does not fit.
    """
    return summed_path(price_rows(tables), item, variant, unit, years)


def price_rows(tables: DistrictTables) -> PriceRows:
    """Return the rows of prices.csv by item."""
    return {str(item): rows for item, rows in tables["prices"].groupby("item", sort=False)}


def summed_path(prices: PriceRows, item: str, variant: str, unit: str, years: Sequence[int]) -> pd.Series[float]:
    """Return the price of `item`, or of a sum of items, by year (see `price_path`)."""
    paths = [_path(prices, part, variant, unit, years) for part in parts(item)]
    found = [year for year in years if all(year in path for path in paths)]
    return pd.Series({year: sum(path[year] for path in paths) for year in found}, dtype=float).rename_axis("year")


def parts(item: str) -> list[str]:
    """Return the items of a sum such as ``ore + premium``."""
    return [name.strip() for name in item.split("+")]


def missing_price(item: str, variant: str, years: Sequence[int]) -> Problem:
    """Return CP-215: `item` has no price in `years`."""
    told = str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"
    return Problem("CP-215", file="prices.csv", value=item, details={"variant": variant, "years": told})


def _path(prices: PriceRows, part: str, variant: str, unit: str, years: Sequence[int]) -> dict[int, float]:
    rows = prices.get(part)
    chosen = None if rows is None else rows[rows["variant"].isin([HISTORY, variant])]
    if chosen is None or chosen.empty:
        raise DataError(missing_price(part, variant, years))
    values = converted(chosen, [unit] * len(chosen), "prices.csv") / (1 + chosen["vat_included"])
    return interpolate(dict(zip(chosen["year"], values, strict=True)), years)
