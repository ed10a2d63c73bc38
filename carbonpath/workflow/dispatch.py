"""A typical day of each season in a run with parts of the day: who makes power and heat, and when."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.charts.measures import dispatch as chart
from carbonpath.core.answers.paths import DISPATCH
from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import as_table, read_table
from carbonpath.core.units import conversion_factor
from carbonpath.indicators.items import items_of
from carbonpath.system.storages import ROLE as STORAGE
from carbonpath.system.system import System
from carbonpath.workflow.analysis_files import Page, write_analysis
from carbonpath.workflow.drawing import chart_options
from carbonpath.workflow.figures import Drawn
from carbonpath.workflow.macc import require_year
from carbonpath.workflow.named_system import INPUTS
from carbonpath.workflow.outputs import RESULTS
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run, find_run
from carbonpath.workflow.stored_system import read_system

CARRIERS = {"power": ("electricity",), "heat": ("heat_steam", "dh_heat")}
"""Commodities of each carrier."""
NETWORK = "dh_heat"
"""Commodity that the heating network takes."""
FAMILIES = {"power": "electricity_source", "heat": "heat_source"}
"""Items of each carrier's sources."""
ROLES = {"purchase": "grid", "sale": "grid", STORAGE: "storage"}
"""Item of what neither makes nor takes for itself."""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A typical day of each season of a run."""

    run: Run
    """The run."""
    table: pd.DataFrame
    """Table DISPATCH."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``dispatch --json`` tells it."""
        rows = self.table.drop(columns=["scenario", "year"]).to_dict("records")
        return {"run": self.run.manifest.run, "year": int(self.table["year"].iloc[0]), "dispatch": rows}


def tell_dispatch(project: Project, reference: str, year: int | None) -> Dispatch:
    """Return the typical days of a run.

    Parameters
    ----------
    project
        Project with its runs.
    reference
        Run.
    year
        Year told; None: the last.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if the run is not found, CP-142 for a year beyond the horizon, CP-922 for an annual run.
    """
    run = find_run(project.runs_folder, reference)
    system = read_system(run.folder / INPUTS)
    if not system.yearly_commodities:
        raise UsageError(Problem("CP-922", value=run.manifest.run))
    told = system.years[-1] if year is None else year
    require_year(told, system)
    result = read_table(run.folder / RESULTS, RESULT)
    flows = _flows(result[result["year"] == told], system)
    rows = pd.concat([_sources(flows, carrier) for carrier in CARRIERS] + [_levels(flows)], ignore_index=True)
    table = _by_power(rows, system).assign(scenario=run.manifest.scenario, year=told, unit="MW")
    return Dispatch(run, as_table(table, DISPATCH))


def write_dispatch(project: Project, dispatch: Dispatch, folder: Path, page: Page) -> Drawn:
    """Write ``dispatch.csv`` and its chart into `folder`."""
    options = chart_options(project, [dispatch.run], page.language)
    return write_analysis(folder, {"dispatch": dispatch.table}, [(chart, dispatch.table)], options, page.formats)


def _flows(rows: pd.DataFrame, system: System) -> pd.DataFrame:
    """Return flows by timeslice with carrier, role and library entry, without what makes network heat of steam."""
    carriers = {commodity: carrier for carrier, names in CARRIERS.items() for commodity in names}
    flows = rows[rows["quantity"].isin(("timeslice_production", "timeslice_use"))].merge(
        system.technologies[["technology", "library_id", "role"]], on="technology"
    )
    flows = flows.assign(
        carrier=flows["commodity"].map(carriers), kind=flows["quantity"].map(lambda name: name.rpartition("_")[2])
    ).dropna(subset="carrier")
    heat = flows[flows["carrier"] == "heat"]
    both = heat.groupby("technology")["kind"].nunique()
    return flows[~((flows["carrier"] == "heat") & flows["technology"].isin(both.index[both > 1]))]


def _sources(flows: pd.DataFrame, carrier: str) -> pd.DataFrame:
    own = flows[flows["carrier"] == carrier]
    items = own["role"].map(ROLES).fillna(items_of(FAMILIES[carrier], own["library_id"]))
    moved = own.assign(item=items)
    made = moved[moved["kind"] == "production"].assign(kind="supply")
    let_go = moved[(moved["kind"] == "use") & moved["role"].isin(("sale", STORAGE))]
    return pd.concat([made, let_go.assign(value=-let_go["value"])], ignore_index=True)


def _levels(flows: pd.DataFrame) -> pd.DataFrame:
    """Return what is left of supply: of power without what is sold or stored, of heat without that of the network."""
    made = flows["kind"] == "production"
    given_away = flows["role"].isin(("sale", STORAGE)) & (flows["carrier"] == "power")
    kept = flows[made | given_away | (flows["commodity"] == NETWORK)]
    signed = kept["value"].where(kept["kind"] == "production", -kept["value"])
    return kept.assign(value=signed, kind="level", item="")


def _by_power(rows: pd.DataFrame, system: System) -> pd.DataFrame:
    """Return mean power in MW, in the order of seasons and parts of the day."""
    parts = system.parameter("timeslice_season").merge(system.parameter("timeslice_bracket"), on="timeslice")
    parts = parts[["timeslice", "season", "bracket"]].rename(columns={"bracket": "day_part"})
    of_day = system.parameter("bracket_share").groupby("bracket")["value"].first() * conversion_factor("y", "h")
    parts["hours"] = parts["day_part"].map(of_day)
    keys = ["carrier", "kind", "item", "timeslice"]
    energy = rows.assign(value=rows["value"] * rows["unit"].map(lambda unit: conversion_factor(unit, "TWh")))
    table: pd.DataFrame = energy.groupby(keys, as_index=False)["value"].sum().merge(parts, on="timeslice")
    share = table["timeslice"].map(dict(system.timeslices)).astype(float)
    table["value"] = table["value"] / share * conversion_factor("TWh/y", "MW")
    order = {name: place for place, name in enumerate(system.timeslices)}
    return table.assign(place=table["timeslice"].map(order)).sort_values(["carrier", "kind", "item", "place"])
