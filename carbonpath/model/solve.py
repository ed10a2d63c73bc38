"""The one door to the solver: scan, load, solve, check the status, break ties, recompute, and only then answer."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from carbonpath.core.errors import CarbonpathError, InfeasibleError, LimitError, VerificationError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.model.compile import CompiledModel, Floats, Key
from carbonpath.model.highs import (
    INFEASIBLE,
    ITERATION_LIMIT,
    OPTIMAL,
    TIME_LIMIT,
    UNBOUNDED,
    HighsSession,
    SolverOptions,
)
from carbonpath.model.recompute import recompute, require_verified
from carbonpath.model.scan import check_numbers
from carbonpath.model.tie_break import TieBreak, break_ties

RAY_NAMES = 5
"""Columns named of a direction in which cost falls without bound."""


@dataclass(frozen=True)
class Solution:
    """A verified optimum, bound to the sample it answers."""

    sample: str
    """Scenario or sample that was asked for."""
    status: str
    """``optimal``; nothing else is ever given out."""
    objective: float
    """Total discounted cost, recomputed, in million CNY."""
    values: Floats
    """Value of each column."""
    row_duals: Floats
    """Change of discounted cost per unit of each right-hand side."""
    max_residual: float
    """Largest relative violation of a row or bound."""
    gap: float
    """Relative distance to the bound that the duals (or branch and bound) prove."""
    iterations: int
    """Simplex iterations of the first solve."""
    tie_break: TieBreak
    """What the second objective did."""
    seconds: float
    """Seconds of scan, solve and recomputation."""


def solve(compiled: CompiledModel, options: SolverOptions | None = None, sample: str = "") -> Solution:
    """Return the verified optimum of `compiled`.

    Parameters
    ----------
    compiled
        Arrays of the programme.
    options
        Limits and method; the defaults suit a district.
    sample
        Name to which the answer is bound.

    Raises
    ------
    InfeasibleError
        CP-500 if no plan satisfies every row, CP-501 with the columns along which cost falls without bound.
    LimitError
        CP-600 or CP-601 if the time or iteration limit came first.
    VerificationError
        CP-700 to CP-702 if a number or the loading is unsound, CP-704 if the solver fails, CP-705 to CP-708 if the
        answer does not survive its recomputation.
    """
    chosen = options or SolverOptions()
    started = time.perf_counter()
    require_valid(check_numbers(compiled), VerificationError)
    return answer(HighsSession(compiled, chosen), compiled, chosen, sample, started=started)


def answer(
    session: HighsSession,
    compiled: CompiledModel,
    chosen: SolverOptions,
    sample: str,
    *,
    started: float,
    second: Floats | None = None,
) -> Solution:
    """Return the verified optimum of a programme that is loaded already.

    Parameters
    ----------
    session
        Solver that holds `compiled`.
    compiled, chosen, sample
        As for `solve`.
    started
        When work on the answer began, by ``time.perf_counter``.
    second
        What `tie_break.weights` returns for `compiled`, where it is known already.

    Raises
    ------
    CarbonpathError
        As `solve`, but for the scan of the numbers, which the caller has done.
    """
    _require_optimal(session, compiled, sample)
    session.keep_basis()
    told, gap = session.objective, 0.0
    iterations = session.iterations
    if compiled.integer.any():
        gap = session.mip_gap
        _fix_whole_numbers(session, compiled)
        _require_optimal(session, compiled, sample)
    values, row_duals = session.values(), session.row_duals()
    ties = TieBreak(applied=False, free=0, moved=0.0, unique=False)
    if chosen.tie_break:
        values, ties = break_ties(session, compiled, values, row_duals, options=chosen, known=second)
    found = recompute(compiled, values, None if compiled.integer.any() else row_duals)
    require_verified(found, told)
    return Solution(
        sample=sample,
        status="optimal",
        objective=found.objective,
        values=values,
        row_duals=row_duals,
        max_residual=found.max_residual,
        gap=max(gap, found.gap),
        iterations=iterations,
        tie_break=ties,
        seconds=time.perf_counter() - started,
    )


def irreducible_rows(compiled: CompiledModel, seconds: float) -> tuple[Key, ...]:
    """Return rows of an infeasible programme that contradict each other, none of them to spare.

    Parameters
    ----------
    compiled
        Arrays of a programme that `solve` found infeasible.
    seconds
        Time after which to give up, with an empty answer.
    """
    session = HighsSession(compiled, SolverOptions())
    return tuple(compiled.rows[position] for position in session.irreducible_rows(seconds))


def _require_optimal(session: HighsSession, compiled: CompiledModel, sample: str) -> None:
    status = session.run()
    if status == OPTIMAL:
        return
    raise _failure(session, status, compiled, sample)


def _failure(session: HighsSession, status: object, compiled: CompiledModel, sample: str) -> CarbonpathError:
    told = session.status_text()
    if status == INFEASIBLE:
        return InfeasibleError(Problem("CP-500", place=sample, value=told))
    if status == UNBOUNDED:
        return InfeasibleError(Problem("CP-501", place=sample, value=_ray(session, compiled)))
    if status == TIME_LIMIT:
        return LimitError(Problem("CP-600", place=sample, value=told))
    if status == ITERATION_LIMIT:
        return LimitError(Problem("CP-601", place=sample, value=told))
    return VerificationError(Problem("CP-704", place=sample, value=told))


def _ray(session: HighsSession, compiled: CompiledModel) -> str:
    direction = session.unbounded_direction()
    steepest = np.argsort(-np.abs(direction), kind="stable")[:RAY_NAMES]
    return ", ".join(str(compiled.columns[position]) for position in steepest if direction[position])


def _fix_whole_numbers(session: HighsSession, compiled: CompiledModel) -> None:
    """Hold integer columns at their rounded values and let all be continuous: the programme that has duals."""
    columns = np.flatnonzero(compiled.integer).astype(np.int32)
    values = np.round(session.values()[columns])
    session.make_continuous(columns)
    session.fix_columns(columns, values)
