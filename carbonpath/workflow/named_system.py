"""The system behind a name that a user gives: of a run, or of a scenario that has no run."""

from __future__ import annotations

from dataclasses import dataclass

from carbonpath.core.errors import UsageError
from carbonpath.core.messages import LANGUAGES, Language
from carbonpath.scenario.blocks import Bilingual
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario, scenario_names
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
class NamedSystem:
    """A system and what it is called."""

    scenario: str
    """Scenario."""
    title: Bilingual
    """Name of the scenario for readers."""
    run: str | None
    """Run whose system it is; None where there is none."""
    system: System
    """System with the measures of the scenario."""


def find_system(project: Project, reference: str, language: Language, listener: Listener = silent) -> NamedSystem:
    """Return the system of a run, or of a scenario that has no run; several scenarios are joined by ``+``.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if neither a run nor a scenario is found.
    CarbonpathError
        What stops the scenario from being made.
    """
    try:
        run = find_run(project.runs_folder, reference)
    except UsageError:
        if not set(reference.split("+")) <= set(scenario_names(project.scenario_folder)):
            raise
        scenario = load_scenario(reference, project.scenario_folder)
        base = fit_district(project, Journal(reference, listener))
        specification = scenario_specification(project, scenario, NO_SETTINGS)
        system = base.system(specification)
        measured = apply_changes(system, scenario_changes(scenario, system, language))
        changed, _ = ruled_system(project, base, specification, measured, language)
        return NamedSystem(scenario.name, scenario.title, None, changed)
    title = Bilingual(**{name: run.manifest.title[name] for name in LANGUAGES})
    return NamedSystem(run.manifest.scenario, title, run.manifest.run, read_system(run.folder / INPUTS))
