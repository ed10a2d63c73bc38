"""Least-cost plans of variants of a scenario, told in few numbers, for analyses that need many."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.indicators.emissions import BOUNDARIES
from carbonpath.model.compiled import CompiledModel, Floats, Key
from carbonpath.model.highs import SolverOptions
from carbonpath.model.programme import compile_system
from carbonpath.model.run import solve_or_explain
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.scenario import Scenario
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System
from carbonpath.workflow.market_rules import RULES


@dataclass(frozen=True, slots=True)
class Plan:
    """A least-cost plan, in the few numbers that analyses of many plans compare."""

    system: System
    """System."""
    cost: float
    """Present value of all cost, million CNY."""
    released: pd.DataFrame
    """Emissions by emission (rows) and year (columns), Mt."""

    def emissions(self, boundary: str) -> pd.Series:
        """Return emissions by year within a boundary, Mt."""
        return self.released.reindex(list(BOUNDARIES[boundary])).fillna(0.0).sum()


def solve_plan(system: System, scenario: Scenario) -> Plan:
    """Return the plan of a system with the measures of a scenario.

    Raises
    ------
    UsageError
        CP-736 if the scenario gives allowances by the rules of the markets, which every plan has of its own.
    CarbonpathError
        What `scenario_changes` and the model raise.
    """
    if scenario.allocation == RULES:
        raise UsageError(Problem("CP-736", value=scenario.name))
    changed = apply_changes(system, scenario_changes(scenario, system))
    return plan_of(changed, scenario.name)


def plan_of(system: System, name: str) -> Plan:
    """Return the least-cost plan of a system, called `name` in errors; ties of cost are broken as in a run."""
    compiled = compile_system(system)
    solution = solve_or_explain(compiled, SolverOptions(), system, name)
    columns = released_columns(compiled, system)
    released = np.where(np.array(columns) < 0, 0.0, solution.values[columns])
    return Plan(system, solution.objective, released_table(released, system))


def released_columns(compiled: CompiledModel, system: System) -> list[int]:
    """Return the column of the emissions of each region, emission and year; -1 where there is none."""
    places = product(system.regions, system.emissions, system.years)
    return [compiled.column_of.get(Key("annual_emissions", place), -1) for place in places]


def released_table(released: Floats, system: System) -> pd.DataFrame:
    """Return emissions of all regions by emission (rows) and year, given those of each region, emission and year."""
    shape = (len(system.regions), len(system.emissions), len(system.years))
    return pd.DataFrame(released.reshape(shape).sum(axis=0), index=system.emissions, columns=list(system.years))


def require_plan(system: System, name: str) -> None:
    """Raise if a system has no plan, with the cheapest repair and the limits in conflict.

    Raises
    ------
    InfeasibleError
        What `solve_or_explain` raises.
    """
    solve_or_explain(compile_system(system), SolverOptions(tie_break=False), system, name)


def present_value(path: pd.Series, system: System) -> float:
    """Return the present value, in the first year, of a yearly amount in the middle of each year."""
    rate = float(system.parameter("discount_rate")["value"].iloc[0])
    values = path.reindex(list(system.years), fill_value=0.0).to_numpy(dtype=float)
    return float(values @ (1.0 + rate) ** -(np.arange(len(values)) + 0.5))
