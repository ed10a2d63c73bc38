"""Allowances of the firms of a run, or of the surveyed years, against their emissions, under a price path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.charts.measures import allowance_cost
from carbonpath.core.errors import DataError
from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem
from carbonpath.indicators.ets_compliance import compliance_table
from carbonpath.indicators.ets_position import PRICED, indicate
from carbonpath.indicators.tables import Specification
from carbonpath.reference.allowances import load_allowances
from carbonpath.system.district_tables import load_district_tables
from carbonpath.workflow.analysis_files import Page, page_options, write_analysis
from carbonpath.workflow.carbon_market import FILE, MarketFile, carbon_market, load_market_file
from carbonpath.workflow.drawing import run_indicators
from carbonpath.workflow.ets_tables import BOOKED, booked_table, cost_chart, own_costs, planned, price_costs
from carbonpath.workflow.figures import Drawn
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
    """Table ETS_POSITIONS with ``cost`` (million CNY; none without price)."""
    costs: pd.DataFrame
    """Table ETS_COSTS: cost under every price path."""
    compliance: pd.DataFrame
    """Table ETS_COMPLIANCE: carry-over, pre-allocation, offsets, what must be bought."""
    booked: pd.DataFrame
    """Allowances that the plan counted in its own cost (``booked``) beside those of the rules, by firm and year, Mt."""
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
            "costs": self.costs.to_dict("records"),
            "compliance": self.compliance.to_dict("records"),
            "booked": self.booked.to_dict("records"),
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
    own = own_costs(run.folder, table.costs, table.table)
    return replace(
        table,
        scenario=told.scenario,
        title=told.title,
        run=told.run,
        costs=pd.concat([table.costs, own], ignore_index=True) if len(own) else table.costs,
        booked=booked_table(run.folder, table.table),
    )


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
    wide = wide.rename(columns={"item": "market"})
    allowances = load_allowances()
    table = planned(wide, allowances, file)
    costs = price_costs(table, load_district_tables(project.inventory_folder / "system"), file)
    paid = costs[costs["prices"] == variant].set_index(["firm", "market", "year"])["cost"]
    cost = paid.reindex(pd.MultiIndex.from_frame(table[["firm", "market", "year"]])).to_numpy()
    sources = {"national_power": file.power.source, "pilot": file.pilot.source}
    sources |= {enterprise.market: enterprise.source for enterprise in file.enterprises}
    return Position(
        HISTORY,
        {},
        "",
        variant,
        table.assign(cost=cost),
        costs,
        compliance_table(table, allowances),
        pd.DataFrame(columns=BOOKED),
        allowances.unverified(),
        sources,
        pd.DataFrame(columns=UNITS),
    )


def write_position(project: Project, position: Position, folder: Path, page: Page) -> Drawn:
    """Write ``positions.csv``, ``costs.csv``, ``compliance.csv`` and the chart of costs into `folder`."""
    options = page_options(project, page, project.file.boundary, {})
    options = replace(options, scenario_labels=_panels(position.costs, page.language))
    tables = {
        "positions": position.table.drop(columns="cost"),
        "costs": position.costs,
        "compliance": position.compliance,
    }
    return write_analysis(folder, tables, [(allowance_cost, cost_chart(position.costs))], options, page.formats)


def _panels(costs: pd.DataFrame, language: Language) -> dict[str, str]:
    """Return the name of each price path with its national price in the last year."""
    national = costs[costs["market"].map(PRICED).isna()]
    last = national[national["year"] == national["year"].max()].drop_duplicates("prices")
    return {
        row["prices"]: text(
            "cli.ets.panel",
            language,
            path=text(f"cli.ets.{row['prices']}", language),
            price=f"{row['price']:.0f}",
            year=row["year"],
        )
        for row in last.to_dict("records")
    }


def _market_file(project: Project, run: str, *, none: bool = False) -> MarketFile:
    """Return the file of markets; none, or none for `run`, is told."""
    file = load_market_file(project.inventory_folder)
    if none or file is None:
        raise DataError(Problem("CP-731", str(project.inventory_folder / FILE), value=run))
    return file
