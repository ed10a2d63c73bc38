r"""Taking rows and columns out of a programme by what holds whatever its costs are.

Four steps are repeated until none finds anything:

- a row of one column is a bound of that column;
- a row that the bounds of its columns imply binds nothing;
- a row that its columns can only just satisfy holds them all at a bound;
- an equation defines one of its columns, :math:`x_j = (b - \sum_{k \ne j} a_k x_k) / a_j`, where the others' bounds
  keep :math:`x_j` within its own and putting it in adds no coefficients.

Rows whose numbers may move are never used, so the steps hold for every programme that differs in costs and in those
rows alone. Contradictions are left for the solver to find.

See Andersen and Andersen, Presolving in linear programming, Mathematical Programming 71 (1995).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

import numpy as np

from carbonpath.model.compiled import CompiledModel

SLACK = 1e-11
"""Relative difference within which bounds count as equal."""
GONE = 1e-11
"""A coefficient that ends this close to zero is none."""
PIVOT = 1e-3
"""Smallest coefficient of a defined column, relative to the largest in its equation."""


class Definition(NamedTuple):
    """An equation taken out together with the column that it defines."""

    row: int
    """The equation."""
    column: int
    """The column."""
    constant: float
    """What the column is where all others are nothing."""
    terms: dict[int, float]
    """The column as a sum of columns that were not defined before."""


class Forcing(NamedTuple):
    """A row that holds columns at a bound."""

    row: int
    """The row."""
    upper: bool
    """Whether it is the row's upper bound that its columns can only just satisfy."""
    columns: tuple[int, ...]
    """Columns that it was the first to hold."""
    terms: dict[int, float]
    """Coefficients of all its columns, definitions put in."""


@dataclass
class Elimination:
    """A programme on the way to a smaller one."""

    rows: list[dict[int, float]]
    """Coefficients of each row by column, definitions put in."""
    places: list[set[int]]
    """Rows left that mention each column."""
    row_lower: list[float]
    """Lower bounds of rows, less the constants of definitions."""
    row_upper: list[float]
    """Upper bounds of rows, the same."""
    lower: list[float]
    """Lower bounds of columns."""
    upper: list[float]
    """Upper bounds of columns."""
    movable: frozenset[int]
    """Rows that are kept whatever they say."""
    left: dict[int, None]
    """Rows that are left, in order."""
    lower_from: dict[int, tuple[int, float]] = field(default_factory=dict)
    """Row taken out that bounds a column from below, with the coefficient of the column in it."""
    upper_from: dict[int, tuple[int, float]] = field(default_factory=dict)
    """The same from above."""
    defined: list[Definition] = field(default_factory=list)
    """Definitions in the order in which they were put in."""
    forcing: list[Forcing] = field(default_factory=list)
    """Forcing rows in the order in which they were taken out."""
    held: dict[int, float] = field(default_factory=dict)
    """Columns held by forcing rows, and their values."""


def eliminate(compiled: CompiledModel, movable: Iterable[int]) -> Elimination:
    """Return what is left of `compiled` when all is taken out that never matters.

    Parameters
    ----------
    compiled
        A programme without whole numbers.
    movable
        Rows whose bounds or coefficients may become others.
    """
    work = _start(compiled, movable)
    taken = True
    while taken:
        taken = False
        for row in [row for row in work.left if row not in work.movable]:
            taken |= _take(work, row)
    return work


def _start(compiled: CompiledModel, movable: Iterable[int]) -> Elimination:
    matrix = compiled.matrix
    rows: list[dict[int, float]] = [{} for _ in compiled.rows]
    places: list[set[int]] = [set() for _ in compiled.columns]
    columns = np.repeat(np.arange(matrix.shape[1]), np.diff(matrix.indptr))
    for row, column, value in zip(matrix.indices.tolist(), columns.tolist(), matrix.data.tolist(), strict=True):
        rows[row][column] = value
        places[column].add(row)
    return Elimination(
        rows,
        places,
        compiled.row_lower.tolist(),
        compiled.row_upper.tolist(),
        compiled.column_lower.tolist(),
        compiled.column_upper.tolist(),
        frozenset(movable),
        left=dict.fromkeys(range(len(rows))),
    )


