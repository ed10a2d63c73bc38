"""Allowances of every firm against its emissions, by market and year, and their cost (碳市场配额盈亏)."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.horizon import interpolate
from carbonpath.indicators.carbon_market import CarbonMarket
from carbonpath.indicators.ets_accounts import MILLION, as_table
from carbonpath.indicators.ets_enterprise import enterprise_accounts
from carbonpath.indicators.ets_pilot import pilot_accounts
from carbonpath.indicators.ets_power import power_accounts
from carbonpath.indicators.rows import as_indicator, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

PRICED = {"pilot": "pilot"}
"""Price of a market; those that are not named pay the national price."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``ets_emissions``, ``ets_allowances``, ``ets_surplus`` (Mt) and ``ets_cost`` by firm, market and in all.

    A surplus is positive, its cost negative. Years without a price have no cost.
    """
    market = tables.carbon_market
    if market is None:
        return stack([])
    told = positions(tables, market)
    if told.empty:
        return stack([])
    by = (("firm", "item"), ("firm",), ("item",), ())
    return stack(
        [
            as_indicator(sum_by(told.assign(value=told[name]).dropna(subset="value"), *columns), f"ets_{name}", unit)
            for name, unit in (("emissions", "Mt"), ("allowances", "Mt"), ("surplus", "Mt"), ("cost", "million CNY"))
            for columns in by
        ]
    )


def positions(tables: Tables, market: CarbonMarket) -> pd.DataFrame:
    """Return every account in Mt with the free share applied, surplus and cost: the allowances that a firm is given.

    Columns scenario, region, firm, year, market and item (the same), emissions, allowances, surplus (Mt), cost (million
    CNY; none without a price).
    """
    accounts = as_table(
        [*power_accounts(tables, market), *enterprise_accounts(tables, market), *pilot_accounts(tables, market)]
    )
    years = sorted(accounts["year"].unique().tolist())
    free = interpolate(market.free_share, years) if market.free_share else {}
    emissions = accounts["emissions"] / MILLION
    allowances = accounts["allowances"] / MILLION * accounts["year"].map(free).fillna(1.0)
    prices = [
        market.prices.get(PRICED.get(name, "national"), {}).get(year)
        for name, year in zip(accounts["market"], accounts["year"], strict=True)
    ]
    surplus = allowances - emissions
    cost = -surplus * pd.Series(prices, index=accounts.index, dtype=float)
    return accounts.assign(
        item=accounts["market"], emissions=emissions, allowances=allowances, surplus=surplus, cost=cost
    )
