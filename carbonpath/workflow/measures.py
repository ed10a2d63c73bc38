"""Measures by which a scenario differs from its reference, and the scenarios that pull only some of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from carbonpath.core.documents import KeyPath
from carbonpath.core.errors import ScenarioError, UsageError
from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem
from carbonpath.scenario.load import load_scenario
from carbonpath.scenario.scenario import CHOICES, Scenario, Setting
from carbonpath.workflow.project import Project


@dataclass(frozen=True, slots=True)
class Measures:
    """A scenario, its reference, and the levers in which they differ."""

    scenario: Scenario
    """Scenario with all measures."""
    reference: Scenario
    """Scenario without any."""
    names: tuple[str, ...]
    """Levers, in reading order; levers that are one measure together are joined by ``+``."""

    def scenario_of(self, chosen: Collection[str]) -> Scenario:
        """Return the scenario that pulls only `chosen` of the measures."""
        if set(chosen) == set(self.names):
            return self.scenario
        settings: dict[KeyPath, Setting] = dict(self.reference.settings)
        for name in self.names:
            source = self.scenario if name in chosen else self.reference
            for lever in levers_of(name):
                key: KeyPath = ("levers", lever)
                if key in source.settings:
                    settings[key] = source.settings[key]
                else:
                    settings.pop(key, None)
        name = "+".join([self.reference.name, *sorted(chosen)])
        return replace(self.reference, name=name, settings=settings)

    def grouped(self, groups: Collection[str]) -> Measures:
        """Return the same measures with those of each group as one, at the place of the first of them.

        Parameters
        ----------
        groups
            Levers joined by ``+``, one text a group.

        Raises
        ------
        UsageError
            CP-615 for a lever that is none of the measures, or is named twice.
        """
        named = [lever for group in groups for lever in levers_of(group)]
        wrong = [lever for lever in dict.fromkeys(named) if lever not in self.names or named.count(lever) > 1]
        if wrong:
            known = ", ".join(self.names)
            raise UsageError(*(Problem("CP-615", "", "--group", lever, {"known": known}) for lever in wrong))
        home = {lever: group for group in groups for lever in levers_of(group)}
        return replace(self, names=tuple(dict.fromkeys(home.get(name, name) for name in self.names)))


def levers_of(measure: str) -> tuple[str, ...]:
    """Return the levers of a measure."""
    return tuple(measure.split("+"))


def measure_title(measure: str, language: Language) -> str:
    """Return the name of a measure for a reader."""
    return " + ".join(text(f"scenario.lever.{lever}", language) for lever in levers_of(measure))


def find_measures(project: Project, name: str, reference: str | None = None) -> Measures:
    """Return the measures of a scenario against a reference; the first scenario of the project if none is named.

    Raises
    ------
    ScenarioError
        CP-610 if the two differ in demand, prices or horizon, CP-611 if they have no lever in which they differ, and
        what `load_scenario` raises.
    """
    scenario = load_scenario(name, project.scenario_folder)
    base = load_scenario(reference or project.file.run_all[0], project.scenario_folder)
    problems = [
        Problem("CP-610", str(project.scenario_folder), choice, name, {"reference": base.name})
        for choice in CHOICES
        if _value(scenario, (choice,)) != _value(base, (choice,))
    ]
    keys = dict.fromkeys((*scenario.levers, *base.levers))
    differing = tuple(key for key in keys if _value(scenario, ("levers", key)) != _value(base, ("levers", key)))
    if not differing:
        details = {"reference": base.name}
        problems.append(Problem("CP-611", str(project.scenario_folder), value=name, details=details))
    if problems:
        raise ScenarioError(*problems)
    return Measures(scenario, base, differing)


def _value(scenario: Scenario, key: KeyPath) -> object:
    setting = scenario.settings.get(key)
    return setting.value if setting else None
