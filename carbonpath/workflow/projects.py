"""The investment projects of a run against a reference: what, whose, how much, what they save, when, who answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.core.answers.paths import PROJECT
from carbonpath.core.errors import UsageError
from carbonpath.core.messages import LANGUAGES, Language, text
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import as_table, read_table, write_table
from carbonpath.study.project_effects import Amounts, ProjectEffects, project_effects
from carbonpath.study.technology_curve import Saving
from carbonpath.system.system import System
from carbonpath.workflow.macc import require_year
from carbonpath.workflow.named_system import INPUTS
from carbonpath.workflow.outputs import RESULTS
from carbonpath.workflow.project import Project
from carbonpath.workflow.responsible import units_by_sector, units_of_measures
from carbonpath.workflow.runs import Run, find_run
from carbonpath.workflow.stored_system import read_system

SMALLEST = 1.0
"""Investment, million CNY, below which nothing is a project."""
OTHERS = ("conditions", "operation", "total")
"""What stands beside the projects: before them, after them, and all together."""


@dataclass(frozen=True, slots=True)
class ProjectList:
    """The projects of one run."""

    run: Run
    """Run."""
    reference: Run
    """Run that it is held against."""
    table: pd.DataFrame
    """Table PROJECT; the projects by what a tonne costs, those that the reference has too last, then the rest."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``projects --json`` tells it."""
        rows = self.table.drop(columns=["scenario", "rank"])
        own = rows.loc[~rows["technology"].isin(OTHERS)].to_dict("records")
        rest = rows.loc[rows["technology"].isin(OTHERS)].set_index("technology")
        others = rest[["abatement", "cost", "unit_cost", "annual", "investment", "extra"]].to_dict("index")
        runs = {"run": self.run.manifest.run, "reference": self.reference.manifest.run}
        return {"scenario": self.run.manifest.scenario, **runs, "projects": own, "others": others}


def list_projects(
    project: Project, reference: str, against: str | None, year: int | None, language: Language = "zh"
) -> ProjectList:
    """Return what a run builds, with what each project saves and costs against another run.

    Parameters
    ----------
    project
        Project with its runs.
    reference
        Run.
    against
        Run that it is held against; None: the first scenario of the project's list.
    year
        Year whose abatement is told; None: the last.
    language
        Language of the responsible units by sector; those of measures are in the language of the run.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if a run is not found, CP-142 for a year beyond the horizon, CP-144 if the years differ,
        CP-921 for a run with day parts.
    CarbonpathError
        What the model raises.
    """
    run, base = (find_run(project.runs_folder, name) for name in (reference, against or project.file.run_all[0]))
    system, other = read_system(run.folder / INPUTS), read_system(base.folder / INPUTS)
    if system.years != other.years:
        spans = [f"{years[0]}-{years[-1]}" for years in (system.years, other.years)]
        raise UsageError(Problem("CP-144", value=spans[0], details={"other": spans[1]}))
    for one, told_by in ((run, system), (base, other)):
        if len(told_by.timeslices) > 1:
            raise UsageError(Problem("CP-921", value=one.manifest.run))
    told = system.years[-1] if year is None else year
    require_year(told, system)
    result, before = (read_table(one.folder / RESULTS, RESULT) for one in (run, base))
    built = _built(result, before)
    wanted = _activities(result, [name for name, row in built.iterrows() if row["extra"] > SMALLEST])
    boundary = project.file.boundary
    effects = project_effects(system, other, wanted, boundary)
    rows = [*_project_rows(built, effects, told), *_other_rows(built, effects, told)]
    units = units_of_measures(run.folder / INPUTS / "changes.csv", system)
    table = _named(rows, system, units, units_by_sector(project.inventory_folder, language))
    scenario = run.manifest.scenario
    return ProjectList(run, base, as_table(table.assign(scenario=scenario, boundary=boundary, year=told), PROJECT))


def write_projects(projects: ProjectList, folder: Path) -> Path:
    """Write ``projects.csv`` into `folder` and return it."""
    path = folder / "projects.csv"
    write_table(projects.table, path)
    return path


