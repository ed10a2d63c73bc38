"""A scenario and a system in, the list of changes out."""

from __future__ import annotations

from carbonpath.core.errors import ScenarioError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.scenario.agreement import check_contradictions, check_overlaps
from carbonpath.scenario.scenario import Scenario
from carbonpath.scenario.site import Site
from carbonpath.system.change import Change
from carbonpath.system.system import System


def scenario_changes(scenario: Scenario, system: System, language: Language = "zh") -> list[Change]:
    """Return the changes that turn `system` into that of `scenario`, in the order of the levers.

    Parameters
    ----------
    scenario
        Scenario with its levers.
    system
        System that the levers change; names and units are checked against it.
    language
        Language of the reasons.

    Raises
    ------
    ScenarioError
        With every name that the system does not have, every unit that does not fit, every number that two measures
        set differently (CP-452) and every lower limit above its upper (CP-451).
    """
    changes: list[Change] = []
    problems: list[Problem] = []
    for name, site in _sites(scenario, system, language).items():
        try:
            changes += scenario.levers[name].changes(site)
        except ScenarioError as error:
            problems += error.problems
    problems += [*check_overlaps(changes), *check_contradictions(changes, system)]
    if problems:
        raise ScenarioError(*problems)
    return changes


def check_scenario(scenario: Scenario, system: System) -> list[Problem]:
    """Return what is wrong with a scenario on a system, and what is allowed but odd; never raises for either."""
    try:
        scenario_changes(scenario, system)
    except ScenarioError as error:
        return list(error.problems)
    problems: list[Problem] = []
    for name, site in _sites(scenario, system, "zh").items():
        lever = scenario.levers[name]
        problems += lever.warnings(site)
        if not lever.changes(site):
            problems.append(site.warning("CP-457", name))
    return problems


def _sites(scenario: Scenario, system: System, language: Language) -> dict[str, Site]:
    return {
        name: Site(system, name, setting.document, setting.key, language)
        for name, setting in scenario.lever_settings().items()
    }
