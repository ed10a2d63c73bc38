r"""One plan among those of equal cost in one solve: a little of the second objective is added to the cost.

Minimise :math:`(c + \varepsilon w)^T x` and let :math:`x` be the optimum with basis :math:`B`. If :math:`B` is also
optimal for the cost alone (its duals :math:`y = B^{-T} c_B` leave no column or row away from a bound that it is paid to
go to), then :math:`c^T x` is the least cost, and for every other plan :math:`x'` of that cost

.. math::
    c^T x + \varepsilon w^T x \le c^T x' + \varepsilon w^T x' \quad\Rightarrow\quad w^T x \le w^T x'

so :math:`x` is the plan that `carbonpath.model.tie_break` finds with a second solve, and :math:`y` are the duals of the
cost. Where the check fails, :math:`\varepsilon` was too large for a plan that costs just a little more: nothing is
known then, and the two solves decide.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from carbonpath.model.compiled import CompiledModel, Floats
from carbonpath.model.highs import FREE, HighsSession
from carbonpath.model.solve import Optimum
from carbonpath.model.tie_break import TieBreak

TILT = 1e-3
"""Share of the second objective: well above the tolerance of duals, well below most differences of cost."""
AT_BOUND = 1e-7
"""Relative distance from a bound within which an amount is at it."""


def tilted(compiled: CompiledModel, second: Floats) -> CompiledModel:
    """Return `compiled` with a little of the objective `second` in its cost."""
    return replace(compiled, cost=compiled.cost + TILT * second)


def settle(session: HighsSession, compiled: CompiledModel, second: Floats, found: Optimum) -> Optimum | None:
    """Return the optimum of the cost alone, with its duals; None if it is not known to be one.

    Parameters
    ----------
    session
        Solver that has solved `compiled` tilted by `second`.
    compiled
        The programme with its own cost.
    second
        The second objective.
    found
        The optimum of the tilted programme.
    """
    duals = session.basis_duals(compiled.cost)
    if duals is None:
        return None
    reduced = compiled.cost - compiled.matrix.T @ duals
    body = np.asarray(compiled.matrix @ found.values, dtype=np.float64)
    if not (
        _pays(reduced, found.values, compiled.column_lower, compiled.column_upper)
        and _pays(duals, body, compiled.row_lower, compiled.row_upper)
    ):
        return None
    ties = TieBreak(applied=True, free=int(np.count_nonzero(np.abs(reduced) <= FREE)), moved=0.0, unique=False)
    told = found.told - TILT * float(second @ found.values)
    return found._replace(programme=compiled, row_duals=duals, told=told, ties=ties)


def _pays(duals: Floats, amounts: Floats, lower: Floats, upper: Floats) -> bool:
    """Tell whether every amount with a price is at the bound that the price holds it to."""
    priced = np.flatnonzero(np.abs(duals) > FREE)
    side = np.where(duals[priced] > 0.0, lower[priced], upper[priced])
    away = np.abs(amounts[priced] - side)
    return bool(np.all(away <= AT_BOUND * np.maximum(1.0, np.abs(amounts[priced]))))
