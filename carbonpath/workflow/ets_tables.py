"""What stands beside the position of a firm: the plan behind it, its cost by price path, what the optimum booked."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from carbonpath.core.answers.market import ETS_COSTS, ETS_POSITIONS
from carbonpath.core.schemas import INDICATOR, RESULT
from carbonpath.core.tables import as_table, read_table
from carbonpath.indicators.ets_position import PRICED
from carbonpath.reference.allowances import Allowances
from carbonpath.system.district_tables import DistrictTables
from carbonpath.workflow.carbon_market import MarketFile, market_prices
from carbonpath.workflow.market_rules import booked_allowances, plan_tables
from carbonpath.workflow.outputs import RESULTS
from carbonpath.workflow.stored_system import read_system

INPUTS = "inputs"
"""Folder of a run in which its system stands."""
PATHS = ("low", "base", "high")
"""Price paths of a project."""
OWN = "run"
"""Stands for the carbon price that a run has of its own."""
PILOT = "pilot"
"""Market whose methods differ by firm."""
METHODS = {"national_power": "benchmark", "national_steel": "intensity", "national_cement": "intensity"}
"""Method of each national market."""
BOOKED = ["firm", "year", "booked", "allowances"]
"""Columns of what a plan counted in its own cost."""


def planned(wide: pd.DataFrame, allowances: Allowances, file: MarketFile) -> pd.DataFrame:
    """Return positions (firm, market, year, emissions, allowances, surplus) with method and plan behind them.

    Returns
    -------
    pd.DataFrame
        Table ETS_POSITIONS.
    """
    pilot = {firm.firm: firm.method for firm in file.pilot.firms}
    found = []
    for row in wide.to_dict("records"):
        method = pilot[row["firm"]] if row["market"] == PILOT else METHODS[row["market"]]
        plan = allowances.plan(row["market"], row["year"])
        told: dict[str, object] = {"plan_zh": "", "plan_en": "", "status": "", "extended": "", "last_year": 0}
        if plan is not None:
            told = {f"plan_{language}": name for language, name in plan.name.items()}
            told |= {"status": plan.status, "extended": "yes" if plan.extended else "", "last_year": plan.last_year}
        found.append({str(key): value for key, value in row.items()} | {"method": method} | told)
    return as_table(found, ETS_POSITIONS)


def price_costs(positions: pd.DataFrame, tables: DistrictTables, file: MarketFile) -> pd.DataFrame:
    """Return what shortfalls cost, less what surpluses earn, under every price path; years without a price have none.

    Returns
    -------
    pd.DataFrame
        Table ETS_COSTS.
    """
    years = tuple(sorted(positions["year"].unique().tolist()))
    found = []
    for path in PATHS:
        prices = market_prices(tables, file, path, years)
        for row in positions.to_dict("records"):
            price = prices[PRICED.get(row["market"], "national")].get(row["year"])
            if price is not None:
                key = {name: row[name] for name in ("firm", "market", "year")}
                found.append({**key, "prices": path, "price": price, "cost": -row["surplus"] * price})
    return as_table(found, ETS_COSTS)


def own_costs(folder: Path, costs: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """Return costs at the carbon price of a run, where it is none of the price paths: a scenario may set its own.

    A run has one price, which its plan pays in every market.

    Returns
    -------
    pd.DataFrame
        Table ETS_COSTS with ``run`` as the price path; without rows if a path has that price.
    """
    if not (folder / INPUTS).is_dir():
        return as_table([], ETS_COSTS)
    rows = read_system(folder / INPUTS).parameter("emission_price")
    own = dict(zip(rows["year"].tolist(), rows["value"].tolist(), strict=True))
    national = costs[costs["market"].map(PRICED).isna()].drop_duplicates(["prices", "year"])
    for _, path in national.groupby("prices"):
        if all(own.get(year) == price for year, price in zip(path["year"], path["price"], strict=True)):
            return as_table([], ETS_COSTS)
    found = []
    for row in positions.to_dict("records"):
        if row["year"] in own:
            key = {name: row[name] for name in ("firm", "market", "year")}
            price = own[row["year"]]
            found.append({**key, "prices": OWN, "price": price, "cost": -row["surplus"] * price})
    return as_table(found, ETS_COSTS)


def booked_table(folder: Path, positions: pd.DataFrame) -> pd.DataFrame:
    """Return the allowances that the plan of a run counted in its own cost, and those of the rules along it, Mt.

    A run that left no system, as one made elsewhere, has none.
    """
    if not (folder / INPUTS).is_dir():
        return pd.DataFrame(columns=BOOKED)
    system = read_system(folder / INPUTS)
    booked = booked_allowances(system, plan_tables(system, read_table(folder / RESULTS, RESULT)))
    sums = positions.groupby(["firm", "year"])["allowances"].sum().reset_index()
    given = {(str(firm), int(year)): float(value) for firm, year, value in sums.itertuples(index=False, name=None)}
    years = {year for _, year in booked}
    keys = sorted({key for key in booked.keys() | given.keys() if key[0] and key[1] in years})
    rows = [(*key, booked.get(key, 0.0), given.get(key, 0.0)) for key in keys]
    return pd.DataFrame(rows, columns=BOOKED)


def cost_chart(costs: pd.DataFrame) -> pd.DataFrame:
    """Return costs as the chart of costs reads them: by firm and in all, the price path in place of the scenario."""
    by_firm = costs.groupby(["prices", "firm", "year"], sort=False)["cost"].sum().reset_index()
    total = costs.groupby(["prices", "year"], sort=False)["cost"].sum().reset_index().assign(firm="")
    both = pd.concat([by_firm, total]).rename(columns={"prices": "scenario", "cost": "value"})
    blank = {"region": "district", "sector": "", "item": "", "boundary": "", "unit": "million CNY"}
    return as_table(both.assign(indicator="ets_cost", **blank), INDICATOR)
