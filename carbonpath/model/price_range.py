r"""How far a shadow price may be trusted: cost solved again a little to either side.

The least cost is a convex, piecewise linear function of a right-hand side :math:`b`. Where it bends, the shadow price
is not one number but any between the slopes to the left and to the right; the solver tells one of them. Both slopes are
taken from two further solves,

.. math::
    \lambda^- = \frac{Z(b) - Z(b - h)}{h}, \qquad \lambda^+ = \frac{Z(b + h) - Z(b)}{h}

so each price is checked, and one that is not unique is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.resolve import Resolver
from carbonpath.model.solve import Solution

STEP = 1e-5
"""Step to either side, relative to the size of what is limited: far above the tolerance of the solver, and small enough
to stay on one slope as a rule."""
SMALLEST = 0.1
"""Size below which steps do not shrink: the cost of a smaller step would drown in the last digits of the whole."""
SAME = 1e-3
"""Relative difference below which the two slopes count as one."""


@dataclass(frozen=True, slots=True)
class PriceRange:
    """Change of cost per unit of a right-hand side, to either side; present value in the first year."""

    below: float
    """Slope below the right-hand side; minus infinity if no plan is left there."""
    above: float
    """Slope above it; infinity if no plan is left there."""

    @property
    def is_unique(self) -> bool:
        """Whether both slopes are the same, so that the shadow price is one number."""
        size = max(abs(self.below), abs(self.above))
        return bool(self.above - self.below <= SAME * size) if np.isfinite(size) else False

    def holds(self, price: float) -> bool:
        """Tell whether `price` lies between the slopes."""
        room = SAME * max(1.0, abs(price))
        return self.below - room <= price <= self.above + room


def find_price_ranges(compiled: CompiledModel, solution: Solution, rows: Sequence[int]) -> list[PriceRange]:
    """Return the slopes of cost to either side of the right-hand sides of `rows`.

    Parameters
    ----------
    compiled
        The programme, without whole numbers.
    solution
        Its answer.
    rows
        Positions of rows with one right-hand side.

    Raises
    ------
    CarbonpathError
        What `carbonpath.model.solve.solve` raises, but for a step that leaves no plan.
    """
    resolver = Resolver(compiled)
    base = resolver.solve(compiled, "base").objective
    added_up = np.asarray(abs(compiled.matrix) @ np.abs(solution.values))
    found = []
    for row in rows:
        step = step_of(float(added_up[row]))
        up, down = _moved(resolver, compiled, row, step), _moved(resolver, compiled, row, -step)
        found.append(
            PriceRange(
                below=-np.inf if down is None else (base - down) / step,
                above=np.inf if up is None else (up - base) / step,
            )
        )
    return found


def step_of(size: float) -> float:
    """Return the step that suits an amount."""
    return STEP * max(abs(size), SMALLEST)


def _moved(resolver: Resolver, compiled: CompiledModel, row: int, step: float) -> float | None:
    lower, upper = compiled.row_lower.copy(), compiled.row_upper.copy()
    lower[row] += step
    upper[row] += step
    try:
        return resolver.solve(replace(compiled, row_lower=lower, row_upper=upper), "step").objective
    except InfeasibleError:
        return None
