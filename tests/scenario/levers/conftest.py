"""Small systems whose answers are worked out by hand, and a short way to solve them with levers pulled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import dedent, indent

import pandas as pd
import pytest
from systems import Rows, make_system

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.model.run import solve_system
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

Columns = Mapping[str, Mapping[str, str]]
"""Values by entity and column."""


@dataclass(frozen=True)
class Answer:
    """Least-cost plan of a small system."""

    result: pd.DataFrame
    cost: float

    def of(self, quantity: str, name: str = "", year: int = 2021) -> float:
        """Return a quantity of a technology, group or boundary in a year."""
        rows = self.result[(self.result["quantity"] == quantity) & (self.result["year"] == year)]
        named = (rows["technology"] == name) | (rows["emission"] == name) | (rows["commodity"] == name)
        return float(rows.loc[named, "value"].sum())

    def made(self, *names: str, year: int = 2021) -> list[float]:
        """Return the activity of technologies in a year."""
        return [self.of("annual_activity", name, year) for name in names]


@pytest.fixture
def changed(write: Callable[[str, str], Path]) -> Callable[..., System]:
    """Return a function that pulls the levers of a YAML text on a system."""

    def _changed(system: System, levers: str = "") -> System:
        text = "title: Trial\n" + ("levers:\n" + indent(dedent(levers).strip("\n"), "  ") + "\n" if levers else "")
        folder = write("trial", text)
        return apply_changes(system, scenario_changes(load_scenario("trial", folder), system, "en"))

    return _changed


@pytest.fixture
def solve(changed: Callable[..., System]) -> Callable[..., Answer]:
    """Return a function that pulls the levers of a YAML text on a system and solves it."""

    def _solve(system: System, levers: str = "") -> Answer:
        outcome = solve_system(changed(system, levers), scenario="trial")
        return Answer(outcome.result, outcome.objective)

    return _solve


@pytest.fixture
def refused_on(changed: Callable[..., System]) -> Callable[..., tuple[Problem, ...]]:
    """Return a function that pulls levers that a system must refuse, and returns the problems."""

    def _refused(system: System, levers: str) -> tuple[Problem, ...]:
        with pytest.raises(ScenarioError) as caught:
            changed(system, levers)
        return caught.value.problems

    return _refused


@pytest.fixture
def two_ways() -> Callable[..., System]:
    """Return a function that makes a system of 2020 and 2021 without discounting, in which 10 Mt are made each year.

    The dear way costs 5 CNY per t, the cheap one 2 and 1 t CO2 per t. All is made the cheap way: 20 million CNY and 10
    Mt CO2 a year, 40 million CNY in all. A tonne moved to the dear way costs 3 CNY more.
    """

    def _two_ways(groups: Mapping[str, Mapping[str, float]] | None = None, **parameters: Rows) -> System:
        return make_system(
            ["dear", "cheap"],
            {"good": "equal"},
            {
                "output_activity_ratio": {("dear", "good", "1"): 1.0, ("cheap", "good", "1"): 1.0},
                "variable_cost": {("dear", "1"): 5.0, ("cheap", "1"): 2.0},
                "emission_activity_ratio": {("cheap", "co2", "1"): 1.0},
                "boundary_weight": {("scope1+import", "co2"): 1.0},
                "demand": {("good",): 10.0},
                "discount_rate": {(): 0.0},
                **parameters,
            },
            years=(2020, 2021),
            groups=groups,
        )

    return _two_ways


@pytest.fixture
def plant() -> Callable[..., System]:
    """Return a function that makes a system of 2020 and 2021 in which 10 Mt are bought at 5 CNY, or made in a plant.

    The plant makes them for nothing, costs 4 CNY per t/y and stands for one year, so that a tonne from the plant costs
    4 CNY and all is made there: 40 million CNY a year, 80 in all. A tonne bought costs 1 CNY more.
    """

    def _plant(old: float = 0.0, **parameters: Rows) -> System:
        standing = {("old", 2020): old, ("old", 2021): old} if old else {}
        return make_system(
            {"plant": "Mt/y", "old": "Mt/y", "buy": ""},
            {"good": "equal"},
            {
                "output_activity_ratio": {(name, "good", "1"): 1.0 for name in ("plant", "old", "buy")},
                "variable_cost": {("buy", "1"): 5.0, ("old", "1"): 1.0},
                "capital_cost": {("plant",): 4.0, ("old",): 9.0},
                "operational_life": {("plant",): 1.0, ("old",): 1.0},
                "residual_capacity": standing,
                "demand": {("good",): 10.0},
                "discount_rate": {(): 0.0},
                **parameters,
            },
            years=(2020, 2021),
        )

    return _plant


def entitled(
    system: System, technologies: Mapping[str, Mapping[str, str]], commodities: Mapping[str, Mapping[str, str]]
):
    """Return a system in which technologies and commodities have the firm, sector, role or base given."""
    tables = {}
    for name, index, given in (("technologies", "technology", technologies), ("commodities", "commodity", commodities)):
        table = getattr(system, name).copy()
        for entity, columns in given.items():
            for column, value in columns.items():
                table.loc[table[index] == entity, column] = value
        tables[name] = table
    return replace(system, **tables)


@pytest.fixture(name="entitled")
def entitled_fixture() -> Callable[..., System]:
    """Return the function that gives technologies and commodities their firm, sector, role or base."""
    return entitled
