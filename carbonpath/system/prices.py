"""Prices by year: what happened, then a projection, without value-added tax."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.horizon import interpolate
from carbonpath.core.problems import Problem
from carbonpath.system.conversion import line_factors
from carbonpath.system.district_checks import lines
from carbonpath.system.district_tables import DistrictTables

HISTORY = "history"
"""Variant of prices that happened; the projection of another variant continues it."""


class PriceRow(NamedTuple):
    """One row of prices.csv."""

    line: int
    """Its line."""
    variant: str
    """History, low, base or high."""
    year: int
    """Calendar year."""
    value: float
    """Price, in `unit`, with the tax of `vat_included`."""
    unit: str
    """Unit of the price."""
    vat_included: float
    """Rate of the value-added tax in the price."""


PriceRows = Mapping[str, Sequence[PriceRow]]
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
    table = tables["prices"]
    columns = (table[name].to_list() for name in PriceRow._fields[1:])
    found: dict[str, list[PriceRow]] = defaultdict(list)
    for item, *row in zip(table["item"], lines(table), *columns, strict=True):
        found[item].append(PriceRow(*row))
    return found


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
    rows = [row for row in prices.get(part, ()) if row.variant in (HISTORY, variant)]
    if not rows:
        raise DataError(missing_price(part, variant, years))
    factors = line_factors(((row.line, row.unit, unit) for row in rows), "prices.csv")
    untaxed = {row.year: row.value * factor / (1 + row.vat_included) for row, factor in zip(rows, factors, strict=True)}
    return interpolate(untaxed, years)
