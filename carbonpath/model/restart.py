"""Solving one structure with many numbers through the same door: load, start from a known basis, verify, answer.

Each programme is loaded whole (half a millisecond for a district), so nothing of the one before can survive in the
solver, and starts from one and the same basis: the answer depends on the programme alone, not on what was solved before
it. A sweep gives that up on purpose: `step` goes on from the programme before, and its answer depends on the sweep from
its start.
"""

from __future__ import annotations

import time
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
from carbonpath.model.scan import check_numbers
from carbonpath.model.solve import Solution, answer
from carbonpath.model.tie_break import weights


class Restarter:
    """A solver that holds one structure and answers for any numbers in it."""

    def __init__(self, base: CompiledModel, options: SolverOptions, basis: Basis | None = None) -> None:
        """Load `base`.

        Parameters
        ----------
        base
            Programme whose rows, columns and order all others share.
        options
            As for `solve`.
        basis
            Where to start from; None: every solve is a cold one until `find_basis` has found one.
        """
        self._base = base
        self._options = options
        self._session = HighsSession(base, options)
        self._second = weights(base) if options.tie_break else None
        self._start: Any = None if basis is None else unpack_basis(basis)
        self._last: CompiledModel | None = None

    def find_basis(self, compiled: CompiledModel, sample: str = "") -> Basis:
        """Solve `compiled` from nothing, start from its basis from now on, and return it.

        Raises
        ------
        CarbonpathError
            As `solve`.
        """
        plain = SolverOptions(method=self._options.method, time_limit=self._options.time_limit, tie_break=False)
        self._load(compiled, None)
        answer(self._session, compiled, plain, sample, started=time.perf_counter())
        self._start = self._session.kept
        return pack_basis(self._start)

    def solve(self, compiled: CompiledModel, sample: str = "") -> Solution:
        """Return the verified optimum of `compiled`, whatever was solved before.

        An answer from the base basis that cannot be verified, and an infeasibility whose proof cannot, are not given
        out: the programme is then solved from nothing.

        Raises
        ------
        CarbonpathError
            As `carbonpath.model.solve.solve`.
        """
        started = time.perf_counter()
        self._last = None
        if self._start is None:
            return self._cold(compiled, sample, started)
        self._load(compiled, self._start)
        return self._answer(compiled, sample, started)

    def step(self, compiled: CompiledModel, sample: str = "") -> Solution:
        """Return the verified optimum of `compiled`, going on from where the step before ended.

        The first step, and a step after one without an optimum, start like `solve`.
        """
        before, self._last = self._last, None
        if before is None:
            solution = self.solve(compiled, sample)
        else:
            started = time.perf_counter()
            self._go_on(before, compiled)
            solution = self._answer(compiled, sample, started)
        self._last = compiled
        return solution

    def restart(self) -> None:
        """Let the next step be the first of a sweep."""
        self._last = None

    def _go_on(self, before: CompiledModel, compiled: CompiledModel) -> None:
        """Move the numbers that differ; load anew where the solver no longer holds the programme before."""
        if self._options.tie_break or compiled.integer.any() or compiled.matrix is not before.matrix:
            self._load(compiled, self._session.kept)
            return
        require_valid(check_numbers(compiled), VerificationError)
        self._move(before, compiled)

    def _move(self, before: CompiledModel, compiled: CompiledModel) -> None:
        bounds = compiled.row_lower is not before.row_lower or compiled.row_upper is not before.row_upper
        self._session.choose_simplex(DUAL_SIMPLEX if bounds else PRIMAL_SIMPLEX)
        if bounds:
            self._session.set_row_bounds(compiled.row_lower, compiled.row_upper)
        if compiled.cost is not before.cost:
            self._session.set_costs(compiled.cost)

    def _load(self, compiled: CompiledModel, start: Any) -> None:
        require_valid(check_numbers(compiled), VerificationError)
        base = self._base
        same_rows = (
            compiled.row_lower is base.row_lower
            and compiled.row_upper is base.row_upper
            and compiled.matrix is base.matrix
        )
        self._session.load(compiled)
        self._session.choose_simplex(PRIMAL_SIMPLEX if same_rows and start is not None else DUAL_SIMPLEX)
        self._session.weigh_edges(SOLVERS_CHOICE if start is None else DEVEX)
        if start is not None:
            self._session.start_from(start)

    def _answer(self, compiled: CompiledModel, sample: str, started: float) -> Solution:
        try:
            return answer(self._session, compiled, self._options, sample, started=started, second=self._second)
        except InfeasibleError as error:
            proved = error.problems[0].code == "CP-500" and self._proved(compiled)
            if proved or error.problems[0].code != "CP-500":
                raise
        except VerificationError:
            pass
        return self._cold(compiled, sample, started)

    def _proved(self, compiled: CompiledModel) -> bool:
        return proves_infeasible(compiled, np.asarray(self._session.infeasible_direction()))

    def _cold(self, compiled: CompiledModel, sample: str, started: float) -> Solution:
        self._load(compiled, None)
        return answer(self._session, compiled, self._options, sample, started=started, second=self._second)
