"""The last look before the solver: every coefficient, bound, right-hand side and cost.

HiGHS rejects a whole batch of rows for one coefficient of 1e15 and then solves what is left; it drops coefficients at
or below its smallest; a coefficient that is not a number removes its row. None of this is allowed to happen unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from carbonpath.core.problems import Problem
from carbonpath.model.compiled import CompiledModel, Floats

SMALLEST = 1e-11
"""Coefficients closer to zero are refused; the solver is told to keep all above 1e-12."""
LARGEST = 1e12
"""Numbers farther from zero are refused: double precision cannot add them to ordinary ones."""


def check_numbers(compiled: CompiledModel) -> list[Problem]:
    """Return every number that is not finite or outside the window, with its row and column."""
    return [*_check_matrix(compiled), *_check_cost(compiled), *_check_bounds(compiled)]


def _check_matrix(compiled: CompiledModel) -> Iterator[Problem]:
    size = np.abs(compiled.matrix.data)
    wrong = np.flatnonzero(~((size >= SMALLEST) & (size <= LARGEST)))
    if not wrong.size:
        return
    entries = compiled.matrix.tocoo()
    for position in wrong:
        row = compiled.rows[int(entries.coords[0][position])]
        column = compiled.columns[int(entries.coords[1][position])]
        yield _problem(float(entries.data[position]), str(row), str(column))


def _check_cost(compiled: CompiledModel) -> Iterator[Problem]:
    for position in np.flatnonzero(~(np.abs(compiled.cost) <= LARGEST)):
        yield _problem(float(compiled.cost[position]), "total_discounted_cost", str(compiled.columns[int(position)]))
    if not abs(compiled.constant) <= LARGEST:
        yield _problem(compiled.constant, "total_discounted_cost", "")


def _check_bounds(compiled: CompiledModel) -> Iterator[Problem]:
    sides: tuple[tuple[Floats, float, Sequence[object]], ...] = (
        (compiled.row_lower, -np.inf, compiled.rows),
        (compiled.row_upper, np.inf, compiled.rows),
        (compiled.column_lower, -np.inf, compiled.columns),
        (compiled.column_upper, np.inf, compiled.columns),
    )
    for values, absent, names in sides:
        for position in np.flatnonzero(~((np.abs(values) <= LARGEST) | (values == absent))):
            yield _problem(float(values[position]), str(names[int(position)]), "")


def _problem(value: float, row: str, column: str) -> Problem:
    code = "CP-701" if np.isfinite(value) else "CP-700"
    return Problem(code, place=row, value=f"{value:g}", details={"column": column})