def _take(work: Elimination, row: int) -> bool:
    """Take `row` out if one of the steps allows it, and tell whether it did."""
    least, most = _range(work, work.rows[row])
    low, high = work.row_lower[row], work.row_upper[row]
    slack = SLACK * max([1.0, *(abs(bound) for bound in (least, most, low, high) if abs(bound) < inf)])
    if least > high + slack or most < low - slack:
        return False
    if least >= low - slack and most <= high + slack:
        _drop(work, row)
        return True
    tight = least >= high - slack or most <= low + slack
    if tight and _force(work, row, upper=least >= high - slack):
        return True
    return _define(work, row) if low == high else _bound(work, row)


def _range(work: Elimination, terms: Mapping[int, float]) -> tuple[float, float]:
    """Return the least and the most that a sum of columns can be."""
    least = most = 0.0
    for column, factor in terms.items():
        one, other = factor * work.lower[column], factor * work.upper[column]
        least += one if factor > 0.0 else other
        most += other if factor > 0.0 else one
    return least, most


def _drop(work: Elimination, row: int) -> None:
    del work.left[row]
    for column in work.rows[row]:
        work.places[column].discard(row)


def _force(work: Elimination, row: int, *, upper: bool) -> bool:
    """Hold every column of a row at the bound that it cannot leave, where these bounds are the columns' own."""
    new = {column: factor for column, factor in work.rows[row].items() if column not in work.held}
    lows = {column: (factor > 0.0) == upper for column, factor in new.items()}
    if any(column in (work.lower_from if low else work.upper_from) for column, low in lows.items()):
        return False
    for column, low in lows.items():
        value = work.lower[column] if low else work.upper[column]
        work.lower[column] = work.upper[column] = work.held[column] = value
    work.forcing.append(Forcing(row, upper, tuple(new), work.rows[row]))
    _drop(work, row)
    return True


def _bound(work: Elimination, row: int) -> bool:
    """Turn a row in which one column is not held into bounds of that column."""
    terms = work.rows[row]
    free = [column for column in terms if column not in work.held]
    if len(free) != 1:
        return False
    (column,) = free
    factor = terms[column]
    rest = sum(terms[other] * work.held[other] for other in terms if other != column)
    ends = (work.row_lower[row] - rest) / factor, (work.row_upper[row] - rest) / factor
    if min(ends) > work.lower[column]:
        work.lower[column], work.lower_from[column] = min(ends), (row, factor)
    if max(ends) < work.upper[column]:
        work.upper[column], work.upper_from[column] = max(ends), (row, factor)
    _drop(work, row)
    return True


def _define(work: Elimination, row: int) -> bool:
    """Put the column that an equation defines into the other rows, if there is one that suits."""
    terms = work.rows[row]
    free = sum(column not in work.held for column in terms)
    suited = [
        ((len(work.places[column]) - 1) * (free - 1), column)
        for column in terms
        if column not in work.held
        and (len(work.places[column]) - 1) * (free - 1) <= len(work.places[column]) - 1 + free
        and _suits(work, row, column)
    ]
    if not suited:
        return False
    _put_in(work, row, min(suited)[1])
    return True


def _suits(work: Elimination, row: int, column: int) -> bool:
    """Tell whether an equation and the bounds of its other columns keep a column within its own bounds."""
    terms = work.rows[row]
    factor = terms[column]
    if abs(factor) < PIVOT * max(abs(other) for other in terms.values()):
        return False
    least, most = _range(work, {other: value for other, value in terms.items() if other != column})
    ends = (work.row_lower[row] - least) / factor, (work.row_lower[row] - most) / factor
    low, high = work.lower[column], work.upper[column]
    return min(ends) >= low - SLACK * max(1.0, abs(low)) and max(ends) <= high + SLACK * max(1.0, abs(high))


def _put_in(work: Elimination, row: int, column: int) -> None:
    factor = work.rows[row][column]
    terms = {other: -value / factor for other, value in work.rows[row].items() if other != column}
    constant = work.row_lower[row] / factor
    _drop(work, row)
    work.defined.append(Definition(row, column, constant, terms))
    for place in sorted(work.places[column]):
        target = work.rows[place]
        share = target.pop(column)
        work.row_lower[place] -= share * constant
        work.row_upper[place] -= share * constant
        for other, value in terms.items():
            total = target.get(other, 0.0) + share * value
            if abs(total) > GONE:
                target[other] = total
                work.places[other].add(place)
            else:
                target.pop(other, None)
                work.places[other].discard(place)
    work.places[column].clear()
