"""Buying and selling: the technologies that trade a commodity, and at what price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.system.district import District
from carbonpath.system.prices import PriceRows, missing_price, parts, price_rows, summed_path

_COLUMNS = ["technology", "firm", "role", "commodity", "base", "year", "value", "source"]


@dataclass(frozen=True, slots=True)
class _Trade:
    """One commodity bought or sold at one place."""

    technology: str
    firm: str
    role: str
    """Purchase or sale."""
    commodity: str
    base: str
    unit: str
    """Unit of the commodity in the files."""
    item: str
    """Item of prices.csv, or a sum of items."""
    factor: float
    """1 for a purchase, minus the seller's share of the price for a sale."""
    heating_value: str
    """GJ per unit in which the item is priced; blank: priced in the unit of the commodity."""
    priced_unit: str
    """Unit in which the item is priced where there is a heating value."""


def build_market(district: District, variant: str, years: Sequence[int]) -> pd.DataFrame:
    """Return every purchase and sale with its price.

    A commodity that has a purchase price can be bought where a technology uses it; one that has a sale price can be
    sold.

    Parameters
    ----------
    district
        Technologies, commodities and flows.
    variant
        Variant of prices.csv after history.
    years
        Years wanted.

    Returns
    -------
    pd.DataFrame
        Columns technology (``F01.BUY.coke``, ``SELL.electricity``), firm, role (purchase or sale), commodity, base,
        year, value (million CNY per unit of the commodity in the model; negative for a sale), source.

    Raises
    ------
    DataError
        CP-215 for every item that has no price in some of `years`: what has no price would be free.
    """
    prices = price_rows(district.tables)
    frames: list[pd.DataFrame] = []
    problems: list[Problem] = []
    for trade in _trades(district):
        try:
            path = trade.factor * _price(prices, trade, variant, years)
        except DataError as wrong:
            problems += wrong.problems
            continue
        without = [year for year in years if year not in path.index]
        if without:
            problems.append(missing_price(trade.item, variant, without))
        frames.append(_rows(trade, path))
    if problems:
        raise DataError(*(problem for at, problem in enumerate(problems) if problem not in problems[:at]))
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=_COLUMNS)


def purchase_name(firm: str, base: str) -> str:
    """Return the technology that buys `base`, for `firm` or (blank) for the whole district."""
    return f"{firm}.BUY.{base}" if firm else f"BUY.{base}"


def sale_name(firm: str, base: str) -> str:
    """Return the technology that sells `base`, for `firm` or (blank) for the whole district."""
    return f"{firm}.SELL.{base}" if firm else f"SELL.{base}"


def _trades(district: District) -> Iterator[_Trade]:
    used = set(district.flows.loc[district.flows["role"] == "input", "commodity"])
    units = district.tables["commodities"].set_index("commodity")["unit"].to_dict()
    for entry in district.commodities.reset_index().to_dict("records"):
        firm, name, base = str(entry["firm"]), str(entry["commodity"]), str(entry["base"])
        place = name, base, str(units[base])
        priced = str(entry["price_ncv"]), str(entry["price_ncv_unit"]).partition("/")[2]
        if entry["purchase_price"] and name in used:
            item = str(entry["purchase_price"])
            yield _Trade(purchase_name(firm, base), firm, "purchase", *place, item, 1.0, *priced)
        if entry["sale_price"]:
            item, share = str(entry["sale_price"]), float(entry["sale_factor"])
            yield _Trade(sale_name(firm, base), firm, "sale", *place, item, -share, *priced)


def _price(prices: PriceRows, trade: _Trade, variant: str, years: Sequence[int]) -> pd.Series[float]:
    """Return the price per unit of the commodity, by its heating value where it is priced by mass or volume."""
    rows = prices.get(parts(trade.item)[0], ())
    by_energy = any(row.unit.endswith("/GJ") for row in rows)
    if trade.heating_value and not by_energy:
        by_mass = summed_path(prices, trade.item, variant, f"CNY/{trade.priced_unit}", years)
        return by_mass / float(trade.heating_value)
    return summed_path(prices, trade.item, variant, f"CNY/{trade.unit}", years)


def _rows(trade: _Trade, path: pd.Series[float]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "technology": trade.technology,
            "firm": trade.firm,
            "role": trade.role,
            "commodity": trade.commodity,
            "base": trade.base,
            "year": path.index,
            "value": path.to_numpy(),
            "source": f"prices.csv: {trade.item}",
        }
    )
