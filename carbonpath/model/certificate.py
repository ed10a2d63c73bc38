r"""Checking that a programme has no solution, from the multipliers with which the solver proves it.

By Farkas, no plan exists if for some multipliers :math:`y` of the rows the weighted sum of all rows asks for more than
any values within their bounds can give:

.. math::
    \min_{l \le r \le u} y^T r > \max_{x} y^T A x
"""

from __future__ import annotations

import numpy as np

from carbonpath.model.compiled import CompiledModel, Floats

NOISE = 1e-9
"""A sum of multipliers smaller than this, relative to the largest of its terms, is rounding."""
MARGIN = 1e-7
"""By how much, relative to what is added up, demand must exceed supply."""


def proves_infeasible(compiled: CompiledModel, multipliers: Floats) -> bool:
    """Tell whether `multipliers`, one a row, prove that no values satisfy every row and bound."""
    if multipliers.size != len(compiled.rows) or not np.all(np.isfinite(multipliers)):
        return False
    asked = np.asarray(compiled.matrix.T @ multipliers, dtype=np.float64)
    added_up = np.asarray(abs(compiled.matrix).T @ np.abs(multipliers), dtype=np.float64)
    asked = np.where(np.abs(asked) <= NOISE * added_up, 0.0, asked)
    for sign in (1.0, -1.0):
        least = -_most(-sign * multipliers, compiled.row_lower, compiled.row_upper)
        most = _most(sign * asked, compiled.column_lower, compiled.column_upper)
        if np.isfinite(least) and np.isfinite(most) and least - most > MARGIN * max(1.0, abs(least), abs(most)):
            return True
    return False


def _most(weights: Floats, lower: Floats, upper: Floats) -> float:
    """Return the largest weighted sum of numbers between their bounds; infinity where a bound is absent."""
    held = weights != 0.0
    side = np.where(weights > 0.0, upper, lower)[held]
    return float(np.sum(weights[held] * side)) if np.all(np.isfinite(side)) else float("inf")
