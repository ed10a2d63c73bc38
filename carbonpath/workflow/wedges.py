"""What each measure of a scenario takes off the emissions of its reference, and what it costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from carbonpath.charts.measures import wedges as wedge_chart
from carbonpath.core.answers.paths import ABATEMENT
from carbonpath.core.messages import LANGUAGES
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.indicators.attribution import (
    Order,
    Subset,
    Values,
    beginnings,
    draw_orders,
    sampled_parts,
    sequential_parts,
    shapley_parts,
    subsets,
)
from carbonpath.indicators.emissions import BOUNDARIES
from carbonpath.system.system import System
from carbonpath.workflow.analysis_files import Page, page_options, write_analysis
from carbonpath.workflow.figures import Drawn
from carbonpath.workflow.fitting import fit_district
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.macc import require_year
from carbonpath.workflow.measures import Measures, find_measures, measure_title
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.plans import Plan, present_value, solve_plan
from carbonpath.workflow.project import Project
from carbonpath.workflow.scenarios import NO_SETTINGS
from carbonpath.workflow.selections import find_selections, solve_selections

MOST = 12
"""Measures over all of whose orders an effect is shared out unless it is asked otherwise: 2^12 plans, minutes."""
ORDERS = 128
"""Orders drawn for more measures than that."""
SEED = 20200923
"""Seed of the orders that are drawn."""
SCATTER = "_half_width"
"""Ending of what tells half of the 95 % interval."""
TRACE = 1e-6
"""Savings, Mt, up to which no cost a tonne is told."""

Effects = Mapping[Subset, Values]
Told = Callable[[int, int], None]


def untold(_done: int, _total: int) -> None:
    """Listen to nothing."""


@dataclass(frozen=True, slots=True)
class WedgeOptions:
    """What may be chosen about the sharing out."""

    reference: str | None = None
    """Reference; None: the first scenario of the project's list."""
    year: int | None = None
    """Year told beside the present value; None: the last."""
    groups: tuple[str, ...] = ()
    """Levers that are taken as one measure, joined by ``+``."""
    orders: int | None = None
    """Orders to be drawn; None: all orders of up to twelve measures, 128 of more."""
    jobs: int = 1
    """Processes."""


@dataclass(frozen=True, slots=True)
class Wedges:
    """A scenario taken apart into its measures."""

    measures: Measures
    """Scenario, reference and measures."""
    boundary: str
    """Boundary of the costs per tonne."""
    year: int
    """Year told beside the present value."""
    plans: int
    """Plans that were solved."""
    orders: int
    """Orders that were drawn; 0: all orders are in the mean."""
    paths: pd.DataFrame
    """``wedge_sequential``, ``wedge_shapley``, with drawn orders its half-width, and ``wedge_reference``, as
    INDICATOR in each boundary."""
    table: pd.DataFrame
    """What each measure saves and costs, as ABATEMENT."""
    problems: tuple[Problem, ...]
    """Which orders are in the mean, if not all; why there are no Shapley values, if there are none."""

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
        counts = {"plans": self.plans, "orders": self.orders or "all"}
        return {
            **names,
            **counts,
            "boundary": self.boundary,
            "year": self.year,
            "measures": parts,
            "mt_by_year": yearly,
        }


def cut_wedges(
    project: Project, name: str, options: WedgeOptions, listener: Listener = silent, told: Told = untold
) -> Wedges:
    """Return what each measure of a scenario saves and costs against a reference.

    Parameters
    ----------
    project
        Project.
    name
        Scenario; several are joined by ``+``.
    options
        Reference, year, groups, orders, processes.
    listener
        Told of the stages.
    told
        Told how many of how many plans are solved.

    Raises
    ------
    UsageError
        CP-142 for a year beyond the horizon, CP-615 for a group of what is no measure.
    CarbonpathError
        What `find_measures` and the model raise: the measures have a plan in their order, one after another.
    """
    measures = find_measures(project, name, options.reference).grouped(options.groups)
    base = fit_district(project, Journal(name, listener))
    system = base.system(scenario_specification(project, measures.reference, NO_SETTINGS))
    year = system.years[-1] if options.year is None else options.year
    require_year(year, system)
    boundary = project.file.boundary
    orders = _orders(measures, options)
    with Journal(name, listener).stage("model"):
        plans = {chosen: solve_plan(system, measures.scenario_of(chosen)) for chosen in beginnings(measures.names)}
        wanted = subsets(measures.names) if orders is None else chain.from_iterable(map(beginnings, orders))
        others = [chosen for chosen in dict.fromkeys(wanted) if chosen not in plans]
        plans |= solve_selections(find_selections(measures, system), others, options.jobs, told)
    effects = {chosen: effect_of(plan, boundary) for chosen, plan in plans.items()}
    ways, problems = _ways(effects, measures, orders)
    table = as_table(list(_cost_rows(ways, measures, system, boundary, year)), ABATEMENT)
    frame = pd.DataFrame(list(_path_rows(ways, effects, system)))
    paths = as_table(frame.assign(scenario=measures.scenario.name, region=system.regions[0], unit="Mt"), INDICATOR)
    drawn = 0 if orders is None else len(orders)
    return Wedges(measures, boundary, year, len(plans), drawn, paths, table, problems)


