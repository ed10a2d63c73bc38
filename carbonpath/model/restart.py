"""Solving one structure with many numbers through the same door: load, start from a known basis, verify, answer.

Each programme is loaded whole, so nothing of the one before can survive in the solver, and starts from one and the same
basis: the answer depends on the programme alone, not on what was solved before it. A sweep gives that up on purpose:
`step` goes on from the programme before, and its answer depends on the sweep from its start.

What the solver is given may be a smaller programme (`carbonpath.model.reduction`) with a little of the second objective
in its cost (`carbonpath.model.tilt`). What is given out is verified against the whole programme and its own cost.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import numpy as np

from carbonpath.core.errors import InfeasibleError, VerificationError, require_valid
from carbonpath.model.certificate import proves_infeasible
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.highs import (
    DEVEX,
    DUAL_SIMPLEX,
    PRIMAL_SIMPLEX,
    SOLVERS_CHOICE,
    Basis,
    HighsSession,
    SolverOptions,
    pack_basis,
    unpack_basis,
)
from carbonpath.model.reduced import Reducer
from carbonpath.model.reduction import Reduction
from carbonpath.model.scan import check_numbers
from carbonpath.model.solve import Optimum, Solution, answer, find, verified
from carbonpath.model.tie_break import weights
from carbonpath.model.tilt import settle, tilted


class Restarter:
    """A solver that holds one structure and answers for any numbers in it."""

    def __init__(
        self,
        base: CompiledModel,
        options: SolverOptions,
        basis: Basis | None = None,
        reduction: Reduction | None = None,
    ) -> None:
        """Get ready.

        Parameters
        ----------
        base
            Programme whose rows, columns and order all others share.
        options
            As for `solve`.
        basis
            What `find_basis` returned for the same `base`, `options` and `reduction`; None: every solve is a cold one
            until `find_basis` has found one.
        reduction
            What can be taken out of `base` and all others.
        """
        self._options = options
        self._reducer = None if reduction is None else Reducer(reduction)
        self._base = base if reduction is None else reduction.small
        self._session = HighsSession(self._base, options)
        self._untied = replace(options, tie_break=False)
        self._weights = weights(base) if options.tie_break else np.zeros_like(base.cost)
        self._second = self._weights if self._reducer is None else self._reducer.gathered(self._weights)
        self._start: Any = None if basis is None else unpack_basis(basis)
        self._last: CompiledModel | None = None

    def find_basis(self, compiled: CompiledModel, sample: str = "") -> Basis:
        """Solve `compiled` from nothing, start from its basis from now on, and return it.

        Raises
        ------
        CarbonpathError
            As `solve`.
        """
        started = time.perf_counter()
        require_valid(check_numbers(compiled), VerificationError)
        given = tilted(compiled, self._weights) if self._tilts(compiled) else compiled
        held = self._reduced(given)
        self._load(held, None)
        verified(self._whole(given, find(self._session, held, self._untied, sample)), sample, started=started)
        self._start = self._session.kept
        return pack_basis(self._start)

    def find_any_basis(self, compiled: CompiledModel) -> Basis | None:
        """Return the basis with which a solve of `compiled` ends, be it a plan or the proof that there is none.

        None, if it ends without one (or has whole numbers); else solves start from it from now on.
        """
        if compiled.integer.any():
            return None
        require_valid(check_numbers(compiled), VerificationError)
        self._load(self._reduced(compiled), None)
        self._session.run_otherwise({"presolve": "off"})
        self._session.keep_basis()
        if not self._session.kept.valid:
            return None
        self._start = self._session.kept
        return pack_basis(self._start)

    def solve(self, compiled: CompiledModel, sample: str = "") -> Solution:
        """Return the verified optimum of `compiled`, whatever was solved before.

        An answer from the base basis that cannot be verified, and an infeasibility whose proof cannot, are not given
        out: the programme is then solved whole and from nothing.

        Raises
        ------
        CarbonpathError
            As `carbonpath.model.solve.solve`.
        """
        self.restart()
        return self.step(compiled, sample)

    def step(self, compiled: CompiledModel, sample: str = "") -> Solution:
        """Return the verified optimum of `compiled`, going on from where the step before ended.

        The first step, and a step after one without an optimum, start like `solve`.
        """
        started = time.perf_counter()
        require_valid(check_numbers(compiled), VerificationError)
        before, self._last = self._last, None
        if self._start is None:
            return self._cold(compiled, sample, started)
        held = self._reduced(compiled)
        given = tilted(held, self._second) if self._tilts(held) else held
        if before is None:
            self._load(given, self._start)
        else:
            self._go_on(before, given)
        try:
            return verified(self._whole(compiled, self._optimum(held, given, sample)), sample, started=started)
        except InfeasibleError as error:
            if error.problems[0].code == "CP-500" and self._proved(compiled):
                raise
        except VerificationError:
            pass
        return self._cold(compiled, sample, started)

    def restart(self) -> None:
        """Let the next step be the first of a sweep."""
        self._last = None

    def _reduced(self, compiled: CompiledModel) -> CompiledModel:
        return compiled if self._reducer is None else self._reducer.programme(compiled)

    def _whole(self, compiled: CompiledModel, optimum: Optimum) -> Optimum:
        """Return the optimum of a programme from that of the smaller one."""
        if self._reducer is None:
            return optimum
        values = self._reducer.values(optimum.values)
        duals = self._reducer.duals(compiled, compiled.cost, optimum.row_duals)
        return optimum._replace(programme=compiled, values=values, row_duals=duals)

    def _tilts(self, held: CompiledModel) -> bool:
        return self._options.tie_break and not held.integer.any()

    def _go_on(self, before: CompiledModel, given: CompiledModel) -> None:
        """Move the numbers that differ from the step before, which the solver still holds."""
        if given.matrix is not before.matrix:
            self._load(given, self._session.kept)
            return
        rows = np.flatnonzero((given.row_lower != before.row_lower) | (given.row_upper != before.row_upper))
        columns = np.flatnonzero(given.cost != before.cost)
        self._session.choose_simplex(DUAL_SIMPLEX if rows.size else PRIMAL_SIMPLEX)
        self._session.change_rows(rows.astype(np.int32), given.row_lower[rows], given.row_upper[rows])
        self._session.change_costs(columns.astype(np.int32), given.cost[columns])

    def _load(self, held: CompiledModel, start: Any) -> None:
        base = self._base
        same_rows = held.row_lower is base.row_lower and held.row_upper is base.row_upper and held.matrix is base.matrix
        self._session.load(held)
        self._session.choose_simplex(PRIMAL_SIMPLEX if same_rows and start is not None else DUAL_SIMPLEX)
        self._session.weigh_edges(SOLVERS_CHOICE if start is None else DEVEX)
        if start is not None:
            self._session.start_from(start)

    def _optimum(self, held: CompiledModel, given: CompiledModel, sample: str) -> Optimum:
        """Return the optimum of `held`, by way of what the solver was given, or in two solves."""
        if given is held:
            optimum = find(self._session, held, self._options, sample, second=self._second)
            self._last = None if held.integer.any() else given
            return optimum
        settled = settle(self._session, held, self._second, find(self._session, given, self._untied, sample))
        if settled is not None:
            self._last = given
            return settled
        self._session.choose_simplex(PRIMAL_SIMPLEX)
        self._session.set_costs(held.cost)
        return find(self._session, held, self._options, sample, second=self._second)

    def _proved(self, compiled: CompiledModel) -> bool:
        direction = np.asarray(self._session.infeasible_direction())
        if self._reducer is None or not direction.size:
            return proves_infeasible(compiled, direction)
        nothing = np.zeros_like(compiled.cost)
        return any(
            proves_infeasible(compiled, self._reducer.duals(compiled, nothing, sign * direction))
            for sign in (1.0, -1.0)
        )

    def _cold(self, compiled: CompiledModel, sample: str, started: float) -> Solution:
        """Solve a programme whole, from nothing, as `carbonpath.model.solve.solve` does."""
        self._last = None
        self._session.load(compiled)
        self._session.choose_simplex(DUAL_SIMPLEX)
        self._session.weigh_edges(SOLVERS_CHOICE)
        return answer(self._session, compiled, self._options, sample, started=started, second=self._weights)
