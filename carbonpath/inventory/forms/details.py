"""What the forms show of each row: amount, heating value, carbon, oxidation, emission, and where each comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd

from carbonpath.core.units import conversion_factor
from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.enterprise import enterprise_account, steelworks
from carbonpath.inventory.methods import purchased_energy
from carbonpath.inventory.report import counted, line_of
from carbonpath.inventory.reported import as_reported

COLUMNS = (
    *("firm", "facility", "category", "year", "line", "method", "item", "gas", "did", "amount", "base"),
    *("ncv", "cc", "carbon", "oxidation", "ef", "tco2e", "tier", "factor_source", "source"),
)
"""Columns of the tables of this module; ncv GJ, carbon tC and ef tCO2 per unit of amount, cc tC/GJ."""

SYMBOLS: Mapping[str, tuple[str, ...]] = {
    "ncv": ("NCV",),
    "cc": ("CC",),
    "carbon": ("C_ar", "C"),
    "oxidation": ("OF",),
    "ef": ("EF",),
}
"""Symbols in the origin of a factor, by column."""

MONTHS = tuple(range(1, 13))

_NUMBER = re.compile(r"(?:^| \| )([A-Za-z]\w*) ([-+]?\d[\d.e+-]*)[^|(]*\(")
_MONTH_KEY = ["firm", "facility", "category", "activity", "item", "counterparty", "year"]


def numbers_in(factor_source: str) -> dict[str, float]:
    """Return the numbers of a factor by symbol, read from its origin."""
    return {symbol: float(value) for symbol, value in _NUMBER.findall(factor_source)}


def origin_of(column: str, factor_source: str) -> str:
    """Return the part of a factor's origin that tells a column of SYMBOLS; all of it if none does."""
    parts = [part for part in factor_source.split(" | ") if part.partition(" ")[0] in SYMBOLS[column]]
    return parts[0] if parts else factor_source


def emission_details(emissions: pd.DataFrame, activity: Activity) -> pd.DataFrame:
    """Return rows of EMISSIONS with the numbers behind them, columns COLUMNS.

    ``amount`` is net where a row rests on several cells (power bought less sold).
    """
    cells = _cells(activity)
    found = [_net([cells[cell] for cell in source.split(";") if cell in cells]) for source in emissions["source"]]
    table = emissions.assign(
        line=[line_of(*pair) for pair in zip(emissions["method"], emissions["item"], strict=True)],
        did=[did for did, _, _ in found],
        amount=[amount for _, amount, _ in found],
        base=[base for _, _, base in found],
        tco2e=emissions["co2_equivalent"],
    )
    return _with_numbers(table)


def report_details(emissions: pd.DataFrame, activity: Activity) -> pd.DataFrame:
    """Return what each firm counts in its report under its guideline, columns COLUMNS.

    Steelworks by the enterprise equation, the others the rows of EMISSIONS that their guideline counts. The sums by
    line are those of `report_lines`.
    """
    steel = steelworks(activity)
    account = enterprise_account(as_reported(activity), steel).rename(columns={"term": "line", "tco2": "tco2e"})
    cells = _cells(activity)
    account = account.assign(
        facility="", category="", method="enterprise", gas="CO2", did=[cells[cell][0] for cell in account["source"]]
    )
    others = counted(emissions[~emissions["firm"].isin(steel)], activity)
    return pd.concat([_with_numbers(account), emission_details(others, activity)], ignore_index=True)


def monthly_amounts(activity: Activity, monthly: pd.DataFrame) -> dict[str, list[float]]:
    """Return the twelve amounts of each cell that was given by month, in the unit in which its year is counted."""
    if monthly.empty:
        return {}
    rows = activity.rows.astype(dict.fromkeys([*_MONTH_KEY[:-1], "base", "source"], "str"))
    of_year = rows[[*_MONTH_KEY, "source", "base"]].rename(columns={"source": "cell"})
    joined = monthly.merge(of_year, on=_MONTH_KEY, how="inner")
    found: dict[str, list[float]] = {}
    columns = (joined[name] for name in ("cell", "month", "value", "unit", "base"))
    for cell, month, value, unit, base in zip(*columns, strict=True):
        amounts = found.setdefault(str(cell), [np.nan] * len(MONTHS))
        amounts[int(month) - 1] = float(value) * (conversion_factor(str(unit), str(base)) if base else 1.0)
    return found


def _cells(activity: Activity) -> dict[str, tuple[str, float, str]]:
    """Return activity, amount and unit of each cell: power in MWh, what is no amount of matter or energy as given."""
    rows = activity.rows
    power = isin(rows["item"], purchased_energy.ELECTRICITY) & (rows["base"] == "GJ").to_numpy()
    known = (rows["base"] != "").to_numpy()
    base = np.where(known, rows["base"].astype("str"), rows["unit"].astype("str"))
    base = np.where(power, "MWh", base)
    amount = np.where(known, rows["amount"], rows["value"]) * np.where(power, conversion_factor("GJ", "MWh"), 1.0)
    columns = (rows["source"].astype("str"), rows["activity"].astype("str"), amount.tolist(), base)
    return {source: (did, float(value), str(unit)) for source, did, value, unit in zip(*columns, strict=True)}


def _net(cells: list[tuple[str, float, str]]) -> tuple[str, float, str]:
    if not cells:
        return "", float("nan"), ""
    if len(cells) == 1:
        return cells[0]
    return "purchased", sum(-value if did == "sold" else value for did, value, _ in cells), cells[0][2]


def _with_numbers(table: pd.DataFrame) -> pd.DataFrame:
    told = [numbers_in(source) for source in table["factor_source"]]
    columns = {
        name: [next((numbers[symbol] for symbol in symbols if symbol in numbers), float("nan")) for numbers in told]
        for name, symbols in SYMBOLS.items()
    }
    return table.assign(**columns).reindex(columns=list(COLUMNS)).reset_index(drop=True)
