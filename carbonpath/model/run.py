"""The model as one function: a system in, a verified answer as tables out."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.data import read_model_data
from carbonpath.model.highs import SolverOptions
from carbonpath.model.solution import dual_table, result_table
from carbonpath.model.solve import solve
from carbonpath.model.tie_break import TieBreak
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
    """``optimal``."""
    seconds: Mapping[str, float]
    """Seconds of ``build``, ``compile``, ``solve`` and ``total`` (tables included)."""
    max_residual: float
    """Largest relative violation of a row or bound, recomputed."""
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


def solve_system(system: System, options: SolverOptions | None = None, scenario: str = "") -> ModelOutcome:
    """Return the least-cost plan of `system` as tables.

    Raises
    ------
    DataError, VerificationError, InfeasibleError, LimitError
        What `read_model_data`, `solve` and the check of the tables raise.
    """
    started = time.perf_counter()
    data = read_model_data(system)
    model = build_model(system, data)
    built = time.perf_counter()
    compiled = compile_model(model)
    ready = time.perf_counter()
    solution = solve(compiled, options, scenario)
    solved = time.perf_counter()
    result = result_table(solution, compiled, data, system, scenario)
    duals = dual_table(solution, compiled, data, system, scenario)
    seconds = {
        "build": built - started,
        "compile": ready - built,
        "solve": solved - ready,
        "total": time.perf_counter() - started,
    }
    return ModelOutcome(
        result=result,
        duals=duals,
        objective=solution.objective,
        status=solution.status,
        seconds=seconds,
        max_residual=solution.max_residual,
        gap=solution.gap,
        rows=len(compiled.rows),
        columns=len(compiled.columns),
        nonzeros=int(compiled.matrix.nnz),
        tie_break=solution.tie_break,
    )
