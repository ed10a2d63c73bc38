"""Allowances of the firms of a run, or of the surveyed years, against their emissions, under a price path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.indicators.ets_position import PRICED, indicate
from carbonpath.indicators.tables import Specification
from carbonpath.reference.allowances import load_allowances
from carbonpath.system.district_tables import load_district_tables
from carbonpath.workflow.carbon_market import FILE, MarketFile, carbon_market, load_market_file, market_prices
from carbonpath.workflow.drawing import run_indicators
from carbonpath.workflow.firm_years import UNITS, firm_years
from carbonpath.workflow.history import HISTORY
from carbonpath.workflow.inventory import build_project_inventory
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import find_run

AMOUNTS = ("emissions", "allowances", "surplus")
"""Indicators of a position, without their prefix."""


@dataclass(frozen=True, slots=True)
class Position:
    """Allowances of firms against their emissions."""

    scenario: str
    """Scenario of the run; ``history`` for the surveyed years."""
    title: Mapping[str, str]
    """Name of the scenario."""
    run: str
    """Id of the run; blank for the surveyed years."""
    prices: str
    """Price path."""
    table: pd.DataFrame
    """``firm, market, year, emissions, allowances, surplus`` (Mt), ``cost`` (million CNY; none without price)."""
    unverified: pd.DataFrame
    """Numbers of the rules that nobody read in a document, or only in a draft."""
    sources: Mapping[str, str]
    """On what the participation of the district rests, by market."""
    units: pd.DataFrame
    """Generating units (columns of `carbonpath.workflow.firm_years.UNITS`); without rows for a run."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``ets --json`` tells it."""
        table = self.table.astype(object).where(self.table.notna(), None)
        return {
            "scenario": self.scenario,
            "run": self.run,
            "prices": self.prices,
            "positions": table.to_dict("records"),
            "unverified": self.unverified.to_dict("records"),
            "sources": dict(self.sources),
            "units": self.units.to_dict("records"),
        }


def ets_position(project: Project, reference: str, variant: str | None = None, listener: Listener = silent) -> Position:
    """Return the position of every firm of a run by market and year.

    Parameters
    ----------
    project
        Project with its runs.
    reference
        Run; ``history`` stands for the surveyed years.
    variant
        Price path ``low``, ``base`` or ``high``; None: that of the project.
    listener
        What is told of the stages.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if the run is not found.
    DataError
        CP-731 if the run has no position: its project took part in no market; problems of the surveys for ``history``.
    """
    if reference == HISTORY:
        return _surveyed(project, variant or project.file.prices, listener)
    run = find_run(project.runs_folder, reference)
    told = run.manifest
    table = _positions(project, run_indicators([run]), variant or project.file.prices, told.run)
    return replace(table, scenario=told.scenario, title=told.title, run=told.run)


def _surveyed(project: Project, variant: str, listener: Listener) -> Position:
    """Return the position of every firm in the surveyed years, with the generating units behind it."""
    file = _market_file(project, HISTORY)
    inventory = build_project_inventory(project, Journal(HISTORY, listener))
    district = load_district_tables(project.inventory_folder / "system")
    market = carbon_market(file, district, variant, inventory.years)
    surveyed = firm_years(inventory, district, market)
    position = _positions(project, indicate(surveyed.tables, Specification()), variant, HISTORY)
    return replace(position, units=surveyed.units)


def _positions(project: Project, indicators: pd.DataFrame, variant: str, run: str) -> Position:
    rows = indicators.loc[
        indicators["indicator"].isin([f"ets_{name}" for name in AMOUNTS])
        & (indicators["firm"] != "")
        & (indicators["item"] != "")
    ]
    file = _market_file(project, run, none=rows.empty)
    wide = rows.assign(indicator=rows["indicator"].str.removeprefix("ets_"))
    wide = wide.pivot_table(index=["firm", "item", "year"], columns="indicator", values="value").reset_index()
    years = tuple(sorted(wide["year"].unique().tolist()))
    prices = market_prices(load_district_tables(project.inventory_folder / "system"), file, variant, years)
    paid = [
        prices[PRICED.get(market, "national")].get(year, float("nan"))
        for market, year in zip(wide["item"], wide["year"], strict=True)
    ]
    table = wide.rename(columns={"item": "market"}).assign(cost=-wide["surplus"] * paid)
    sources = {"national_power": file.power.source, "pilot": file.pilot.source}
    sources |= {enterprise.market: enterprise.source for enterprise in file.enterprises}
    return Position(
        HISTORY,
        {},
        "",
        variant,
        table[["firm", "market", "year", *AMOUNTS, "cost"]],
        load_allowances().unverified(),
        sources,
        pd.DataFrame(columns=UNITS),
    )


def _market_file(project: Project, run: str, *, none: bool = False) -> MarketFile:
    """Return the file of markets; none, or none for `run`, is told."""
    file = load_market_file(project.inventory_folder)
    if none or file is None:
        raise DataError(Problem("CP-731", str(project.inventory_folder / FILE), value=run))
    return file
