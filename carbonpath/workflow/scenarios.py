"""Scenarios of a project as officials read them: a list, a table of changes, two side by side."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.scenario.compose import check_scenario, scenario_changes
from carbonpath.scenario.load import load_scenario, scenario_names
from carbonpath.scenario.scenario import Scenario
from carbonpath.scenario.table import changes_table, difference
from carbonpath.system.change import Change
from carbonpath.workflow.fitting import FittedDistrict, fit_district
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.project import Project
from carbonpath.workflow.settings import Settings

NO_SETTINGS = Settings({}, ())
"""A command line that asks for nothing."""


@dataclass(frozen=True, slots=True)
class ShownScenario:
    """A scenario with the changes that it asks for."""

    scenario: Scenario
    """Scenario."""
    table: pd.DataFrame
    """One row a measure, one column a year (`carbonpath.scenario.table.changes_table`)."""
    problems: tuple[Problem, ...]
    """What is allowed but odd."""


def list_scenarios(project: Project) -> list[Scenario]:
    """Return every scenario of a project, by name.

    Raises
    ------
    ScenarioError
        If a file cannot be used.
    """
    folder = project.scenario_folder
    return [load_scenario(name, folder) for name in scenario_names(folder)]


def show_scenario(project: Project, name: str, language: Language, listener: Listener = silent) -> ShownScenario:
    """Return a scenario as a table of changes, on the calibrated system.

    Raises
    ------
    ScenarioError
        With everything that is wrong with it.
    """
    scenario = load_scenario(name, project.scenario_folder)
    base = fit_district(project, Journal(name, listener))
    system = base.system(scenario_specification(project, scenario, NO_SETTINGS))
    changes = scenario_changes(scenario, system, language)
    return ShownScenario(scenario, changes_table(changes, language), tuple(check_scenario(scenario, system)))


def compare_scenarios(
    project: Project, names: tuple[str, str], language: Language, listener: Listener = silent
) -> pd.DataFrame:
    """Return the numbers in which two scenarios differ (`carbonpath.scenario.table.difference`).

    Raises
    ------
    ScenarioError
        With everything that is wrong with either.
    """
    scenarios = [load_scenario(name, project.scenario_folder) for name in names]
    base = fit_district(project, Journal(" ".join(names), listener))
    first, second = (_changes(project, base, scenario, language) for scenario in scenarios)
    system = base.system(scenario_specification(project, scenarios[0], NO_SETTINGS))
    return difference(first, second, system, language)


def _changes(project: Project, base: FittedDistrict, scenario: Scenario, language: Language) -> list[Change]:
    system = base.system(scenario_specification(project, scenario, NO_SETTINGS))
    return scenario_changes(scenario, system, language)
