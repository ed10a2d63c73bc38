"""The one door to the solver: scan, load, solve, check the status, break ties, recompute, and only then answer."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from carbonpath.core.errors import CarbonpathError, InfeasibleError, LimitError, VerificationError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.model.compiled import CompiledModel, Floats
from carbonpath.model.highs import (
    INFEASIBLE,
    ITERATION_LIMIT,
    NODE_LIMIT,
    OPTIMAL,
    TIME_LIMIT,
    UNBOUNDED,
    HighsSession,
    SolverOptions,
)
from carbonpath.model.recompute import recompute, require_verified
from carbonpath.model.scan import check_numbers
from carbonpath.model.tie_break import TieBreak, break_ties

UNPROVEN = "unproven"
"""Status of a plan in whole numbers that a limit kept from being proven the best."""

LARGEST_GAP = 1e9
"""Gap told where the solver has no bound at all."""

NO_TIE_BREAK = TieBreak(applied=False, free=0, moved=0.0, unique=False)
"""What the second objective did where it was not asked."""

LIMIT_CODES = {TIME_LIMIT: "CP-600", ITERATION_LIMIT: "CP-601", NODE_LIMIT: "CP-603"}
"""Problem told of each limit."""

RAY_NAMES = 5
"""Columns named of a direction in which cost falls without bound."""


@dataclass(frozen=True)
class Solution:
    """A verified optimum, bound to the sample it answers."""

    sample: str
    """Scenario or sample that was asked for."""
    status: str
    """``optimal``; ``unproven`` only within a `StoppedError`."""
    objective: float
    """Total discounted cost, recomputed, in million CNY."""
    values: Floats
    """Value of each column."""
    row_duals: Floats
    """Change of discounted cost per unit of each right-hand side."""
    max_residual: float
    """Largest relative violation of a row or bound."""
    complementarity: float
    """Largest cost that a dual claims for a bound which the plan keeps away from, relative to the whole cost."""
    gap: float
    """Relative distance to the bound that the duals (or branch and bound) prove."""
    iterations: int
    """Simplex iterations of the first solve."""
    tie_break: TieBreak
    """What the second objective did."""
    seconds: float
    """Seconds of scan, solve and recomputation."""


class Optimum(NamedTuple):
    """What the solver told of a programme, before it is verified."""

    programme: CompiledModel
    """The programme with whole numbers held, so that it has duals."""
    values: Floats
    """Value of each column."""
    row_duals: Floats
    """Dual of each row."""
    told: float
    """Objective that the solver reports."""
    iterations: int
    """Simplex iterations of the first solve."""
    ties: TieBreak = NO_TIE_BREAK
    """What the second objective did."""
    gap: float = 0.0
    """Gap that the solver reports."""
    stopped: Problem | None = None
    """What limit stopped the solver before its proof."""


class StoppedError(LimitError):
    """A limit came before the proof; the best plan in whole numbers is kept.

    Parameters
    ----------
    solution
        The plan, verified in all but its optimality; its gap says how much better another may be.
    problem
        What stopped the solver.
    """

    def __init__(self, solution: Solution, problem: Problem) -> None:
        super().__init__(problem)
        self.solution = solution

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.solution, *self.problems)


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
    StoppedError
        CP-602 if a limit came first and the plan in whole numbers found by then is kept, unproven.
    LimitError
        CP-600, CP-601 or CP-603 if a limit of time, iterations or nodes came before any plan.
    VerificationError
        CP-700 to CP-702 if a number or the loading is unsound, CP-704 if the solver fails, CP-705 to CP-708 or
        CP-741 if the answer does not survive its recomputation.
    """
    chosen = options or SolverOptions()
    started = time.perf_counter()
    require_valid(check_numbers(compiled), VerificationError)
    session = HighsSession(compiled, chosen)
    return answer(session, compiled, chosen, sample, started=started)


def answer(
    session: HighsSession,
    compiled: CompiledModel,
    options: SolverOptions,
    sample: str,
    *,
    started: float,
    second: Floats | None = None,
) -> Solution:
    """Run `session`, which holds `compiled`, and return the verified optimum; what `solve` does after loading.

    Parameters
    ----------
    session
        Solver that holds `compiled`.
    compiled, options, sample
        As for `solve`.
    started
        When work on the answer began, by ``time.perf_counter``.
    second
        What `tie_break.weights` returns for `compiled`, where it is known already.

    Raises
    ------
    CarbonpathError
        What `solve` raises.
    """
    return verified(find(session, compiled, options, sample, second=second), sample, started=started)


