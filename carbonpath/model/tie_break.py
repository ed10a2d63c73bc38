r"""One plan among those of equal cost: the second objective.

A least-cost programme often has many optima (two equal furnaces, goods that go in a circle at no cost). The plan given
out is the one with the least weighted sum of decisions among them,

.. math::
    \min \sum_j w_j x_j \quad \text{over the optimal plans}, \qquad w_j \in [1, 2)

where the weight of a column is one plus a checksum of its name, so it is the same in every scenario and on every
machine. The cost is untouched: by complementary slackness the optimal plans are those in which every column with a
reduced cost and every row with a dual stay at the bound where they are, so these are fixed and the rest is free. The
duals of the first solve stay valid for the plan.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from carbonpath.model.compiled import CompiledModel, Floats
from carbonpath.model.highs import FREE, OPTIMAL, HighsSession, SolverOptions
from carbonpath.model.variables import DECISIONS

SAME_COST = 1e-9
"""Largest relative change of cost that the second solve may bring, else the first plan is kept."""
SAME_VALUE = 1e-6
"""Largest relative difference between values that count as the same."""


@dataclass(frozen=True, slots=True)
class TieBreak:
    """What the second objective did."""

    applied: bool
    """Whether the plan is the one of the second objective."""
    free: int
    """Columns that the optimum of cost alone left free to differ."""
    moved: float
    """Largest change of a value between the first plan and the one given out."""
    unique: bool
    """Whether no other plan is known to have the same cost and the same second objective; False if it was not asked."""


def weights(compiled: CompiledModel, salt: str = "") -> Floats:
    """Return the weight of each column in the second objective; aggregates weigh nothing."""
    return np.array(
        [
            1.0 + zlib.crc32(f"{salt}{key}".encode()) / 2.0**32 if key.family in DECISIONS else 0.0
            for key in compiled.columns
        ]
    )


def break_ties(
    session: HighsSession,
    compiled: CompiledModel,
    values: Floats,
    row_duals: Floats,
    *,
    options: SolverOptions | None = None,
    known: Floats | None = None,
) -> tuple[Floats, TieBreak]:
    """Return the plan of the second objective and what was done.

    Parameters
    ----------
    session
        Solver that holds an optimum of `compiled`.
    compiled, values, row_duals
        The programme and that optimum.
    options
        Whether to prove that the plan is the only one; it is by default.
    known
        The weights of `compiled`, where many programmes of the same columns are solved.
    """
    second = weights(compiled) if known is None else known
    free = _hold_optimum(session, compiled, compiled.cost, values, row_duals)
    session.set_costs(second)
    if session.run() != OPTIMAL:
        return values, TieBreak(applied=False, free=free, moved=0.0, unique=False)
    chosen = session.values()
    if not _same(float(compiled.cost @ values), float(compiled.cost @ chosen)):
        return values, TieBreak(applied=False, free=free, moved=0.0, unique=False)
    moved = float(np.abs(chosen - values).max(initial=0.0))
    proof = options is None or options.tie_proof
    unique = proof and (not session.has_choice_left() or _is_only(session, compiled, second, chosen))
    return chosen, TieBreak(applied=True, free=free, moved=moved, unique=unique)


def _hold_optimum(
    session: HighsSession, compiled: CompiledModel, cost: Floats, values: Floats, row_duals: Floats
) -> int:
    """Fix what complementary slackness fixes at this optimum of `cost`; return how many columns stay free."""
    reduced = cost - compiled.matrix.T @ row_duals
    held = np.flatnonzero(np.abs(reduced) > FREE).astype(np.int32)
    tight = np.flatnonzero(np.abs(row_duals) > FREE).astype(np.int32)
    session.fix_columns(held, np.clip(values, compiled.column_lower, compiled.column_upper)[held])
    body = np.asarray(compiled.matrix @ values, dtype=np.float64)
    sums = np.clip(body, compiled.row_lower, compiled.row_upper)[tight]
    session.change_rows(tight, sums, sums)
    return int(values.size - held.size)


def _is_only(session: HighsSession, compiled: CompiledModel, second: Floats, chosen: Floats) -> bool:
    """Tell whether a third objective, of other weights and both signs, finds the same plan again."""
    _hold_optimum(session, compiled, second, chosen, session.row_duals())
    session.set_costs(weights(compiled, salt="other ") - 1.5)
    if session.run() != OPTIMAL:
        return False
    return bool(np.all(np.abs(session.values() - chosen) <= SAME_VALUE * np.maximum(1.0, np.abs(chosen))))


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= SAME_COST * max(1.0, abs(one))
