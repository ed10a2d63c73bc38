"""`alternatives`: what nearly the least cost leaves open, as ranges of quantities and as plans that differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pandas as pd

from carbonpath.charts.windows import alternatives as plan_chart
from carbonpath.charts.windows import extents as extent_chart
from carbonpath.core.answers.paths import ALTERNATIVE, EXTENT
from carbonpath.core.errors import UsageError
from carbonpath.core.messages import LANGUAGES, Language
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table
from carbonpath.indicators.coal import GROUP as COAL_GROUP
from carbonpath.indicators.peak import find_peak
from carbonpath.indicators.tables import Specification
from carbonpath.model.labels import Units, label_of
from carbonpath.study.alternatives import Alternative, Extent, Quantity, Target, find_alternatives, find_extents
from carbonpath.system.system import System
from carbonpath.workflow.analysis_files import write_analysis
from carbonpath.workflow.drawing import FORMATS, chart_options
from carbonpath.workflow.figures import Drawn
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run, find_run
from carbonpath.workflow.stored_system import read_system

INPUTS = "inputs"
"""Folder of a run that holds its system."""
NOTHING = 1e-6
"""Capacity below which a plan builds nothing of a technology."""
_TARGET = re.compile(r"(?:(?P<quantity>\w+):)?(?P<name>[^@:]+)(?:@(?P<first>\d{4})(?:-(?P<last>\d{4}))?)?")
DIMENSIONS = {"group_activity": "group", "boundary_emissions": "boundary"}
"""Dimension of the names of a quantity; technologies otherwise."""


@dataclass(frozen=True)
class Openness:
    """What nearly the least cost of a run leaves open."""

    run: Run
    """Run."""
    boundary: str
    """Boundary of emissions and peaks."""
    extents: pd.DataFrame
    """Table EXTENT."""
    plans: pd.DataFrame
    """Table ALTERNATIVE."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``alternatives --json`` tells it."""
        extents = [
            {**one, "most": one["most"] if one["bounded"] == "yes" else None}
            for one in self.extents.drop(columns=["scenario"]).to_dict("records")
        ]
        plans = [_plan_json(str(name), part) for name, part in self.plans.groupby("plan", sort=False)]
        manifest = self.run.manifest
        head = {"scenario": manifest.scenario, "run": manifest.run, "boundary": self.boundary}
        return {**head, "extents": extents, "plans": plans}

    def write(self, project: Project, folder: Path, language: Language) -> Drawn:
        """Write ``extents.csv``, ``alternatives.csv`` and their charts into a folder."""
        tables = {"extents": self.extents, "alternatives": self.plans}
        charts = [(extent_chart, self.extents), (plan_chart, self.plans)]
        return write_analysis(folder, tables, charts, chart_options(project, [self.run], language), FORMATS)


def find_openness(
    project: Project, reference: str, slacks: Sequence[float], targets: Sequence[str] = (), plans: int = 0
) -> Openness:
    """Return how far quantities may move, and plans that differ, near the least cost of a run.

    Parameters
    ----------
    project
        Project.
    reference
        Run id, tag, scenario or ``@last``.
    slacks
        Relative slacks of total discounted cost; the plans are found within the largest.
    targets
        Quantities in the words of `read_target`; if there are none: emissions within each boundary, and coal.
    plans
        How many plans beside the least-cost plan.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if the run is not found, CP-138 or CP-621 for a target that cannot be read or is not there.
    CarbonpathError
        What the model raises.
    """
    run = find_run(project.runs_folder, reference)
    system = read_system(run.folder / INPUTS)
    chosen = [read_target(words, system) for words in targets] or _standard_targets(system)
    found = [extent for slack in slacks for extent in find_extents(system, chosen, slack)]
    scenario = run.manifest.scenario
    alternatives = find_alternatives(system, plans, max(slacks), scenario) if plans else ()
    boundary = project.file.boundary
    return Openness(
        run,
        boundary,
        _extent_table(found, system, scenario),
        _plan_table(alternatives, system, scenario, boundary),
    )


