"""Buying and selling: what a commodity costs by year, and the technologies that trade it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.horizon import interpolate
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor
from carbonpath.system.district import District
from carbonpath.system.district_tables import DistrictTables


def price_path(tables: DistrictTables, item: str, variant: str, unit: str, years: Sequence[int]) -> pd.Series[float]:
    """Return the price of `item` by year in `unit`, without value-added tax.

    What happened (variant ``history``) comes first, then the projection of `variant`; linear between given years.

    Parameters
    ----------
    item
        Item of prices.csv, or a sum such as ``iron_ore_delivered_wuhan + pellet_BF_premium``.
    variant
        ``low``, ``base`` or ``high``.
    unit
        Unit wanted, e.g. ``CNY/t``.

    Raises
    ------
    DataError
        CP-215 if an item has no price for the variant.
    """
    total = pd.Series(0.0, index=pd.Index(years, name="year"))
    prices = tables["prices"]
    for part in (name.strip() for name in item.split("+")):
        rows = prices[(prices["item"] == part) & prices["variant"].isin(["history", variant])]
        if rows.empty:
            raise DataError(Problem("CP-215", file="prices.csv", value=part, details={"variant": variant}))
        factors = pd.Series([conversion_factor(u, unit) for u in rows["unit"]], index=rows.index)
        values = rows["value"] * factors / (1 + rows["vat_included"])
        points = dict(zip(rows["year"], values, strict=True))
        total = total + pd.Series(interpolate(points, years)).reindex(total.index)
    return total.dropna()


def build_market(district: District, variant: str, years: Sequence[int]) -> pd.DataFrame:
    """Return every purchase and sale with its price.

    Returns
    -------
    pd.DataFrame
        Columns technology (``F01.BUY.coke``, ``SELL.electricity``), firm, role (purchase or sale), commodity, base,
        year, value (million CNY per unit of the commodity in the model; negative for a sale), source.
    """
    used = set(district.flows.loc[district.flows["role"] == "input", "commodity"])
    frames = []
    for name, entry in district.commodities.iterrows():
        prefix = f"{entry['firm']}." if entry["firm"] else ""
        if entry["purchase_price"] and name in used:
            path = _commodity_price(district, entry, entry["purchase_price"], variant, years)
            frames.append(_trade(path, f"{prefix}BUY.{entry['base']}", "purchase", str(name), entry))
        if entry["sale_price"]:
            path = -float(entry["sale_factor"]) * _commodity_price(district, entry, entry["sale_price"], variant, years)
            frames.append(_trade(path, f"{prefix}SELL.{entry['base']}", "sale", str(name), entry))
    return pd.concat(frames, ignore_index=True)


def _commodity_price(
    district: District, entry: pd.Series, item: str, variant: str, years: Sequence[int]
) -> pd.Series[float]:
    original = district.tables["commodities"].set_index("commodity").loc[entry["base"], "unit"]
    priced_in_energy = (
        district.tables["prices"].set_index("item").loc[[item.split("+", maxsplit=1)[0].strip()], "unit"].iloc[0]
    )
    if entry["price_ncv"] and not priced_in_energy.endswith("/GJ"):
        denominator = entry["price_ncv_unit"].split("/")[1]
        return price_path(district.tables, item, variant, f"CNY/{denominator}", years) / float(entry["price_ncv"])
    return price_path(district.tables, item, variant, f"CNY/{original}", years)


def _trade(path: pd.Series[float], technology: str, role: str, commodity: str, entry: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "technology": technology,
            "firm": entry["firm"],
            "role": role,
            "commodity": commodity,
            "base": entry["base"],
            "year": path.index,
            "value": path.to_numpy(),
            "source": "prices.csv: " + (entry["purchase_price"] if role == "purchase" else entry["sale_price"]),
        }
    )
