"""Compliance of firms year by year: what is carried over, issued in advance, offset, and must be bought (履约).

The allowances of the national markets are one account of a firm, those of the pilot another. A firm holds what it does
not need, as long as the rules let it: what it must sell to carry the rest over the end of 2024 is sold, and no more.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from carbonpath.core.answers.market import ETS_COMPLIANCE
from carbonpath.core.tables import as_table
from carbonpath.reference.allowances import Allowances

PILOT = "pilot"
"""Market with an account of its own."""
NATIONAL = "national"
"""Account of all other markets."""
POWER = "national_power"
"""Market with rules of pre-allocation of its own."""
MILLION = 1e6


class Year(NamedTuple):
    """An account in one year, t."""

    year: int
    emissions: float
    allowances: float
    pre_allocation: float | None


class Closing(NamedTuple):
    """What becomes of allowances that are left when a year is settled, t."""

    carried: float
    sold: float
    lapsed: float


@dataclass(frozen=True, slots=True)
class Settled:
    """An account when a year is settled, t."""

    year: Year
    opening: float
    """Allowances carried into the year."""
    used: float
    """Of these, what covers a shortfall."""
    offset_limit: float
    """Most that offsets may cover of what is due."""
    must_buy: float
    """What is still missing if offsets are used as far as they may."""
    closing: Closing
    """What becomes of the rest."""


def compliance_table(positions: pd.DataFrame, allowances: Allowances) -> pd.DataFrame:
    """Return the compliance of every firm by account and year.

    Parameters
    ----------
    positions
        Columns firm, market, year, emissions, allowances (Mt): verified amounts, free allowances only.
    allowances
        Rules.

    Returns
    -------
    pd.DataFrame
        Table ETS_COMPLIANCE, Mt.
    """
    rows = positions.assign(account=positions["market"].where(positions["market"] == PILOT, NATIONAL))
    told = []
    for (firm, account), own in rows.groupby(["firm", "account"], sort=True):
        for settled in settle(_years(own, allowances), str(account), allowances):
            told.append(_row(str(firm), str(account), settled))
    return as_table(told, ETS_COMPLIANCE)


def settle(years: Iterator[Year] | list[Year], account: str, allowances: Allowances) -> Iterator[Settled]:
    """Yield an account year by year: allowances carried over cover first, then offsets, then what is bought."""
    opening = 0.0
    for year in years:
        missing = max(0.0, year.emissions - year.allowances)
        used = min(opening, missing)
        rule = allowances.rule("pilot_offset" if account == PILOT else "offset", year.year)
        limit = math.floor((rule["share"] if rule else 0.0) * year.emissions)
        left = opening - used + max(0.0, year.allowances - year.emissions)
        closing = close_year(left, account, year.year, allowances)
        yield Settled(year, opening, used, limit, max(0.0, missing - used - limit), closing)
        opening = closing.carried


def close_year(left: float, account: str, year: int, allowances: Allowances) -> Closing:
    """Return what becomes of `left` allowances, t.

    The pilot carries a share over, which may be none; the national market carries all, but for the end of 2024: there
    a firm may carry a base and a multiple of what it has sold net, and sells as little as lets it carry the rest.
    """
    if account == PILOT:
        kept = allowances.rule("pilot_carry_over", year)
        carried = left * kept["share"] if kept else left
        return Closing(carried, left - carried, 0.0)
    rule = allowances.rule("carry_over", year)
    if rule is None:
        return Closing(left, 0.0, 0.0)
    sold = max(0.0, (left - rule["base"]) / (1.0 + rule["multiple"]))
    limit = math.floor(rule["base"] + rule["multiple"] * sold)
    carried = min(left - sold, limit)
    return Closing(carried, sold, max(0.0, left - sold - carried))


def _years(own: pd.DataFrame, allowances: Allowances) -> list[Year]:
    """Return an account by year, with what the markets of it issue in advance; None in its first year."""
    before = {(row["market"], row["year"] + 1): row["emissions"] for row in own.to_dict("records")}
    found = []
    for year, rows in own.groupby("year", sort=True):
        issued: float | None = 0.0
        for market in rows["market"]:
            part = _pre_allocation(market, int(str(year)), before.get((market, year)), allowances)
            issued = None if part is None or issued is None else issued + part
        sums = rows[["emissions", "allowances"]].sum() * MILLION
        found.append(Year(int(str(year)), float(sums["emissions"]), float(sums["allowances"]), issued))
    return found


def _pre_allocation(market: str, year: int, emissions: float | None, allowances: Allowances) -> float | None:
    rule = (
        None
        if market == PILOT
        else allowances.rule("power_pre_allocation" if market == POWER else "enterprise_pre_allocation", year)
    )
    if rule is None or (emissions is None and rule["share"] > 0.0):
        return None
    return float(math.floor(rule["share"] * (emissions or 0.0) * MILLION + 1e-6))


def _row(firm: str, account: str, settled: Settled) -> dict[str, object]:
    year, closing = settled.year, settled.closing
    amounts = {
        "emissions": year.emissions,
        "allowances": year.allowances,
        "pre_allocation": year.pre_allocation or 0.0,
        "opening": settled.opening,
        "used": settled.used,
        "offset_limit": settled.offset_limit,
        "must_buy": settled.must_buy,
        "sold": closing.sold,
        "lapsed": closing.lapsed,
        "closing": closing.carried,
    }
    known = "" if year.pre_allocation is None else "yes"
    told = {name: value / MILLION for name, value in amounts.items()}
    return {"firm": firm, "account": account, "year": year.year, "pre_allocation_known": known, **told}