def read_target(words: str, system: System) -> Target:
    """Return the quantity that is meant by ``[QUANTITY:]NAME[@YEAR[-YEAR]]``, e.g. ``coal_use@2035``.

    A group stands for its activity, a boundary for its emissions, a technology for its capacity in the last year.

    Raises
    ------
    UsageError
        CP-138 if the words are none.
    """
    found = _TARGET.fullmatch(words.strip())
    known: tuple[Quantity, ...] = get_args(Quantity)
    if found is None or (found["quantity"] or known[0]) not in known:
        raise UsageError(Problem("CP-138", value=words, details={"known": ", ".join(known)}))
    name = found["name"]
    quantity = next((one for one in known if one == found["quantity"]), None) or _quantity_of(name, system)
    first, last = found["first"], found["last"] or found["first"]
    years = tuple(range(int(first), int(last) + 1)) if first else ()
    if quantity == "total_capacity" and not years:
        years = system.years[-1:]
    return Target(quantity, name, years)


def _quantity_of(name: str, system: System) -> Quantity:
    if name in set(system.groups["group"]):
        return "group_activity"
    return "total_capacity" if name in set(system.technologies["technology"]) else "boundary_emissions"


def _standard_targets(system: System) -> list[Target]:
    boundaries = dict.fromkeys(system.parameter("boundary_weight")["boundary"])
    coal = [Target("group_activity", COAL_GROUP)] if COAL_GROUP in set(system.groups["group"]) else []
    return [*(Target("boundary_emissions", str(name)) for name in boundaries), *coal]


def _extent_table(extents: Sequence[Extent], system: System, scenario: str) -> pd.DataFrame:
    units = Units(system)
    rows: list[dict[str, object]] = []
    for one in extents:
        target, years = one.target, one.target.years or system.years
        dimension = DIMENSIONS.get(target.quantity, "technology")
        bounded = one.most < float("inf")
        rows.append(
            {
                "scenario": scenario,
                "quantity": target.quantity,
                "name": target.name,
                **{language: label_of(system, dimension, target.name, language) for language in LANGUAGES},
                "first": years[0],
                "last": years[-1],
                "unit": _unit_of(target, units, system),
                "slack": one.slack,
                "at_least_cost": one.at_least_cost,
                "least": one.least,
                "most": one.most if bounded else 0.0,
                "bounded": "yes" if bounded else "no",
            }
        )
    return as_table(rows, EXTENT)


def _unit_of(target: Target, units: Units, system: System) -> str:
    parts = ("",) if target.quantity == "activity" else ()
    return units.of(target.quantity, (system.regions[0], target.name, *parts, *parts, system.years[0]))


def _plan_table(plans: Sequence[Alternative], system: System, scenario: str, boundary: str) -> pd.DataFrame:
    rows: list[dict[str, object]] = []
    for plan in plans:
        head = {"scenario": scenario, "plan": plan.name}
        emissions = plan.result[
            (plan.result["quantity"] == "boundary_emissions") & (plan.result["emission"] == boundary)
        ]
        counted = zip(emissions["year"].astype(int), emissions["value"].astype(float), strict=True)
        path = dict.fromkeys(system.years, 0.0) | dict(counted)
        peak = find_peak(path, Specification().peak_tolerance, Specification().plateau_width)
        told = (
            ("cost", plan.cost, "million CNY"),
            ("distance", plan.distance, "1"),
            ("peak_year", float(peak.year), "year"),
            ("peak_level", peak.level, "Mt"),
            ("cumulative_emissions", sum(path.values()), "Mt"),
        )
        rows += [{**head, "item": item, "value": value, "unit": unit} for item, value, unit in told]
        built = plan.result[plan.result["quantity"] == "new_capacity"]
        for (technology, unit), part in built.groupby(["technology", "unit"], sort=True):
            amount = float(part["value"].sum())
            if amount > NOTHING:
                names: dict[str, object] = {
                    language: label_of(system, "technology", str(technology), language) for language in LANGUAGES
                }
                place = {"item": "new_capacity", "technology": technology, "value": amount, "unit": unit}
                rows.append({**head, **place, **names})
    return as_table(rows, ALTERNATIVE)


def _plan_json(name: str, part: pd.DataFrame) -> dict[str, Any]:
    values = part[part["technology"] == ""].set_index("item")["value"]
    built = part[part["item"] == "new_capacity"]
    return {
        "plan": name,
        "cost": float(values["cost"]),
        "distance": float(values["distance"]),
        "peak_year": int(values["peak_year"]),
        "peak_mtco2": float(values["peak_level"]),
        "cumulative_mtco2": float(values["cumulative_emissions"]),
        "new_capacity": dict(zip(built["technology"], built["value"].astype(float), strict=True)),
    }
