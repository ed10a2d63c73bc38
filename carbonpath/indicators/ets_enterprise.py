"""The national market for steel and cement: allowances follow emissions, a little more or less by intensity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from carbonpath.core.horizon import interpolate
from carbonpath.indicators.allocation import intensity_alpha, whole_tonnes
from carbonpath.indicators.carbon_market import CarbonMarket, Enterprise
from carbonpath.indicators.ets_accounts import (
    BY_FIRM,
    BY_UNIT,
    Account,
    firm_emissions,
    firm_production,
    unit_emissions,
)
from carbonpath.indicators.rows import KEYS, select
from carbonpath.indicators.tables import Tables

LINE = [*KEYS, "firm", "library_id"]


def enterprise_accounts(tables: Tables, market: CarbonMarket) -> Iterator[Account]:
    """Yield the account of every steelworks and clinker producer, from the year its industry entered the market.

    A firm below the threshold takes no part. Lines that are new or about to close get what they emit.
    """
    emissions = unit_emissions(tables)
    for enterprise in market.enterprises:
        lines = (
            whole_firms(tables, emissions, enterprise)
            if enterprise.whole_firm
            else production_lines(tables, emissions, enterprise)
        )
        lines["allowances"] = [_given(market, enterprise, line) for line in lines.to_dict("records")]
        counted = lines.dropna(subset="allowances").groupby(BY_FIRM)[["covered", "allowances"]].sum().reset_index()
        for row in counted.to_dict("records"):
            threshold = market.allowances.rule("enterprise_threshold", row["year"])
            if threshold is None or row["covered"] >= threshold["emissions"]:
                where = (row["scenario"], row["region"], row["firm"], row["year"])
                yield Account(*where, enterprise.market, row["covered"], row["allowances"])


def balance_value(enterprise: Enterprise, year: int, intensity: float) -> float:
    """Return the balance value of the industry in a year, t/t; the firm's own intensity where none is known."""
    balances = interpolate(enterprise.balance, [year]) if enterprise.balance else {}
    return balances.get(year, intensity)


def _given(market: CarbonMarket, enterprise: Enterprise, line: Mapping[Any, Any]) -> float | None:
    balance = balance_value(enterprise, line["year"], line["intensity"])
    alpha = intensity_alpha(market.allowances, line["year"], line["intensity"], balance)
    return None if alpha is None else whole_tonnes(line["covered"] * (1.0 + (alpha if line["usual"] else 0.0)))


def whole_firms(tables: Tables, emissions: pd.DataFrame, enterprise: Enterprise) -> pd.DataFrame:
    """Return what the whole firm emits, and the intensity of its processes (steel)."""
    covered = firm_emissions(emissions, enterprise.firm, enterprise.excluded).rename(columns={"value": "covered"})
    made = firm_production(tables, enterprise.firm, enterprise.product).groupby(BY_FIRM)["value"].sum()
    process = _process_emissions(tables, emissions, enterprise) + enterprise.product_carbon * made
    measured = pd.concat([(process / made).rename("intensity"), made.rename("made")], axis=1).dropna().reset_index()
    return covered.merge(measured, on=BY_FIRM, how="inner").assign(usual=True)


def _process_emissions(tables: Tables, emissions: pd.DataFrame, enterprise: Enterprise) -> pd.Series:
    """Return what the processes release themselves and with the gas that they burn from the works' pool."""
    own = emissions.loc[(emissions["firm"] == enterprise.firm)]
    direct = own.loc[own["library_id"].isin(enterprise.entries)].groupby(BY_FIRM)["value"].sum()
    if not enterprise.pool:
        return direct
    used = select(tables, "use")
    used = used.loc[(used["firm"] == enterprise.firm) & (used["base"] == enterprise.pool)]
    burnt = used.loc[used["library_id"].isin(enterprise.entries)].groupby(BY_FIRM)["value"].sum()
    per_gas = pool_intensity(tables, emissions, enterprise)
    return direct.add(burnt.mul(per_gas, fill_value=0.0), fill_value=0.0)


def pool_intensity(tables: Tables, emissions: pd.DataFrame, enterprise: Enterprise) -> pd.Series:
    """Return what a unit of the gas in a firm's pool releases, by firm and year, t per million units."""
    own = emissions.loc[(emissions["firm"] == enterprise.firm)]
    made = select(tables, "production")
    made = made.loc[
        (made["firm"] == enterprise.firm) & (made["base"] == enterprise.pool) & (made["role"] != "exchange")
    ]
    released = own.loc[own["library_id"].isin(made["library_id"])].groupby(BY_FIRM)["value"].sum()
    return released / made.groupby(BY_FIRM)["value"].sum()


def production_lines(tables: Tables, emissions: pd.DataFrame, enterprise: Enterprise) -> pd.DataFrame:
    """Return emissions and intensity line by line, and whether a line ran in the years around (cement)."""
    made = firm_production(tables, enterprise.firm, enterprise.product, enterprise.entries)
    lines = made.rename(columns={"value": "made"}).merge(emissions, on=BY_UNIT, how="inner")
    lines = lines.rename(columns={"value": "covered"}).assign(intensity=lambda rows: rows["covered"] / rows["made"])
    first, last = tables.years["year"].min(), tables.years["year"].max()
    running = set(lines[[*LINE, "year"]].itertuples(index=False, name=None))
    usual = [
        all((*line, near) in running for near in (year - 1, year + 1) if first <= near <= last)
        for *line, year in lines[[*LINE, "year"]].itertuples(index=False, name=None)
    ]
    return lines.assign(usual=usual)