def effect_of(plan: Plan, boundary: str) -> Values:
    """Return emissions by year in each boundary, their present value in `boundary`, and cost, in a row."""
    paths = [plan.emissions(name) for name in BOUNDARIES]
    chosen = paths[list(BOUNDARIES).index(boundary)]
    return np.array([*np.concatenate(paths), present_value(chosen, plan.system), plan.cost])


def write_wedges(project: Project, wedges: Wedges, folder: Path, page: Page) -> Drawn:
    """Write ``wedges.csv`` (by year), ``measures.csv`` (present value and cost) and the chart into `folder`."""
    scenario = wedges.measures.scenario
    options = page_options(project, page, wedges.boundary, {scenario.name: scenario.title})
    tables = {"wedges": wedges.paths, "measures": wedges.table}
    return write_analysis(folder, tables, [(wedge_chart, wedges.paths)], options, page.formats)


def _orders(measures: Measures, options: WedgeOptions) -> list[Order] | None:
    """Return the orders to be drawn; None if all are to be taken."""
    count = options.orders
    if count is None:
        if len(measures.names) <= MOST:
            return None
        count = ORDERS
    return draw_orders(measures.names, max(2, (count + 1) // 2), np.random.default_rng(SEED))


def _ways(
    effects: Effects, measures: Measures, orders: Sequence[Order] | None
) -> tuple[dict[str, Mapping[str, Values]], tuple[Problem, ...]]:
    """Return the parts of each measure, by way of sharing out, and what is to be told of it."""
    ways: dict[str, Mapping[str, Values]] = {"sequential": sequential_parts(effects, measures.names)}
    try:
        found = shapley_parts(effects, measures.names) if orders is None else sampled_parts(effects, orders)
    except ValueError:
        return ways, (_told("CP-614", measures, str(len(orders or ()))),)
    ways["shapley"] = {name: found.means[name] for name in measures.names}
    if found.half_widths:
        ways[f"shapley{SCATTER}"] = {name: found.half_widths[name] for name in measures.names}
    problems = [_told("CP-612", measures, str(len(measures.names)), orders=str(len(orders)))] if orders else []
    if found.share < 1.0:
        problems.append(_told("CP-613", measures, f"{100.0 * found.share:.3g} %"))
    return ways, tuple(problems)


def _told(code: str, measures: Measures, value: str, **details: str) -> Problem:
    return Problem(code, place=measures.scenario.name, value=value, details=details, severity="warning")


def _path_rows(
    ways: Mapping[str, Mapping[str, Values]], effects: Effects, system: System
) -> Iterator[dict[str, object]]:
    """Yield wedges by year; those of a year add up to the reference less the scenario, in each boundary."""
    parts = {f"wedge_{way}": (_sign(way), members) for way, members in ways.items()}
    parts["wedge_reference"] = (1.0, {"": effects[frozenset()]})
    for place, boundary in enumerate(BOUNDARIES):
        first = place * len(system.years)
        for name, (sign, members) in parts.items():
            for item, part in members.items():
                path = sign * part[first : first + len(system.years)]
                for year, value in zip(system.years, path.tolist(), strict=True):
                    yield {"indicator": name, "item": item, "boundary": boundary, "year": year, "value": value}


def _cost_rows(
    ways: Mapping[str, Mapping[str, Values]], measures: Measures, system: System, boundary: str, year: int
) -> Iterator[dict[str, object]]:
    """Yield what each measure saves and costs, and what all do."""
    total = np.sum(list(ways["sequential"].values()), axis=0)
    annual = list(BOUNDARIES).index(boundary) * len(system.years) + system.years.index(year)
    head = {"scenario": measures.scenario.name, "boundary": boundary, "year": year, "price": 0.0}
    for way, parts in {**ways, "total": {"": total}}.items():
        exact = "no" if f"{way}{SCATTER}" in ways or way.endswith(SCATTER) else "yes"
        for rank, (name, part) in enumerate(parts.items(), 1):
            saved, cost = _sign(way) * float(part[-2]), float(part[-1])
            told: dict[str, object] = {
                language: measure_title(name, language) if name else "" for language in LANGUAGES
            }
            unit_cost = cost / saved if saved > TRACE and not way.endswith(SCATTER) else 0.0
            effect = {"abatement": saved, "cost": cost, "unit_cost": unit_cost}
            effect["annual"] = _sign(way) * float(part[annual])
            yield {**head, "kind": way, "rank": rank, "technology": name, "exact": exact, **told, **effect}


def _sign(way: str) -> float:
    """Return what makes a saving of a change of emissions; a half-width has no direction."""
    return 1.0 if way.endswith(SCATTER) else -1.0
