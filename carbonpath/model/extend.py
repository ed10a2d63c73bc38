"""A programme with further columns and rows: other objectives, budgets, deviations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from scipy.sparse import csc_array

from carbonpath.model.compiled import CompiledModel, Floats, Key
from carbonpath.model.solve import Solution


class NewColumn(NamedTuple):
    """A column to be added; it has no coefficient in the rows that are there."""

    key: Key
    """Its name."""
    cost: float = 0.0
    """Its cost."""
    lower: float = 0.0
    """Its lower bound."""
    upper: float = np.inf
    """Its upper bound."""


class NewRow(NamedTuple):
    """A row to be added."""

    key: Key
    """Its name."""
    coefficients: Sequence[float]
    """Its coefficients."""
    columns: Sequence[int]
    """Their columns; new ones are counted on after those that are there."""
    lower: float = -np.inf
    """Its lower bound."""
    upper: float = np.inf
    """Its upper bound."""


def extended(compiled: CompiledModel, columns: Sequence[NewColumn], rows: Sequence[NewRow]) -> CompiledModel:
    """Return `compiled` with new columns and rows after those that are there; coefficients of zero are left out."""
    height, width = compiled.matrix.shape
    old = compiled.matrix.tocoo()
    lengths = [len(row.columns) for row in rows]
    row_at = np.concatenate([old.coords[0], np.repeat(np.arange(height, height + len(rows)), lengths)])
    column_at = np.concatenate([old.coords[1], *(np.asarray(row.columns, dtype=np.int64) for row in rows)])
    entries = np.concatenate([old.data, *(np.asarray(row.coefficients, dtype=np.float64) for row in rows)])
    matrix = csc_array((entries, (row_at, column_at)), shape=(height + len(rows), width + len(columns)))
    matrix.eliminate_zeros()
    return replace(
        compiled,
        cost=_joined(compiled.cost, [column.cost for column in columns]),
        matrix=matrix,
        row_lower=_joined(compiled.row_lower, [row.lower for row in rows]),
        row_upper=_joined(compiled.row_upper, [row.upper for row in rows]),
        column_lower=_joined(compiled.column_lower, [column.lower for column in columns]),
        column_upper=_joined(compiled.column_upper, [column.upper for column in columns]),
        integer=np.concatenate([compiled.integer, np.zeros(len(columns), dtype=bool)]),
        rows=(*compiled.rows, *(row.key for row in rows)),
        columns=(*compiled.columns, *(column.key for column in columns)),
    )


def restricted(solution: Solution, compiled: CompiledModel) -> Solution:
    """Return of the answer to an extended programme the part that `compiled` has, with the cost that it has there."""
    height, width = compiled.matrix.shape
    values = solution.values[:width]
    cost = float(compiled.cost @ values) + compiled.constant
    return replace(solution, values=values, row_duals=solution.row_duals[:height], objective=cost)


def _joined(old: Floats, new: Sequence[float]) -> Floats:
    return np.concatenate([old, np.asarray(new, dtype=np.float64)])
