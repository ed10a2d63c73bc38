"""Abatement curves of a scenario: by technology, alone and one after another, and from a rising carbon price."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.charts.measures import abatement_bars, price_sweep
from carbonpath.core.answers.paths import ABATEMENT
from carbonpath.core.errors import UsageError
from carbonpath.core.messages import LANGUAGES, Language, text
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table
from carbonpath.indicators.abatement_curve import Curve
from carbonpath.study.carbon_curve import carbon_curve
from carbonpath.study.priced import Answer, PricedProgramme
from carbonpath.study.technology_curve import Saving, TechnologyCurve, trace_technologies
from carbonpath.system.system import System
from carbonpath.workflow.analysis_files import Page, page_options, write_analysis
from carbonpath.workflow.figures import Drawn
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.named_system import NamedSystem, find_system
from carbonpath.workflow.plans import require_plan
from carbonpath.workflow.project import Project

CHOICES = ("process", "add_on")
"""Roles that are a choice of technology."""
TRADE = "purchase"
"""Role that is a choice where its good is made in the district, too: clinker, power."""
OPERATION = "operation"
"""Stands for what a price saves without more of any technology."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the curves are asked for."""

    price: float
    """Carbon price of the technologies, and highest price of the sweep, CNY/t, beside the price there is."""
    year: int | None = None
    """Year whose abatement is told; None: the last."""
    boundary: str | None = None
    """Emissions that pay; None: those of the project's headline."""


@dataclass(frozen=True, slots=True)
class Macc:
    """Abatement curves of one scenario."""

    named: NamedSystem
    """Scenario and system."""
    boundary: str
    """Emissions that pay."""
    year: int
    """Year whose abatement is told."""
    table: pd.DataFrame
    """Table ABATEMENT."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``macc --json`` tells it."""
        columns = ["technology", "firm", "sector", "price", "abatement", "cost", "unit_cost", "annual", "exact"]
        told = {str(kind): rows[columns].to_dict("records") for kind, rows in self.table.groupby("kind", sort=False)}
        head = {"scenario": self.named.scenario, "run": self.named.run, "boundary": self.boundary, "year": self.year}
        return {**head, "curves": told}


def trace_macc(
    project: Project, reference: str, asked: Asked, language: Language = "zh", listener: Listener = silent
) -> Macc:
    """Return the abatement curves of a run, or of a scenario that has no run.

    Raises
    ------
    UsageError
        CP-142 for a year beyond the horizon, CP-143 if the price makes nobody save, and what `find_system` raises.
    CarbonpathError
        What the model raises.
    """
    named = find_system(project, reference, language, listener)
    boundary = asked.boundary or project.file.boundary
    year = named.system.years[-1] if asked.year is None else asked.year
    require_year(year, named.system)
    with Journal(named.scenario, listener).stage("model"):
        require_plan(named.system, named.scenario)
        programme = PricedProgramme(named.system, boundary)
        curve = carbon_curve(programme, asked.price)
        technologies = trace_technologies(programme, asked.price, candidates(named.system))
    if not curve.steps:
        raise UsageError(Problem("CP-143", value=f"{asked.price:g}", details={"scenario": named.scenario}))
    rows = [*_technology_rows(technologies, year), *_sweep_rows(curve, year)]
    return Macc(named, boundary, year, _told(rows, named, boundary, year))


def require_year(year: int, system: System) -> None:
    """Raise if the horizon of a system does not hold a year.

    Raises
    ------
    UsageError
        CP-142.
    """
    if year not in system.years:
        ends = {"first": str(system.years[0]), "last": str(system.years[-1])}
        raise UsageError(Problem("CP-142", value=str(year), details=ends))


def candidates(system: System) -> list[str]:
    """Return the technologies that are a choice: processes, add-ons, purchases of what is also made."""
    own = system.technologies
    if not own["role"].isin(CHOICES).any():
        return own["technology"].to_list()
    chosen = own["role"].isin(CHOICES)
    good = own["main_output"].str.rpartition(".")[2]
    bought = (own["role"] == TRADE) & good.isin(good[chosen])
    return own.loc[chosen | bought, "technology"].to_list()


def _technology_rows(curve: TechnologyCurve, year: int) -> Iterator[dict[str, object]]:
    alone = sorted(curve.single.items(), key=lambda entry: (_cost_of(entry[1]), entry[0]))
    for kind, members in (("single", alone), ("sequential", curve.sequential)):
        kept = [(name, saving) for name, saving in members if saving.unit_cost is not None]
        for rank, (name, saving) in enumerate(kept, 1):
            yield {"kind": kind, "rank": rank, "technology": name, "price": curve.price, **_numbers(saving, year)}
    idle = [saving for _, saving in curve.sequential if saving.unit_cost is None]
    rest = sum((saving.by_year for saving in idle), curve.operation.by_year)
    operation = Saving(
        curve.operation.discounted + sum(saving.discounted for saving in idle),
        curve.operation.cost + sum(saving.cost for saving in idle),
        rest,
    )
    place = sum(saving.unit_cost is not None for _, saving in curve.sequential) + 1
    shared: dict[str, object] = {"price": curve.price}
    yield {"kind": "sequential", "rank": place, "technology": OPERATION, **shared, **_numbers(operation, year)}
    yield {"kind": "total", "rank": 1, **shared, **_numbers(curve.whole, year)}


def _sweep_rows(curve: Curve[Answer], year: int) -> Iterator[dict[str, object]]:
    for rank, step in enumerate(curve.steps, 1):
        before, after = curve.corners[rank - 1].plan, curve.corners[rank].plan
        saving = Saving(step.abatement, step.cost, before.by_year - after.by_year)
        exact = "yes" if step.exact else "no"
        yield {"kind": "sweep", "rank": rank, "price": step.price, **_numbers(saving, year), "exact": exact}


def _cost_of(saving: Saving) -> float:
    return float("-inf") if saving.unit_cost is None else saving.unit_cost


def _numbers(saving: Saving, year: int) -> dict[str, object]:
    return {
        "abatement": saving.discounted,
        "cost": saving.cost,
        "unit_cost": saving.unit_cost or 0.0,
        "annual": float(saving.by_year.get(year, 0.0)),
        "exact": "yes",
    }


def _told(rows: list[dict[str, object]], named: NamedSystem, boundary: str, year: int) -> pd.DataFrame:
    entities = named.system.technologies.set_index("technology")[["firm", "sector", *LANGUAGES]]
    table = pd.DataFrame(rows).fillna({"technology": ""}).join(entities, on="technology")
    whole = table["technology"] == OPERATION
    for language in LANGUAGES:
        table.loc[whole, language] = text("workflow.macc.operation", language)
    return as_table(table.assign(scenario=named.scenario, boundary=boundary, year=year), ABATEMENT)


def write_macc(project: Project, macc: Macc, folder: Path, page: Page) -> Drawn:
    """Write the table ``abatement.csv`` and both charts into `folder`."""
    options = page_options(project, page, macc.boundary, {macc.named.scenario: macc.named.title})
    charts = [(abatement_bars, macc.table), (price_sweep, macc.table)]
    return write_analysis(folder, {"abatement": macc.table}, charts, options, page.formats)
