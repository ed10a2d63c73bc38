"""The Hubei pilot: allowances from the history of a firm, or from a benchmark, evened out after the year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from carbonpath.indicators.allocation import adjusted_pilot, whole_tonnes
from carbonpath.indicators.carbon_market import CarbonMarket, PilotFirm
from carbonpath.indicators.ets_accounts import BY_FIRM, Account, firm_emissions, firm_production, unit_emissions
from carbonpath.indicators.rows import KEYS
from carbonpath.indicators.tables import Tables


def pilot_accounts(tables: Tables, market: CarbonMarket) -> Iterator[Account]:
    """Yield the account of every firm of the pilot in its years; units of the national market count there alone.

    A firm that made nothing in the base years has no history, and no account.
    """
    for position in pilot_positions(tables, market):
        where = (position.scenario, position.region, position.rule.firm, position.year)
        given = whole_tonnes(
            adjusted_pilot(market.allowances, position.year, position.per_output * position.output, position.emissions)
        )
        yield Account(*where, "pilot", position.emissions, given)


class PilotPosition(NamedTuple):
    """What the rule of a firm of the pilot knows of a year, before it is evened out."""

    scenario: str
    region: str
    rule: PilotFirm
    year: int
    emissions: float
    """CO2 that the pilot covers, t."""
    output: float
    """Output that allowances follow; one where emission itself is the history."""
    per_output: float
    """Allowances for a unit of it, t."""


def pilot_positions(tables: Tables, market: CarbonMarket) -> Iterator[PilotPosition]:
    """Yield every firm of the pilot in each of its years."""
    emissions = unit_emissions(tables)
    for firm in market.pilot:
        released = firm_emissions(emissions, firm.firm, market.power_entries())
        made = _output(tables, firm)
        rows = released.merge(made, on=BY_FIRM, how="left") if firm.product else released.assign(output=1.0)
        rows = rows.fillna({"output": 0.0})
        rows = rows.merge(_history(rows, market), on=list(KEYS), how="inner")
        for row in rows.to_dict("records"):
            if firm.first <= row["year"] and (firm.last == 0 or row["year"] <= firm.last):
                each = _per_output(market, firm, row)
                where = (row["scenario"], row["region"], firm, row["year"])
                yield PilotPosition(*where, row["value"], row["output"], each)


def _output(tables: Tables, firm: PilotFirm) -> pd.DataFrame:
    made = firm_production(tables, firm.firm, firm.product)
    return made.groupby(BY_FIRM)["value"].sum().rename("output").reset_index()


def _history(rows: pd.DataFrame, market: CarbonMarket) -> pd.DataFrame:
    """Return the mean of emission per output in the base years; output is one where emission itself is the history."""
    base = rows.loc[rows["year"].isin(market.base_years) & (rows["output"] > 0.0)]
    return (base["value"] / base["output"]).groupby([base[key] for key in KEYS]).mean().rename("history").reset_index()


def _per_output(market: CarbonMarket, firm: PilotFirm, row: Mapping[Any, Any]) -> float:
    coefficient = market.allowances.rule("pilot_coefficient", row["year"]) or {"industry": 1.0, "market": 1.0}
    each = firm.benchmark if firm.method == "benchmark" else row["history"] * coefficient["industry"]
    return float(each * coefficient["market"])
