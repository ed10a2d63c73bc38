"""Near-least-cost alternatives: how far chosen quantities may move, and plans that differ as much as they can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from carbonpath.core.errors import InfeasibleError, UsageError, VerificationError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.model.budget import NearOptimal
from carbonpath.model.compiled import CompiledModel, Floats
from carbonpath.model.data import read_model_data
from carbonpath.model.prepared import ModelData
from carbonpath.model.programme import compile_system
from carbonpath.model.solution import result_table
from carbonpath.model.solve import Solution
from carbonpath.model.verify import check_result
from carbonpath.system.system import System

Quantity = Literal["group_activity", "boundary_emissions", "total_capacity", "new_capacity", "activity"]
"""Quantities whose extremes can be asked for: variables that carry a name and a year."""

DIVERSE = "new_capacity"
"""Quantity in which diverse plans differ."""
FRUGAL = 1e-4
"""Weight of cost, relative to the least, beside the charges: plans that differ need not waste what the slack allows."""
SMALLEST = 1e-6
"""Differences, relative to the most that is possible, below which two plans count as one."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is made least or most."""

    quantity: Quantity
    """Quantity of the vocabulary."""
    name: str
    """Group, boundary or technology."""
    years: tuple[int, ...] = ()
    """Years over which it is added up; blank: all."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a target may move within a slack of cost; amounts are sums over its years."""

    target: Target
    """What moves."""
    slack: float
    """Relative slack of cost."""
    at_least_cost: float
    """Its amount in the least-cost plan."""
    least: float
    """Its smallest amount."""
    most: float
    """Its largest amount; infinity if nothing bounds it."""


@dataclass(frozen=True)
class Alternative:
    """A plan near least cost."""

    name: str
    """``least cost``, or the number of the alternative."""
    cost: float
    """Total discounted cost, in million CNY."""
    distance: float
    """Mean difference of what is built from the nearest of the plans before, relative to the most that could be; zero
    for the first."""
    result: pd.DataFrame
    """Table RESULT."""


def find_extents(system: System, targets: Sequence[Target], slack: float) -> tuple[Extent, ...]:
    """Return how far each target may move within `slack` of the least cost.

    Raises
    ------
    UsageError
        CP-621 if the system has no such target.
    CarbonpathError
        What `carbonpath.model.solve.solve` raises.
    """
    compiled, _ = _compiled(system)
    columns = [_columns_of(compiled, target) for target in targets]
    near = NearOptimal(compiled, slack)
    return tuple(
        Extent(
            target=target,
            slack=slack,
            at_least_cost=float(near.least.values[counted].sum()),
            least=_extreme(near, counted, 1.0),
            most=_extreme(near, counted, -1.0),
        )
        for target, counted in zip(targets, columns, strict=True)
    )


def find_alternatives(system: System, count: int, slack: float, scenario: str = "") -> tuple[Alternative, ...]:
    """Return the least-cost plan and up to `count` plans within `slack` of its cost that build differently.

    Each plan builds as little as it can of what the plans before it built: a technology is charged what they built of
    it, relative to the most that the slack allows (Lombardi et al. 2020: SPORES); where charges leave a choice, cost
    decides. Fewer plans are returned where no further one differs.

    Raises
    ------
    CarbonpathError
        What `carbonpath.model.solve.solve` raises.
    """
    compiled, data = _compiled(system)
    near = NearOptimal(compiled, slack)
    columns = _by_technology(compiled)
    most = np.array([_extreme(near, counted, -1.0) for counted in columns])
    scale = np.where(np.isfinite(most) & (most > SMALLEST), most, np.inf)
    plans, amounts = [near.least], [_amounts(near.least, columns) / scale]
    charge = amounts[0].copy()
    money = abs(near.least.objective) or 1.0
    for number in range(1, count + 1):
        objective = money * _charged(compiled, columns, charge / scale) + FRUGAL * compiled.cost
        found = near.solve(objective, f"alternative {number}")
        built = _amounts(found, columns) / scale
        if _distance(built, amounts) < SMALLEST:
            break
        plans.append(found)
        amounts.append(built)
        charge += built
    return tuple(
        Alternative(
            name="least cost" if number == 0 else str(number),
            cost=plan.objective,
            distance=_distance(amounts[number], amounts[:number]),
            result=_checked(plan, compiled, data, system, scenario),
        )
        for number, plan in enumerate(plans)
    )


def _compiled(system: System) -> tuple[CompiledModel, ModelData]:
    data = read_model_data(system)
    return compile_system(system, data), data


def _columns_of(compiled: CompiledModel, target: Target) -> list[int]:
    named: dict[str, list[int]] = defaultdict(list)
    for position, (family, place) in enumerate(compiled.columns):
        if family == target.quantity and (not target.years or place[-1] in target.years):
            named[place[1]].append(position)
    if target.name not in named:
        details = {"quantity": target.quantity, "known": ", ".join(sorted(named))}
        raise UsageError(Problem("CP-621", value=target.name, details=details))
    return named[target.name]


def _by_technology(compiled: CompiledModel) -> list[list[int]]:
    found: Mapping[tuple[str, str], list[int]] = defaultdict(list)
    for position, (family, place) in enumerate(compiled.columns):
        if family == DIVERSE:
            found[place[0], place[1]].append(position)
    return [found[key] for key in sorted(found)]


def _extreme(near: NearOptimal, counted: Sequence[int], sign: float) -> float:
    objective = np.zeros(len(near.compiled.columns))
    objective[counted] = sign
    try:
        return float(near.solve(objective, "extreme").values[counted].sum())
    except InfeasibleError:
        return -sign * np.inf


def _charged(compiled: CompiledModel, columns: Sequence[Sequence[int]], charges: Floats) -> Floats:
    objective = np.zeros(len(compiled.columns))
    for counted, charge in zip(columns, charges, strict=True):
        objective[counted] = charge
    return objective


def _amounts(solution: Solution, columns: Sequence[Sequence[int]]) -> Floats:
    return np.array([solution.values[counted].sum() for counted in columns])


def _distance(amounts: Floats, before: Sequence[Floats]) -> float:
    """Return the mean difference from the nearest plan before; zero where there is none, or nothing to build."""
    if amounts.size == 0:
        return 0.0
    return min((float(np.abs(amounts - other).mean()) for other in before), default=0.0)


def _checked(plan: Solution, compiled: CompiledModel, data: ModelData, system: System, scenario: str) -> pd.DataFrame:
    result = result_table(plan, compiled, data, system, scenario)
    require_valid(check_result(result, system), VerificationError)
    return result
