r"""Plans within a budget of cost: everything that may be done for a little more than the least cost.

.. math::
    Z \le (1 + s) Z^*

One row of the cost coefficients, with the least cost :math:`Z^*` and a slack :math:`s`, bounds the programme; any other
objective then explores what near-least cost leaves open (DeCarolis 2011: modelling to generate alternatives).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from carbonpath.model.compiled import CompiledModel, Floats, Key
from carbonpath.model.extend import NewRow, extended
from carbonpath.model.highs import SolverOptions
from carbonpath.model.resolve import Resolver
from carbonpath.model.solve import Solution, solve


class NearOptimal:
    """A programme whose cost stays within a slack of the least, for other objectives to be asked of.

    Parameters
    ----------
    compiled
        The programme.
    slack
        Relative slack of cost.

    Raises
    ------
    CarbonpathError
        What `carbonpath.model.solve.solve` raises.
    """

    def __init__(self, compiled: CompiledModel, slack: float) -> None:
        self.compiled = compiled
        self.least = solve(compiled, SolverOptions(), "least cost")
        budget = self.least.objective + slack * abs(self.least.objective)
        priced = np.flatnonzero(compiled.cost)
        row = NewRow(Key("budget", ()), compiled.cost[priced], priced, upper=budget - compiled.constant)  # type: ignore[arg-type]
        self._bounded = replace(extended(compiled, [], [row]), constant=0.0)
        self._resolver = Resolver(self._bounded)

    def solve(self, objective: Floats, sample: str) -> Solution:
        """Return the plan within the budget that makes `objective` least; its own objective is what it costs.

        Raises
        ------
        CarbonpathError
            What `carbonpath.model.solve.solve` raises: CP-501 if `objective` falls without bound.
        """
        solution = self._resolver.solve(replace(self._bounded, cost=objective), sample)
        cost = float(self.compiled.cost @ solution.values) + self.compiled.constant
        return replace(solution, objective=cost, row_duals=solution.row_duals[: len(self.compiled.rows)])
