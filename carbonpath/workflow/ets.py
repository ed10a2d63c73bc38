"""Allowances of the firms of a run against their emissions, under a price path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.indicators.ets_position import PRICED
from carbonpath.reference.allowances import load_allowances
from carbonpath.system.district_tables import load_district_tables
from carbonpath.workflow.carbon_market import FILE, load_market_file, market_prices
from carbonpath.workflow.drawing import run_indicators
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run, find_run

AMOUNTS = ("emissions", "allowances", "surplus")
"""Indicators of a position, without their prefix."""


@dataclass(frozen=True, slots=True)
class Position:
    """Allowances of the firms of a run against their emissions."""

    run: Run
    """Run."""
    prices: str
    """Price path."""
    table: pd.DataFrame
    """``firm, market, year, emissions, allowances, surplus`` (Mt), ``cost`` (million CNY; none without price)."""
    unverified: pd.DataFrame
    """Numbers of the rules that nobody read in a document, or only in a draft."""
    sources: Mapping[str, str]
    """On what the participation of the district rests, by market."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``ets --json`` tells it."""
        table = self.table.astype(object).where(self.table.notna(), None)
        return {
            "scenario": self.run.manifest.scenario,
            "run": self.run.manifest.run,
            "prices": self.prices,
            "positions": table.to_dict("records"),
            "unverified": self.unverified.to_dict("records"),
            "sources": dict(self.sources),
        }


def ets_position(project: Project, reference: str, variant: str | None = None) -> Position:
    """Return the position of every firm of a run by market and year.

    Parameters
    ----------
    project
        Project with its runs.
    reference
        Run.
    variant
        Price path ``low``, ``base`` or ``high``; None: that of the project.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if the run is not found.
    DataError
        CP-731 if the run has no position: its project took part in no market.
    """
    run = find_run(project.runs_folder, reference)
    rows = run_indicators([run])
    rows = rows.loc[
        rows["indicator"].isin([f"ets_{name}" for name in AMOUNTS]) & (rows["firm"] != "") & (rows["item"] != "")
    ]
    file = load_market_file(project.inventory_folder)
    if rows.empty or file is None:
        raise DataError(Problem("CP-731", str(project.inventory_folder / FILE), value=run.manifest.run))
    wide = rows.assign(indicator=rows["indicator"].str.removeprefix("ets_"))
    wide = wide.pivot_table(index=["firm", "item", "year"], columns="indicator", values="value").reset_index()
    years = tuple(sorted(wide["year"].unique().tolist()))
    chosen = variant or project.file.prices
    prices = market_prices(load_district_tables(project.inventory_folder / "system"), file, chosen, years)
    paid = [
        prices[PRICED.get(market, "national")].get(year, float("nan"))
        for market, year in zip(wide["item"], wide["year"], strict=True)
    ]
    table = wide.rename(columns={"item": "market"}).assign(cost=-wide["surplus"] * paid)
    sources = {"national_power": file.power.source, "pilot": file.pilot.source}
    sources |= {enterprise.market: enterprise.source for enterprise in file.enterprises}
    return Position(
        run, chosen, table[["firm", "market", "year", *AMOUNTS, "cost"]], load_allowances().unverified(), sources
    )
