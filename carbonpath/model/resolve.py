"""One programme kept loaded and solved again and again: sweeps, windows and samples through the one door."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from carbonpath.core.errors import LimitError, VerificationError, require_valid
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.highs import HighsSession, SolverOptions
from carbonpath.model.scan import check_numbers
from carbonpath.model.solve import Solution, answer, solve


class Resolver:
    """Solves variants of one programme: other costs, bounds or coefficients in the same places.

    Each answer is verified as `carbonpath.model.solve.solve` verifies it. A solve starts from the basis of the last
    answer; where that fails, or its answer does not survive, it is repeated cold before its verdict counts. Ties of
    cost are not broken: for the one plan to be told, solve the variant alone. A programme with whole numbers has no
    basis to start from and is solved cold each time.

    Parameters
    ----------
    compiled
        The programme.
    options
        As for `solve`.

    Raises
    ------
    VerificationError
        As `solve`, of the programme itself.
    """

    def __init__(self, compiled: CompiledModel, options: SolverOptions | None = None) -> None:
        self._options = replace(options or SolverOptions(), tie_break=False)
        require_valid(check_numbers(compiled), VerificationError)
        self._held = compiled
        self._session = HighsSession(compiled, self._options)

    def solve(self, variant: CompiledModel, sample: str = "") -> Solution:
        """Return the verified optimum of `variant`, which has the rows and columns of the programme.

        Raises
        ------
        ValueError
            If `variant` has other rows, columns or places of coefficients.
        CarbonpathError
            What `solve` raises.
        """
        started = time.perf_counter()
        require_valid(check_numbers(variant), VerificationError)
        if variant.integer.any():
            return solve(variant, self._options, sample)
        self._load(variant)
        try:
            return answer(self._session, variant, self._options, sample, started=started)
        except (LimitError, VerificationError):
            self._session.forget()
            return answer(self._session, variant, self._options, sample, started=started)

    def _load(self, variant: CompiledModel) -> None:
        held, session = self._held, self._session
        if variant.rows != held.rows or variant.columns != held.columns:
            raise ValueError("a variant has the rows and columns of its programme")
        if variant.matrix is not held.matrix:
            self._load_coefficients(variant)
        moved = np.flatnonzero((held.row_lower != variant.row_lower) | (held.row_upper != variant.row_upper))
        session.change_rows(moved.astype(np.int32), variant.row_lower[moved], variant.row_upper[moved])
        lower, upper = variant.column_lower, variant.column_upper
        moved = np.flatnonzero((held.column_lower != lower) | (held.column_upper != upper))
        session.change_columns(moved.astype(np.int32), lower[moved], upper[moved])
        if not np.array_equal(held.cost, variant.cost):
            session.set_costs(variant.cost)
        if held.constant != variant.constant:
            session.set_constant(variant.constant)
        self._held = variant

    def _load_coefficients(self, variant: CompiledModel) -> None:
        held, given = self._held.matrix, variant.matrix
        if not (np.array_equal(held.indptr, given.indptr) and np.array_equal(held.indices, given.indices)):
            raise ValueError("a variant has its coefficients in the places of its programme")
        columns = np.repeat(np.arange(given.shape[1]), np.diff(given.indptr))
        for place in np.flatnonzero(held.data != given.data):
            self._session.change_coefficient(int(given.indices[place]), int(columns[place]), float(given.data[place]))