def find(
    session: HighsSession, compiled: CompiledModel, options: SolverOptions, sample: str, *, second: Floats | None = None
) -> Optimum:
    """Run `session`, which holds `compiled`, and return what it found, unverified; parameters as for `answer`.

    Raises
    ------
    CarbonpathError
        What `solve` raises, but for what its recomputation finds.
    """
    stopped = _run(session, compiled, sample)
    session.keep_basis()
    gap, continuous, iterations = 0.0, compiled, session.iterations
    if compiled.integer.any():
        gap = session.mip_gap
        continuous = with_whole_numbers(compiled, session.values())
        _hold_whole_numbers(session, compiled, continuous)
        session.lift_limits()
        _run(session, continuous, sample)
    told, values, row_duals = session.objective, session.values(), session.row_duals()
    ties = NO_TIE_BREAK
    if options.tie_break:
        values, ties = break_ties(session, continuous, values, row_duals, options=options, known=second)
    return Optimum(continuous, values, row_duals, told, iterations, ties, gap, stopped)


def verified(optimum: Optimum, sample: str, *, started: float) -> Solution:
    """Return an optimum that has survived its recomputation from the arrays of `optimum`'s programme.

    Raises
    ------
    StoppedError
        CP-602, as `solve`.
    VerificationError
        CP-705 to CP-708 or CP-741.
    """
    found = recompute(optimum.programme, optimum.values, optimum.row_duals)
    require_verified(found, optimum.told)
    solution = Solution(
        sample=sample,
        status="optimal" if optimum.stopped is None else UNPROVEN,
        objective=found.objective,
        values=optimum.values,
        row_duals=optimum.row_duals,
        max_residual=found.max_residual,
        complementarity=found.complementarity,
        gap=min(max(optimum.gap, found.gap), LARGEST_GAP),
        iterations=optimum.iterations,
        tie_break=optimum.ties,
        seconds=time.perf_counter() - started,
    )
    if optimum.stopped is not None:
        raise StoppedError(solution, optimum.stopped)
    return solution


def suspect_rows(compiled: CompiledModel, seconds: float) -> tuple[int, ...]:
    """Return rows of an infeasible programme among which the solver sees a contradiction; it may be wrong.

    Parameters
    ----------
    compiled
        Arrays of a programme that `solve` found infeasible.
    seconds
        Time after which to give up.
    """
    session = HighsSession(compiled, SolverOptions())
    return tuple(int(position) for position in session.suspect_rows(seconds))


def _run(session: HighsSession, compiled: CompiledModel, sample: str) -> Problem | None:
    """Solve; return None at an optimum, and what stopped the solver if it has a plan in whole numbers by then."""
    status = session.run()
    if status == OPTIMAL:
        return None
    failure = _failure(session, status, compiled, sample)
    if isinstance(failure, LimitError) and compiled.integer.any() and session.has_plan():
        return Problem("CP-602", place=sample, value=session.status_text(), details={"gap": f"{session.mip_gap:.3g}"})
    raise failure


def _failure(session: HighsSession, status: Any, compiled: CompiledModel, sample: str) -> CarbonpathError:
    told = session.status_text()
    if status == INFEASIBLE:
        return InfeasibleError(Problem("CP-500", place=sample, value=told))
    if status == UNBOUNDED:
        return InfeasibleError(Problem("CP-501", place=sample, value=_ray(session, compiled)))
    if status in LIMIT_CODES:
        return LimitError(Problem(LIMIT_CODES[status], place=sample, value=told))
    return VerificationError(Problem("CP-704", place=sample, value=told))


def _ray(session: HighsSession, compiled: CompiledModel) -> str:
    direction = session.unbounded_direction()
    steepest = np.argsort(-np.abs(direction), kind="stable")[:RAY_NAMES]
    return ", ".join(str(compiled.columns[position]) for position in steepest if direction[position])


def with_whole_numbers(compiled: CompiledModel, values: Floats) -> CompiledModel:
    """Return `compiled` with integer columns held at their rounded `values`: the programme that has duals."""
    columns = np.flatnonzero(compiled.integer)
    lower, upper = compiled.column_lower.copy(), compiled.column_upper.copy()
    lower[columns] = upper[columns] = np.round(values[columns])
    return replace(compiled, column_lower=lower, column_upper=upper, integer=np.zeros_like(compiled.integer))


def _hold_whole_numbers(session: HighsSession, compiled: CompiledModel, continuous: CompiledModel) -> None:
    columns = np.flatnonzero(compiled.integer).astype(np.int32)
    session.make_continuous(columns)
    session.fix_columns(columns, continuous.column_lower[columns])
