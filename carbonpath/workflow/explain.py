"""`explain`: why a run is as it is, or why a scenario has no plan and what would give it one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import quantity
from carbonpath.model.conflict import ConflictStory, explain_conflict
from carbonpath.model.explain import Explanation, explain_system
from carbonpath.model.labels import label_of
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario, scenario_names
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System
from carbonpath.workflow.fitting import fit_district
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.market_rules import ruled_system
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import find_run
from carbonpath.workflow.scenarios import NO_SETTINGS
from carbonpath.workflow.stored_system import read_system

INPUTS = "inputs"
"""Folder of a run that holds its system."""


@dataclass(frozen=True, slots=True)
class Told:
    """A scenario explained: one of the two stories."""

    project: Project
    """Project, for the files in which limits are written."""
    scenario: str
    """Scenario."""
    run: str | None
    """Run whose system is explained; None where the scenario was solved for it."""
    system: System
    """System behind the story, for labels."""
    plan: Explanation | None
    """Why the plan is as it is."""
    conflict: ConflictStory | None
    """Why there is no plan."""
    impossible: tuple[Problem, ...] = ()
    """What makes the system plainly impossible, where that needs no solver."""


def explain_reference(project: Project, reference: str, language: Language, listener: Listener = silent) -> Told:
    """Return a run explained, or a scenario that has no run: one without a plan leaves none.

    Parameters
    ----------
    project
        Project.
    reference
        Run id, tag, scenario or ``@last``.
    language
        Language of the reasons of changes.
    listener
        What is told of the stages.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if neither a run nor a scenario is found.
    CarbonpathError
        What stops the model for other reasons than limits that conflict.
    """
    try:
        run = find_run(project.runs_folder, reference)
    except UsageError:
        if reference not in scenario_names(project.scenario_folder):
            raise
        return _explained(project, reference, None, _scenario_system(project, reference, language, listener))
    return _explained(project, run.manifest.scenario, run.manifest.run, read_system(run.folder / INPUTS))


def _scenario_system(project: Project, name: str, language: Language, listener: Listener) -> System:
    scenario = load_scenario(name, project.scenario_folder)
    base = fit_district(project, Journal(name, listener))
    specification = scenario_specification(project, scenario, NO_SETTINGS)
    system = base.system(specification)
    measured = apply_changes(system, scenario_changes(scenario, system, language))
    return ruled_system(project, base, specification, measured, language)[0]


def _explained(project: Project, scenario: str, run: str | None, system: System) -> Told:
    measured = tuple(year for year in system.years if year <= project.file.base_year)
    try:
        plan = explain_system(system, project.file.boundary, scenario, measured=measured)
    except InfeasibleError as error:
        if error.problems[0].code != "CP-500":
            return Told(project, scenario, run, system, None, None, error.problems)
        return Told(project, scenario, run, system, None, explain_conflict(system))
    return Told(project, scenario, run, system, plan, None)


def subject_label(system: System, parameter: str, index: tuple[Any, ...], language: Language) -> str:
    """Return what a limit is about: names of technology, commodity, group and so on, without region and year.

    `index` may have its years or not.
    """
    dimensions = [name for name in quantity(parameter).indices if name not in ("year", "reference_year")]
    plain = [part for part in index if not isinstance(part, int)]
    pairs = zip(dimensions, plain, strict=True)
    return " / ".join(label_of(system, name, str(part), language) for name, part in pairs if name != "region")


def assignment(change: Change) -> str:
    """Return a change as `--set` takes it."""
    where = ",".join(f"{name}={value}" for name, value in change.where.items() if name != "region")
    return f"{change.parameter}[{where}]={change.value:g}"
