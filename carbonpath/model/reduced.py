"""Solving a smaller programme in the place of a whole one: there by products, back to whole plans and whole duals."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.sparse import csc_array, csr_array
from scipy.sparse.linalg import splu

from carbonpath.model.compiled import CompiledModel, Floats
from carbonpath.model.eliminate import GONE
from carbonpath.model.parameter_map import with_coefficients
from carbonpath.model.reduction import Level, Reduction


class Reducer:
    """Makes smaller programmes of whole ones, and whole answers of smaller ones."""

    def __init__(self, reduction: Reduction) -> None:
        """Get ready to reduce programmes that differ from that of `reduction` in costs and movable rows alone."""
        self._all = reduction
        self._gather = csr_array(reduction.spread.T)
        equations = csr_array(reduction.whole.matrix)[reduction.defining]
        self._equations = splu(csc_array(equations[:, reduction.defined].T)) if reduction.defined.size else None

    def programme(self, compiled: CompiledModel) -> CompiledModel:
        """Return the smaller programme of `compiled`.

        Arrays that are those of the reference stay the same objects.
        """
        whole, small, rows = self._all.whole, self._all.small, self._all.rows
        matrix, shift = small.matrix, self._all.shift
        if compiled.matrix is not whole.matrix:
            moving = self._all.moving
            change = (_numbers(compiled.matrix, whole.matrix) - whole.matrix.data)[moving.positions]
            data = moving.matrix.data + moving.coefficients @ change
            matrix = with_coefficients(moving.matrix, np.where(np.abs(data) > GONE, data, 0.0))
            shift = shift + moving.shifts @ change
        bounds = {
            name: getattr(small, name)
            if matrix is small.matrix and getattr(compiled, name) is getattr(whole, name)
            else getattr(compiled, name)[rows] - shift
            for name in ("row_lower", "row_upper")
        }
        return replace(
            small,
            cost=small.cost if compiled.cost is whole.cost else self.gathered(compiled.cost),
            constant=compiled.constant + float(self._all.constant @ compiled.cost),
            matrix=matrix,
            **bounds,
        )

    def gathered(self, cost: Floats) -> Floats:
        """Return costs of the columns that are left, for costs of all columns."""
        return np.asarray(self._gather @ cost, dtype=np.float64)

    def values(self, values: Floats) -> Floats:
        """Return the value of every column."""
        return np.asarray(self._all.spread @ values, dtype=np.float64) + self._all.constant

    def duals(self, compiled: CompiledModel, cost: Floats, prices: Floats) -> Floats:
        """Return the dual of every row.

        Parameters
        ----------
        compiled
            The whole programme.
        cost
            Its costs; zero for multipliers that prove it infeasible.
        prices
            Duals of the rows that are left.
        """
        found = np.zeros(len(compiled.rows))
        found[self._all.rows] = prices
        transposed = csr_array(compiled.matrix.T)
        reduced = np.asarray(self._gather @ (cost - transposed @ found), dtype=np.float64)
        for sources, chosen in ((self._all.below, reduced > 0.0), (self._all.above, reduced < 0.0)):
            taken = np.flatnonzero(chosen & (sources.row >= 0))
            found[sources.row[taken]] = reduced[taken] / sources.factor[taken]
        remaining = np.asarray(self._all.held @ (cost - transposed @ found), dtype=np.float64)
        for level in self._all.levels:
            found[level.rows] = price = _price(level, remaining)
            remaining = remaining - level.effect @ price
        if self._equations is not None:
            unpaid = np.asarray(cost - transposed @ found, dtype=np.float64)
            found[self._all.defining] = self._equations.solve(unpaid[self._all.defined])
        return found


def _numbers(matrix: csc_array[np.float64], whole: csc_array[np.float64]) -> Floats:
    """Return the coefficients of `matrix` at the places of `whole`; it may have lost those that are nothing."""
    if matrix.nnz == whole.nnz:
        return np.asarray(matrix.data, dtype=np.float64)
    there, all_there = (
        np.repeat(np.arange(one.shape[1]), np.diff(one.indptr)) * one.shape[0] + one.indices for one in (matrix, whole)
    )
    found = np.zeros(whole.nnz)
    found[np.isin(all_there, there)] = matrix.data
    return found


def _price(level: Level, remaining: Floats) -> Floats:
    """Return the price of each forcing row at which none of its columns would rather leave its bound."""
    ratios = remaining[level.column] / level.factor
    return np.asarray(level.sign * np.minimum(np.minimum.reduceat(ratios, level.start), 0.0), dtype=np.float64)
