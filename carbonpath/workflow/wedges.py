"""What each measure of a scenario takes off the emissions of its reference, and what it costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from carbonpath.charts.measures import wedges as wedge_chart
from carbonpath.core.answers import ABATEMENT
from carbonpath.core.errors import InfeasibleError
from carbonpath.core.messages import LANGUAGES, text
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.indicators.attribution import Subset, Values, sequential_parts, shapley_parts, subsets
from carbonpath.indicators.emissions import BOUNDARIES
from carbonpath.workflow.analysis_files import Page, page_options, write_analysis
from carbonpath.workflow.figures import Drawn
from carbonpath.workflow.fitting import fit_district
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.macc import require_year
from carbonpath.workflow.measures import Measures, find_measures
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.plans import Plan, present_value, solve_plan
from carbonpath.workflow.project import Project
from carbonpath.workflow.scenarios import NO_SETTINGS

MOST = 6
"""Measures over all of whose orders an effect is shared out: 2^6 plans."""

Plans = Mapping[Subset, Plan]


@dataclass(frozen=True, slots=True)
class Wedges:
    """A scenario taken apart into its measures."""

    measures: Measures
    """Scenario, reference and measures."""
    boundary: str
    """Boundary of the costs per tonne."""
    year: int
    """Year told beside the present value."""
    paths: pd.DataFrame
    """``wedge_sequential``, ``wedge_shapley`` (where known) and ``wedge_reference`` as INDICATOR, in each boundary."""
    table: pd.DataFrame
    """What each measure saves and costs, as ABATEMENT."""
    problems: tuple[Problem, ...]
    """Why there are no Shapley values, if there are none."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``wedges --json`` tells it."""
        columns = ["technology", "abatement", "cost", "unit_cost", "annual"]
        parts = {
            str(kind): rows[columns].rename(columns={"technology": "measure"}).to_dict("records")
            for kind, rows in self.table.groupby("kind", sort=False)
        }
        own = self.paths.loc[self.paths["boundary"] == self.boundary]
        yearly = {
            str(name): {
                str(item): {str(year): value for year, value in zip(rows["year"], rows["value"], strict=True)}
                for item, rows in members.groupby("item", sort=False)
            }
            for name, members in own.groupby("indicator", sort=False)
        }
        names = {"scenario": self.measures.scenario.name, "reference": self.measures.reference.name}
        return {**names, "boundary": self.boundary, "year": self.year, "measures": parts, "mt_by_year": yearly}


def cut_wedges(
    project: Project, name: str, reference: str | None = None, year: int | None = None, listener: Listener = silent
) -> Wedges:
    """Return what each measure of a scenario saves and costs against a reference.

    Parameters
    ----------
    project
        Project.
    name
        Scenario; several are joined by ``+``.
    reference
        Reference; None: the first scenario of the project's list.
    year
        Year told beside the present value; None: the last.
    listener
        Told of the stages.

    Raises
    ------
    UsageError
        CP-142 for a year beyond the horizon.
    CarbonpathError
        What `find_measures` and the model raise: the measures have a plan in their order, one after another.
    """
    measures = find_measures(project, name, reference)
    base = fit_district(project, Journal(name, listener))
    system = base.system(scenario_specification(project, measures.reference, NO_SETTINGS))
    told = system.years[-1] if year is None else year
    require_year(told, system)
    chain = [frozenset(measures.names[:count]) for count in range(len(measures.names) + 1)]
    problems: tuple[Problem, ...] = ()
    with Journal(name, listener).stage("model"):
        plans = {chosen: solve_plan(system, measures.scenario_of(chosen)) for chosen in chain}
        others = [chosen for chosen in subsets(measures.names) if chosen not in plans]
        if len(measures.names) > MOST:
            problems = (_unshared("CP-612", measures, str(len(measures.names))),)
        else:
            try:
                plans |= {chosen: solve_plan(system, measures.scenario_of(chosen)) for chosen in others}
            except InfeasibleError as error:
                problems = (_unshared("CP-613", measures, error.problems[0].place),)
    rows = list(_path_rows(plans, measures, shared=not problems))
    boundary = project.file.boundary
    table = as_table(_cost_rows(plans, measures, boundary, told, shared=not problems), ABATEMENT)
    frame = pd.DataFrame(rows).assign(scenario=measures.scenario.name, region=system.regions[0], unit="Mt")
    return Wedges(measures, boundary, told, as_table(frame, INDICATOR), table, problems)


def write_wedges(project: Project, wedges: Wedges, folder: Path, page: Page) -> Drawn:
    """Write ``wedges.csv`` (by year), ``measures.csv`` (present value and cost) and the chart into `folder`."""
    scenario = wedges.measures.scenario
    options = page_options(project, page, wedges.boundary, {scenario.name: scenario.title})
    tables = {"wedges": wedges.paths, "measures": wedges.table}
    return write_analysis(folder, tables, [(wedge_chart, wedges.paths)], options, page.formats)


def _unshared(code: str, measures: Measures, value: str) -> Problem:
    return Problem(code, place=measures.scenario.name, value=value, details={"most": str(MOST)}, severity="warning")


def _ways(plans: Plans, measures: Measures, values: Mapping[Subset, Values], shared: bool) -> dict[str, Any]:
    """Return the parts of each measure, by way of sharing out."""
    ways = {"sequential": sequential_parts(values, measures.names)}
    return ways | ({"shapley": shapley_parts(values, measures.names)} if shared else {})


def _path_rows(plans: Plans, measures: Measures, shared: bool) -> Iterator[dict[str, object]]:
    """Yield wedges by year; those of a year add up to the reference less the scenario, in each boundary."""
    years = plans[frozenset()].system.years
    for boundary in BOUNDARIES:
        paths: dict[Subset, Values] = {
            chosen: plan.emissions(boundary).to_numpy(dtype=float) for chosen, plan in plans.items()
        }
        parts: dict[str, Mapping[str, Values]] = {
            f"wedge_{way}": found for way, found in _ways(plans, measures, paths, shared).items()
        }
        parts["wedge_reference"] = {"": -paths[frozenset()]}
        for name, members in parts.items():
            for item, part in members.items():
                shown: Iterable[float] = (-np.asarray(part)).tolist()
                for year, value in zip(years, shown, strict=True):
                    yield {"indicator": name, "item": item, "boundary": boundary, "year": year, "value": value}


def _cost_rows(
    plans: Plans, measures: Measures, boundary: str, year: int, *, shared: bool
) -> Iterator[dict[str, object]]:
    """Yield what each measure saves and costs, and what all do."""
    numbers: dict[Subset, Values] = {}
    for chosen, plan in plans.items():
        path = plan.emissions(boundary)
        numbers[chosen] = np.array([-present_value(path, plan.system), plan.cost, -float(path[year])])
    ways = _ways(plans, measures, numbers, shared)
    ways["total"] = {"": numbers[frozenset(measures.names)] - numbers[frozenset()]}
    head = {"scenario": measures.scenario.name, "boundary": boundary, "year": year, "exact": "yes", "price": 0.0}
    for way, parts in ways.items():
        for rank, (name, (saved, cost, annual)) in enumerate(parts.items(), 1):
            names: dict[str, object] = {
                language: text(f"scenario.lever.{name}", language) if name else "" for language in LANGUAGES
            }
            unit_cost = cost / saved if saved > 0.0 else 0.0
            effect = {"abatement": saved, "cost": cost, "unit_cost": unit_cost, "annual": annual}
            yield {**head, "kind": way, "rank": rank, "technology": name, **names, **effect}
