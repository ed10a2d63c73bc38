"""The model as one function: a system in, a verified answer as tables out."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpath.core.errors import InfeasibleError, LimitError, VerificationError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.data import read_model_data
from carbonpath.model.diagnose import explain_infeasible
from carbonpath.model.highs import SolverOptions
from carbonpath.model.prepared import ModelData
from carbonpath.model.rows import compile_data
from carbonpath.model.shortfall import check_shortfalls
from carbonpath.model.solution import dual_table, result_table
from carbonpath.model.solve import Solution, StoppedError, solve
from carbonpath.model.tie_break import TieBreak
from carbonpath.model.verify import check_result
from carbonpath.system.system import System


@dataclass(frozen=True)
class ModelOutcome:
    """A verified optimum and how it was reached."""

    result: pd.DataFrame
    """Table RESULT."""
    duals: pd.DataFrame
    """Shadow prices in the schema of RESULT."""
    objective: float
    """Total discounted cost of all regions, in million CNY."""
    status: str
    """``optimal``; ``unproven`` within an `UnprovenError`."""
    seconds: Mapping[str, float]
    """Seconds of ``build``, ``compile``, ``solve`` (with its recomputation), where these are told apart, and ``total``
    (with tables and checks)."""
    max_residual: float
    """Largest relative violation of a row or bound, recomputed."""
    complementarity: float
    """Largest cost that a shadow price claims for a limit which the plan keeps away from, relative to the whole."""
    gap: float
    """Relative distance to the proven bound."""
    rows: int
    """Rows of the programme."""
    columns: int
    """Columns of the programme."""
    nonzeros: int
    """Coefficients of the programme."""
    tie_break: TieBreak
    """What the second objective did, and whether the plan is the only one."""
    unused: tuple[str, ...]
    """Variables that no row and no cost mentions: activities without effect."""


class UnprovenError(LimitError):
    """A limit came before the proof of an optimum in whole numbers; the best plan is kept, marked unproven.

    Parameters
    ----------
    outcome
        The plan as tables.
    problems
        What stopped the solver.
    """

    def __init__(self, outcome: ModelOutcome, *problems: Problem) -> None:
        super().__init__(*problems)
        self.outcome = outcome

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.outcome, *self.problems)


def solve_system(system: System, options: SolverOptions | None = None, scenario: str = "") -> ModelOutcome:
    """Return the least-cost plan of `system` as tables.

    Raises
    ------
    DataError, VerificationError, LimitError
        What `read_model_data`, `solve` and the check of the tables raise.
    UnprovenError
        CP-602 with the plan, if a limit came before it was proven.
    InfeasibleError
        What they raise; if no plan satisfies every limit, with the cheapest repair and the limits in conflict.
    """
    started = time.perf_counter()
    data = read_model_data(system)
    built = time.perf_counter()
    compiled = compile_data(data)
    ready = time.perf_counter()
    problems: tuple[Problem, ...] = ()
    try:
        solution = solve_or_explain(compiled, options, system, scenario)
    except StoppedError as stopped:
        solution, problems = stopped.solution, stopped.problems
    solved = time.perf_counter()
    seconds = {"build": built - started, "compile": ready - built, "solve": solved - ready}
    outcome = tell(solution, compiled, data, system, scenario=scenario, seconds=seconds)
    if problems:
        raise UnprovenError(outcome, *problems)
    return outcome


def tell(
    solution: Solution,
    compiled: CompiledModel,
    data: ModelData,
    system: System,
    *,
    scenario: str,
    seconds: Mapping[str, float],
) -> ModelOutcome:
    """Return a solution of `compiled` as tables, checked against `system`.

    Parameters
    ----------
    solution, compiled, data, system, scenario
        As for `result_table`.
    seconds
        What came before; ``total`` is added.

    Raises
    ------
    VerificationError
        CP-720 or CP-721 if the tables do not follow from the system.
    """
    started = time.perf_counter()
    result = result_table(solution, compiled, data, system, scenario)
    require_valid(check_result(result, system), VerificationError)
    duals = dual_table(solution, compiled, data, system, scenario)
    total = sum(seconds.values()) + time.perf_counter() - started
    return ModelOutcome(
        result=result,
        duals=duals,
        objective=solution.objective,
        status=solution.status,
        seconds={**seconds, "total": total},
        max_residual=solution.max_residual,
        complementarity=solution.complementarity,
        gap=solution.gap,
        rows=len(compiled.rows),
        columns=len(compiled.columns),
        nonzeros=int(compiled.matrix.nnz),
        tie_break=solution.tie_break,
        unused=tuple(str(key) for key in compiled.unused),
    )


def solve_or_explain(compiled: CompiledModel, options: SolverOptions | None, system: System, scenario: str) -> Solution:
    """Return the verified optimum of `compiled`, made of `system`.

    Raises
    ------
    InfeasibleError
        As `solve`, with the cheapest repair and the limits in conflict.
    CarbonpathError
        What `solve` raises.
    """
    try:
        return solve(compiled, options, scenario)
    except InfeasibleError as error:
        if error.problems[0].code != "CP-500":
            raise
        data = read_model_data(system)
        shortfalls = check_shortfalls(system, data.parameters, data.sets)
        conflict = explain_infeasible(compiled, system)
        raise InfeasibleError(*error.problems, *shortfalls, *conflict.problems(system)) from error
