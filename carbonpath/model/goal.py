r"""Other goals than cost, each followed by least cost.

The lowest peak is the least level :math:`M` that no year exceeds, the lowest cumulative emissions the least sum over
the years, both of the emissions :math:`E^z_{rzy}` within a boundary:

.. math::
    M^* = \min M \quad \text{with } E^z_{rzy} \le M \text{ for each } y,
    \qquad
    S^* = \min \sum_{y} E^z_{rzy}

Many plans reach it, most of them absurdly dear. The plan given out is the one of least cost among those that come
within a stated tolerance :math:`\tau` of it: the goal becomes the limit :math:`M^* (1 + \tau)` of every year
(``annual_boundary_limit``), or :math:`S^* (1 + \tau)` of the period (``model_period_boundary_limit``), and the system
with that limit is solved as any other, its shadow price included. Several goals follow each other: what the first
reaches is a limit of the second (lexicographic order).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.model.compiled import CompiledModel, Key
from carbonpath.model.data import read_model_data
from carbonpath.model.extend import NewColumn, NewRow, extended
from carbonpath.model.highs import SolverOptions
from carbonpath.model.parameters import Values
from carbonpath.model.prepared import ModelData
from carbonpath.model.programme import compile_system
from carbonpath.model.run import ModelOutcome, solve_or_explain, solve_system
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

Objective = Literal["peak", "cumulative"]
"""What is made least before cost."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What is made least before cost."""

    objectives: tuple[Objective, ...] = ()
    """``peak`` (the highest year) and ``cumulative`` (the sum over years), the first the most important; none: cost."""
    boundary: str = "scope1"
    """Boundary within which emissions count: a name of ``boundary_weight``."""
    tolerance: float = 1e-4
    """How far, relatively, least cost may stay above the goal: the last grams are dear without end."""


@dataclass(frozen=True)
class GoalOutcome:
    """The plan of a goal."""

    outcome: ModelOutcome
    """Least cost among the plans that reach the goal."""
    best: Mapping[Objective, Mapping[str, float]]
    """What is reached by goal and region, in Mt: the lowest peak, the lowest sum."""
    changes: tuple[Change, ...]
    """Limits that hold the plan to the goal."""


def solve_goal(system: System, goal: Goal, options: SolverOptions | None = None, scenario: str = "") -> GoalOutcome:
    """Return the plan that reaches `goal` at least cost.

    Raises
    ------
    UsageError
        CP-620 if the system does not know the boundary.
    CarbonpathError
        What `solve_system` raises.
    """
    best: dict[Objective, Mapping[str, float]] = {}
    changes: list[Change] = []
    held = system
    for objective in goal.objectives:
        data = read_model_data(held)
        if goal.boundary not in data.sets.counted:
            known = ", ".join(data.sets.counted)
            raise UsageError(Problem("CP-620", value=goal.boundary, details={"known": known}))
        best[objective] = _lowest(compile_system(held, data), data, objective, goal.boundary, held)
        limits = _limits(held, data, objective, goal, best[objective])
        changes += limits
        held = apply_changes(held, limits)
    return GoalOutcome(solve_system(held, options, scenario), best, tuple(changes))


def boundary_columns(compiled: CompiledModel, data: ModelData, boundary: str) -> dict[str, dict[int, int]]:
    """Return the column of the emissions within a boundary by region and year."""
    found: dict[str, dict[int, int]] = {}
    for region, name, year in data.sets.boundary:
        if name == boundary:
            key = Key("boundary_emissions", (region, name, year))
            found.setdefault(region, {})[year] = compiled.column_of[key]
    return found


def _lowest(
    compiled: CompiledModel, data: ModelData, objective: Objective, boundary: str, system: System
) -> dict[str, float]:
    """Return the level of the goal by region at the least sum over regions."""
    columns = boundary_columns(compiled, data, boundary)
    counted = [column for by_year in columns.values() for column in by_year.values()]
    if objective == "cumulative":
        cost = np.zeros(len(compiled.columns))
        cost[counted] = 1.0
        programme = replace(compiled, cost=cost, constant=0.0)
    else:
        programme = _with_levels(compiled, columns)
    values = solve_or_explain(programme, SolverOptions(tie_break=False), system, objective).values
    add_up = sum if objective == "cumulative" else max
    return {region: float(add_up(values[column] for column in years.values())) for region, years in columns.items()}


def _with_levels(compiled: CompiledModel, columns: Mapping[str, Mapping[int, int]]) -> CompiledModel:
    width = len(compiled.columns)
    levels = [NewColumn(Key("peak_level", (region,)), cost=1.0, lower=-np.inf) for region in columns]
    rows = [
        NewRow(Key("peak_level", (region, year)), (1.0, -1.0), (column, width + position), upper=0.0)
        for position, (region, by_year) in enumerate(columns.items())
        for year, column in by_year.items()
    ]
    return extended(replace(compiled, cost=np.zeros(width), constant=0.0), levels, rows)


def _limits(
    system: System, data: ModelData, objective: Objective, goal: Goal, best: Mapping[str, float]
) -> list[Change]:
    changes = []
    for region, level in best.items():
        limit = level + goal.tolerance * abs(level)
        where: dict[str, str | int] = {"region": region, "boundary": goal.boundary}
        if objective == "cumulative":
            there = data.parameters["model_period_boundary_limit"]
            changes.append(_limit("model_period_boundary_limit", where, there, limit))
            continue
        there = data.parameters["annual_boundary_limit"]
        changes += [_limit("annual_boundary_limit", {**where, "year": year}, there, limit) for year in system.years]
    return changes


def _limit(name: str, where: Mapping[str, str | int], there: Values, limit: float) -> Change:
    """Return the change that sets a limit, or keeps the one that is there if it is stricter."""
    stricter = min(limit, there.get(tuple(where.values()), np.inf))
    return Change(name, where, "set", stricter, unit="Mt", source="goal", lever="goal")
