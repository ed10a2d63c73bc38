"""Emissions and output that markets count, and accounts of allowances: what the rules of all markets share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

import pandas as pd

from carbonpath.indicators.carbon_market import Market
from carbonpath.indicators.rows import KEYS, select
from carbonpath.indicators.tables import Tables

MILLION = 1e6
"""Tonnes, MWh or GJ in a unit of the model."""
SCOPE_1 = "co2"
"""Emission that markets count."""

BY_UNIT = [*KEYS, "firm", "library_id", "year"]
BY_FIRM = [*KEYS, "firm", "year"]


class Account(NamedTuple):
    """Emissions and allowances of a firm in one market and year, t."""

    scenario: str
    region: str
    firm: str
    year: int
    market: Market
    emissions: float
    allowances: float


def unit_emissions(tables: Tables) -> pd.DataFrame:
    """Return CO2 of scope 1 by firm, library entry and year, t; what flows between firms has no entry."""
    rows = select(tables, "technology_emissions")
    rows = rows.loc[rows["emission"] == SCOPE_1]
    return rows.groupby(BY_UNIT)["value"].sum().mul(MILLION).reset_index()


def unit_output(tables: Tables) -> pd.DataFrame:
    """Return activity by firm, library entry and year: MWh of power, GJ of heat, t of goods."""
    rows = select(tables, "activity")
    return rows.groupby(BY_UNIT)["value"].sum().mul(MILLION).reset_index()


def firm_emissions(emissions: pd.DataFrame, firm: str, without: Collection[str]) -> pd.DataFrame:
    """Return the emissions of a firm by year, leaving some library entries out."""
    own = emissions.loc[(emissions["firm"] == firm) & ~emissions["library_id"].isin(without)]
    return own.groupby(BY_FIRM)["value"].sum().reset_index()


def firm_production(tables: Tables, firm: str, product: str, entries: Collection[str] = ()) -> pd.DataFrame:
    """Return what a firm makes of a product by library entry and year, t or GJ; of all entries if none are named."""
    rows = select(tables, "production")
    wanted = (rows["firm"] == firm) & (rows["base"] == product) & ~rows["role"].isin(("purchase", "exchange", "link"))
    if entries:
        wanted &= rows["library_id"].isin(entries)
    return rows.loc[wanted].groupby(BY_UNIT)["value"].sum().mul(MILLION).reset_index()


def as_table(accounts: Iterable[Account]) -> pd.DataFrame:
    """Return accounts as a table."""
    return pd.DataFrame(list(accounts), columns=list(Account._fields))
