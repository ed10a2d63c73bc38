"""One number turned from end to end: programmes whose entries follow it in straight lines are made from their ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.compiled import CompiledModel, Floats
from carbonpath.model.resolve import Resolver
from carbonpath.model.solve import Solution

CLOSE = 1e-9
"""Relative distance within which the middle must lie on the line between the ends."""
ARRAYS = ("cost", "row_lower", "row_upper", "column_lower", "column_upper")
"""Entries of a programme beside its matrix."""


class Dial:
    """A programme that depends on one value.

    Parameters
    ----------
    make
        Returns the programme at a value.
    low, high
        Ends of the range.
    """

    def __init__(self, make: Callable[[float], CompiledModel], low: float, high: float) -> None:
        self._make, self._low, self._high = make, low, high
        self._ends = make(low), make(high)
        self.straight = self._is_straight()
        """Whether every entry follows the value in a straight line, so that nothing need be made anew."""
        self._resolver: Resolver | None = None
        self.solves = 0
        """Plans that were looked for."""
        self.plans = 0
        """Plans that were found."""

    @property
    def moves(self) -> bool:
        """Whether anything differs between the ends."""
        one, other = self._ends
        if not self.straight:
            return True
        same = all(np.array_equal(getattr(one, name), getattr(other, name)) for name in ARRAYS)
        return not (same and np.array_equal(one.matrix.data, other.matrix.data))

    def programme(self, value: float) -> CompiledModel:
        """Return the programme at a value."""
        return self._between(value) if self.straight else self._make(value)

    def solve(self, value: float) -> Solution | None:
        """Return the plan at a value; None if no plan satisfies every limit."""
        self.solves += 1
        programme = self.programme(value)
        if self._resolver is None or not self.straight:
            self._resolver = Resolver(programme)
        try:
            found = self._resolver.solve(programme, f"{value:.17g}")
        except InfeasibleError:
            return None
        self.plans += 1
        return found

    def _is_straight(self) -> bool:
        one, other = self._ends
        middle = self._make(0.5 * (self._low + self._high))
        if any(part.columns != one.columns or part.rows != one.rows for part in (other, middle)):
            return False
        if any(not _same_places(one, part) for part in (other, middle)):
            return False
        guess = self._between(0.5 * (self._low + self._high))
        pairs = [(getattr(guess, name), getattr(middle, name)) for name in ARRAYS]
        pairs.append((guess.matrix.data, middle.matrix.data))
        return all(np.allclose(mine, theirs, rtol=CLOSE, atol=1e-12) for mine, theirs in pairs)

    def _between(self, value: float) -> CompiledModel:
        one, other = self._ends
        share = (value - self._low) / (self._high - self._low)
        arrays: dict[str, Any] = {name: _mixed(getattr(one, name), getattr(other, name), share) for name in ARRAYS}
        matrix = one.matrix
        if not np.array_equal(one.matrix.data, other.matrix.data):
            matrix = one.matrix.copy()
            matrix.data = _mixed(one.matrix.data, other.matrix.data, share)
        constant = one.constant + share * (other.constant - one.constant)
        return replace(one, **arrays, matrix=matrix, constant=constant)


def _same_places(one: CompiledModel, other: CompiledModel) -> bool:
    mine, theirs = one.matrix, other.matrix
    return np.array_equal(mine.indptr, theirs.indptr) and np.array_equal(mine.indices, theirs.indices)


def _mixed(one: Floats, other: Floats, share: float) -> Floats:
    moved = one != other
    mixed = one.copy()
    mixed[moved] = one[moved] + share * (other[moved] - one[moved])
    return mixed
