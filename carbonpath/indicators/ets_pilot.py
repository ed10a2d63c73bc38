"""The Hubei pilot: allowances from the history of a firm, or from a benchmark, evened out after the year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

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
    emissions = unit_emissions(tables)
    for firm in market.pilot:
        released = firm_emissions(emissions, firm.firm, market.power_entries())
        made = _output(tables, firm)
        rows = released.merge(made, on=BY_FIRM, how="left") if firm.product else released.assign(output=1.0)
        rows = rows.fillna({"output": 0.0})
        rows = rows.merge(_history(rows, market), on=list(KEYS), how="inner")
        for row in rows.to_dict("records"):
            if firm.first <= row["year"] and (firm.last == 0 or row["year"] <= firm.last):
                where = (row["scenario"], row["region"], row["firm"], row["year"])
                yield Account(*where, "pilot", row["value"], _given(market, firm, row))


def _output(tables: Tables, firm: PilotFirm) -> pd.DataFrame:
    made = firm_production(tables, firm.firm, firm.product)
    return made.groupby(BY_FIRM)["value"].sum().rename("output").reset_index()


def _history(rows: pd.DataFrame, market: CarbonMarket) -> pd.DataFrame:
    """Return the mean of emission per output in the base years; output is one where emission itself is the history."""
    base = rows.loc[rows["year"].isin(market.base_years) & (rows["output"] > 0.0)]
    return (base["value"] / base["output"]).groupby([base[key] for key in KEYS]).mean().rename("history").reset_index()


def _given(market: CarbonMarket, firm: PilotFirm, row: Mapping[Any, Any]) -> float:
    coefficient = market.allowances.rule("pilot_coefficient", row["year"]) or {"industry": 1.0, "market": 1.0}
    per_output = firm.benchmark if firm.method == "benchmark" else row["history"] * coefficient["industry"]
    initial = per_output * row["output"] * coefficient["market"]
    return whole_tonnes(adjusted_pilot(market.allowances, row["year"], initial, row["value"]))
