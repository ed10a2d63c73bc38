"""Rolling foresight: deciding for a few years at a time without knowing what comes after.

Each window sees its own years only. What it builds and closes in its first years is kept, stands in the next windows,
and cannot be taken back. Beside the plan of perfect foresight this shows what not looking ahead costs, and where it
ends in a dead end.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import empty_table
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.data import read_model_data
from carbonpath.model.highs import SolverOptions
from carbonpath.model.history import History, window_system
from carbonpath.model.prepared import ModelData
from carbonpath.model.programme import compile_system
from carbonpath.model.recompute import recompute, require_verified
from carbonpath.model.run import ModelOutcome, solve_or_explain, tell
from carbonpath.model.solution import solved_model
from carbonpath.model.solve import Solution, solve
from carbonpath.model.tie_break import TieBreak
from carbonpath.system.system import System

MYOPIC = "myopic"
"""Status of a plan of rolling foresight."""


@dataclass(frozen=True)
class MyopicOutcome:
    """The plan of rolling foresight."""

    outcome: ModelOutcome
    """The plan as tables, without shadow prices; its gap is what it costs beyond perfect foresight, relatively."""
    perfect_cost: float
    """Cost of perfect foresight, in million CNY."""
    windows: tuple[tuple[int, ...], ...]
    """Years that each window saw."""


def solve_myopic(
    system: System, sight: int, step: int = 1, options: SolverOptions | None = None, scenario: str = ""
) -> MyopicOutcome:
    """Return the plan that sees `sight` years ahead and decides for `step` of them at a time.

    Parameters
    ----------
    system
        The system.
    sight
        Years that each window sees, its own first year among them.
    step
        Years after which the next window begins; at most `sight`.
    options, scenario
        As for `carbonpath.model.run.solve_system`.

    Raises
    ------
    UsageError
        CP-622 if `step` or `sight` make no sense, CP-626 if the system stores from year to year.
    InfeasibleError
        CP-623 with the window in which what was done before leaves no way on, and its cheapest repair.
    CarbonpathError
        What `carbonpath.model.run.solve_system` raises.
    """
    if not 1 <= step <= sight:
        raise UsageError(Problem("CP-622", value=f"{sight}, {step}"))
    clock = [time.perf_counter()]
    data = read_model_data(system)
    clock.append(time.perf_counter())
    if data.sets.storage.level or data.parameters["model_period_exogenous_emission"]:
        raise UsageError(Problem("CP-626", value=system.name))
    compiled = compile_system(system, data)
    clock.append(time.perf_counter())
    perfect = solve(compiled, options or SolverOptions(), scenario)
    history = History(data)
    windows = []
    for first in range(0, len(system.years), step):
        years = system.years[first : first + sight]
        history.keep(_decide(system, history, years, options, scenario), set(years[:step]))
        windows.append(years)
    solution = _assembled(compiled, history, perfect.objective, scenario)
    clock.append(time.perf_counter())
    stages = zip(("build", "compile", "solve"), clock[:-1], clock[1:], strict=True)
    seconds = {name: end - begin for name, begin, end in stages}
    outcome = tell(solution, compiled, data, system, scenario=scenario, seconds=seconds)
    return MyopicOutcome(replace(outcome, duals=empty_table(RESULT)), perfect.objective, tuple(windows))


def _decide(
    system: System, history: History, years: tuple[int, ...], options: SolverOptions | None, scenario: str
) -> Mapping[str, Mapping[tuple[object, ...], float]]:
    """Return what is decided in a window, by family of variables."""
    window = window_system(system, history, years)
    try:
        data: ModelData = read_model_data(window)
        compiled = compile_system(window, data)
        solution = solve_or_explain(compiled, options, window, scenario)
    except InfeasibleError as error:
        place = str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"
        raise InfeasibleError(Problem("CP-623", place=place), *error.problems) from error
    found: Mapping[str, Mapping[tuple[object, ...], float]] = vars(solved_model(solution, compiled, data))
    return found


def _assembled(compiled: CompiledModel, history: History, perfect: float, scenario: str) -> Solution:
    """Return what all windows decided as one plan, verified row by row; nothing is solved for it."""
    values = np.array([history.value(family, place) for family, place in compiled.columns])
    found = recompute(compiled, values, None)
    require_verified(found, found.objective)
    return Solution(
        sample=scenario,
        status=MYOPIC,
        objective=found.objective,
        values=values,
        row_duals=np.zeros(len(compiled.rows)),
        max_residual=found.max_residual,
        complementarity=0.0,
        gap=abs(found.objective - perfect) / max(1.0, abs(perfect)),
        iterations=0,
        tie_break=TieBreak(applied=False, free=0, moved=0.0, unique=False),
        seconds=0.0,
    )
