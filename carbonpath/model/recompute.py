"""Recomputing an answer without the solver that gave it: rows, bounds, objective, duals and gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from carbonpath.core.errors import VerificationError
from carbonpath.core.problems import Problem
from carbonpath.model.compiled import CompiledModel, Floats

TOLERANCE = 1e-6
"""Largest relative violation of a row, bound, objective or gap with which a result is given out."""


@dataclass(frozen=True, slots=True)
class Recomputation:
    """What recomputing an answer found; all relative."""

    objective: float
    """Cost of the values, with the constant."""
    max_residual: float
    """Largest violation of a row or bound, relative to the size of what is added up in it."""
    worst: str
    """Row or column of the largest violation."""
    complementarity: float
    """Largest cost that a dual claims for a bound the values keep away from, relative to the whole cost: by
    complementary slackness nothing is paid for what is not scarce."""
    gap: float
    """Distance between the cost and the bound that the duals prove, relative to the cost."""


def recompute(compiled: CompiledModel, values: Floats, row_duals: Floats | None) -> Recomputation:
    """Return objective, largest violation and duality gap of `values`, from the arrays alone.

    Parameters
    ----------
    compiled
        The programme.
    values
        One number a column.
    row_duals
        Change of cost per unit of each right-hand side; None where there are none.
    """
    objective = float(compiled.cost @ values) + compiled.constant
    body = np.asarray(compiled.matrix @ values, dtype=np.float64)
    residual, worst = _largest_violation(compiled, values, body)
    if row_duals is None:
        return Recomputation(objective, residual, worst, complementarity=0.0, gap=0.0)
    reduced = np.asarray(compiled.cost - compiled.matrix.T @ row_duals, dtype=np.float64)
    rows = _priced(row_duals, body, compiled.row_lower, compiled.row_upper)
    columns = _priced(reduced, values, compiled.column_lower, compiled.column_upper)
    scale = max(1.0, abs(objective))
    gap = abs(objective - (compiled.constant + rows.bound + columns.bound)) / scale
    return Recomputation(objective, residual, worst, max(rows.claimed, columns.claimed) / scale, gap)


def require_verified(found: Recomputation, told_objective: float) -> None:
    """Raise if an answer does not survive its recomputation.

    Raises
    ------
    VerificationError
        CP-705 for a row or bound, CP-707 for the objective, CP-741 for complementary slackness, CP-708 for the gap.
    """
    problems = []
    if not found.max_residual <= TOLERANCE:
        problems.append(Problem("CP-705", place=found.worst, value=f"{found.max_residual:.3g}"))
    if not abs(found.objective - told_objective) <= TOLERANCE * max(1.0, abs(told_objective)):
        told = {"told": repr(told_objective)}
        problems.append(Problem("CP-707", place="total_discounted_cost", value=repr(found.objective), details=told))
    if not found.complementarity <= TOLERANCE:
        problems.append(Problem("CP-741", place="total_discounted_cost", value=f"{found.complementarity:.3g}"))
    if not found.gap <= TOLERANCE:
        problems.append(Problem("CP-708", place="total_discounted_cost", value=f"{found.gap:.3g}"))
    if problems:
        raise VerificationError(*problems)


def _largest_violation(compiled: CompiledModel, values: Floats, body: Floats) -> tuple[float, str]:
    added_up = np.asarray(abs(compiled.matrix) @ np.abs(values), dtype=np.float64)
    rows = _beyond(body, compiled.row_lower, compiled.row_upper) / np.maximum(1.0, added_up)
    columns = _beyond(values, compiled.column_lower, compiled.column_upper) / np.maximum(1.0, np.abs(values))
    together = np.concatenate([rows, columns])
    if together.size == 0:
        return 0.0, ""
    position = int(np.argmax(np.where(np.isnan(together), np.inf, together)))
    key = compiled.rows[position] if position < rows.size else compiled.columns[position - rows.size]
    return float(together[position]), str(key)


def _beyond(values: Floats, lower: Floats, upper: Floats) -> Floats:
    return np.maximum(np.maximum(lower - values, values - upper), 0.0)


class _Priced(NamedTuple):
    """What duals say of bounds, by weak duality and by complementary slackness."""

    bound: float
    """Sum of each dual times the bound that it prices; not a number if one prices a bound that does not exist."""
    claimed: float
    """Largest dual times the distance of its amount from the bound that it prices."""


def _priced(duals: Floats, amounts: Floats, lower: Floats, upper: Floats) -> _Priced:
    side = np.where(duals > 0.0, lower, upper)
    exists = np.isfinite(side)
    sizes = np.abs(duals)
    unpriced = float(np.where(exists, 0.0, sizes).max(initial=0.0))
    side = np.where(exists, side, 0.0)
    claimed = float((np.where(exists, sizes, 0.0) * np.abs(amounts - side)).max(initial=0.0))
    if not unpriced <= TOLERANCE * max(1.0, float(sizes.max(initial=0.0))):
        return _Priced(float("nan"), claimed)
    return _Priced(float(np.where(exists, duals, 0.0) @ side), claimed)