def _built(result: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """Return investment, its part beyond the reference, capacity and years of building by technology."""
    spent, spent_before = (_by_technology(rows, "capital_investment") for rows in (result, before))
    table = pd.DataFrame({"investment": spent, "capacity": _by_technology(result, "new_capacity")}).fillna(0.0)
    table["extra"] = table["investment"].sub(spent_before.reindex(table.index).fillna(0.0))
    added = result.loc[(result["quantity"] == "new_capacity") & (result["value"] > 0.0)]
    years = added.groupby("technology")["year"]
    table = table.assign(first_year=years.min(), last_year=years.max())
    return table.loc[table["investment"] > SMALLEST].fillna({"first_year": 0, "last_year": 0})


def _by_technology(rows: pd.DataFrame, name: str) -> pd.Series:
    return rows.loc[rows["quantity"] == name].groupby("technology")["value"].sum()


def _activities(result: pd.DataFrame, names: list[Any]) -> dict[str, Amounts]:
    """Return what each technology does in the run, by mode, timeslice and year."""
    rows = result.loc[(result["quantity"] == "activity") & result["technology"].isin(names)]
    found: dict[str, dict[tuple[str, str, str, int], float]] = {str(name): {} for name in names}
    columns = ["technology", "mode", "timeslice", "year", "value"]
    for technology, mode, timeslice, year, value in rows[columns].itertuples(index=False):
        found[technology][technology, mode, timeslice, int(year)] = float(value)
    return dict(found)


def _project_rows(built: pd.DataFrame, effects: ProjectEffects, year: int) -> Iterator[dict[str, object]]:
    """Yield the projects: those beyond the reference by their cost per tonne, then those that it has too."""
    savings = dict(effects.projects)
    saving_nothing = [name for name, saving in effects.projects if saving.unit_cost is None]
    order = [name for name, saving in effects.projects if saving.unit_cost is not None]
    order.sort(key=lambda name: savings[name].unit_cost or 0.0)
    ranked = [*order, *saving_nothing]
    more = built.loc[~built.index.isin(ranked)].sort_values("investment", ascending=False).index
    for rank, name in enumerate([*ranked, *more], 1):
        numbers = _numbers(savings[name], year) if name in savings else {}
        yield {"rank": rank, "technology": name, **built.loc[name].to_dict(), **numbers}


def _other_rows(built: pd.DataFrame, effects: ProjectEffects, year: int) -> Iterator[dict[str, object]]:
    sums = {"investment": built["investment"].sum(), "extra": built["extra"].sum()}
    parts = {"conditions": effects.conditions, "operation": effects.operation, "total": effects.whole}
    for place, name in enumerate(OTHERS, 1):
        spent = sums if name == "total" else {}
        yield {"rank": len(built) + place, "technology": name, **spent, **_numbers(parts[name], year)}


def _numbers(saving: Saving, year: int) -> dict[str, object]:
    return {
        "abatement": saving.discounted,
        "cost": saving.cost,
        "unit_cost": saving.unit_cost or 0.0,
        "annual": float(saving.by_year.get(year, 0.0)),
    }


def _named(
    rows: list[dict[str, object]], system: System, units: Mapping[str, str], by_sector: Mapping[str, str]
) -> pd.DataFrame:
    entities = system.technologies.set_index("technology")[["firm", "sector", "capacity_unit", *LANGUAGES]]
    table = pd.DataFrame(rows).join(entities, on="technology")
    beside = table["technology"].isin(OTHERS)
    for language in LANGUAGES:
        words = {name: text(f"workflow.projects.{name}", language) for name in OTHERS}
        table.loc[beside, language] = table.loc[beside, "technology"].map(words)
    answers = [
        "" if name in OTHERS else units.get(name, by_sector.get(sector, ""))
        for name, sector in zip(table["technology"], table["sector"], strict=True)
    ]
    basis = [
        "" if not answer else "measure" if name in units else "sector"
        for name, answer in zip(table["technology"], answers, strict=True)
    ]
    numbers = ["investment", "extra", "capacity", "first_year", "last_year"]
    numbers += ["abatement", "cost", "unit_cost", "annual"]
    filled = table.assign(responsible=answers, basis=basis).fillna(dict.fromkeys(numbers, 0.0))
    return filled.astype({"first_year": int, "last_year": int})
