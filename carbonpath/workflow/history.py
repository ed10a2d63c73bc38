"""The surveyed years in the indicators that drivers are read from."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.core.units import conversion_factor
from carbonpath.indicators.items import items_of
from carbonpath.inventory.activity import prepare_activity
from carbonpath.inventory.energy import energy_use
from carbonpath.system.district_tables import load_district_tables
from carbonpath.workflow.inventory import ProjectInventory
from carbonpath.workflow.pipeline import GDP_ITEM, POPULATION_ITEM
from carbonpath.workflow.project import Project

HISTORY = "history"
"""Stands for the surveyed years where a run may be named."""
MILLION = 1e6
BOUNDARY = "scope1"
"""Boundary of the emissions of the surveyed years."""


def surveyed_indicators(project: Project, inventory: ProjectInventory) -> pd.DataFrame:
    """Return emissions, energy, sector output, population and product of the surveyed years as INDICATOR.

    CO2 of scope 1, as in a run; energy is what the district's firms use net of what they sell to each other, power at
    its heat content.
    """
    parts = [_emissions(inventory), _energy(inventory), _output(inventory), _context(project, inventory)]
    told = pd.concat(parts, ignore_index=True)
    return as_table(told.assign(scenario=HISTORY, region=project.file.district), INDICATOR)


def _emissions(inventory: ProjectInventory) -> pd.DataFrame:
    rows = inventory.emissions
    rows = rows.loc[(rows["gas"] == "CO2") & (rows["scope"] == 1)].assign(value=rows["value"] / MILLION)
    sums = [rows.groupby(by)["value"].sum().reset_index() for by in (["sector", "year"], ["year"])]
    return pd.concat(sums).assign(indicator="emissions", unit="Mt", boundary=BOUNDARY)


def _energy(inventory: ProjectInventory) -> pd.DataFrame:
    used = energy_use(prepare_activity(inventory.surveys.activity, inventory.factors, inventory.specification))
    total = used.groupby("year")["standard_coal"].sum().reset_index(name="value")
    return total.assign(value=total["value"] / MILLION, indicator="primary_energy", unit="Mtce")


def _output(inventory: ProjectInventory) -> pd.DataFrame:
    rows = inventory.surveys.activity
    rows = rows.loc[(rows["activity"] == "output") & (items_of("surveyed_product", rows["item"]) == rows["sector"])]
    units = {"t": "Mt", "MWh": "TWh", "GJ": "PJ", "1000tkm": "Gtkm"}
    told = rows["unit"].map(units).fillna(rows["unit"])
    factors = [conversion_factor(one, other) for one, other in zip(rows["unit"], told, strict=True)]
    sums = rows.assign(value=rows["value"] * factors, unit=told).groupby(["sector", "unit", "year"])["value"].sum()
    return sums.reset_index().assign(indicator="sector_output")


def _context(project: Project, inventory: ProjectInventory) -> pd.DataFrame:
    table = load_district_tables(project.inventory_folder / "system")["context"]
    known = table.loc[(table["variant"] == project.file.demand) & table["year"].isin(inventory.years)]
    product = known.loc[known["item"] == GDP_ITEM].sort_values("year")
    people = known.loc[known["item"] == POPULATION_ITEM]
    return pd.concat(
        [
            product.assign(value=product["value"] / product["value"].iloc[0], indicator="gdp", unit="1"),
            people.assign(indicator="population", unit="thousand"),
        ]
    )[["year", "value", "indicator", "unit"]]
