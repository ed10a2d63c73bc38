"""The shipped district, calibrated once for all tests that ask for it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System
from carbonpath.workflow.fitting import FittedDistrict, fit_district
from carbonpath.workflow.inventory import ProjectInventory, build_project_inventory
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.project import Project, load_project
from carbonpath.workflow.scenarios import NO_SETTINGS

REPOSITORY = Path(__file__).parents[1]


@cache
def shipped_inventory() -> tuple[Project, ProjectInventory]:
    """Return the shipped project and its inventory, for tests that only read."""
    project = load_project(REPOSITORY)
    return project, build_project_inventory(project, Journal("shipped", silent))


@cache
def shipped_base() -> tuple[Project, FittedDistrict]:
    """Return the shipped project and its calibrated district."""
    project = load_project(REPOSITORY)
    return project, fit_district(project, Journal("shipped", silent))


@cache
def shipped_system(scenario: str) -> System:
    """Return the system of a shipped scenario."""
    project, base = shipped_base()
    loaded = load_scenario(scenario, project.scenario_folder)
    system = base.system(scenario_specification(project, loaded, NO_SETTINGS))
    return apply_changes(system, scenario_changes(loaded, system))
