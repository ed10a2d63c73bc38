r"""A smaller programme with the same plans: solved in the place of many, and the way back to whole plans and prices.

What `carbonpath.model.eliminate` takes out is linear, :math:`x = x_0 + T z`, so a programme that differs in costs and
movable rows alone becomes the smaller one by a few products: costs :math:`T^T c`, bounds :math:`b - A x_0`.

The way back gives every row its dual. The reduced cost of a column held by a bound is the price of the row which that
bound came from; a forcing row is priced so that none of its columns would rather leave its bound; and an equation is
priced so that the column it defines has no reduced cost: :math:`A_{DE}^T y_D = c_E - A_{\cdot E}^T y`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csc_array, csr_array

from carbonpath.model.compiled import CompiledModel, Floats
from carbonpath.model.eliminate import GONE, Elimination, Forcing, eliminate
from carbonpath.model.parameter_map import with_coefficients

Positions = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Sources:
    """Rows that bounds of columns came from, on one side."""

    row: Positions
    """Row of each column that is left; minus one: the bound is the column's own."""
    factor: Floats
    """Coefficient of the column in that row."""


@dataclass(frozen=True)
class Level:
    """Forcing rows that are priced together, with a place for each column that they hold."""

    rows: Positions
    """The rows."""
    sign: Floats
    """One where the upper bound of the row is the one that binds, minus one where it is the lower."""
    start: Positions
    """Where the places of each row begin; its columns come one after another."""
    column: Positions
    """Position among the held columns of each place."""
    factor: Floats
    """Coefficient of each place, times the sign of its row."""
    effect: csr_array[np.float64]
    """Coefficients of the rows, held columns by rows."""


@dataclass(frozen=True)
class Moving:
    """Coefficients that may move, and what they move in the smaller programme."""

    positions: Positions
    """Which, in the matrix of the whole."""
    matrix: csc_array[np.float64]
    """The smaller matrix, with a place for whatever may come to be."""
    coefficients: csr_array[np.float64]
    """What they move in the smaller matrix."""
    shifts: csr_array[np.float64]
    """What they move in what is taken off the bounds of rows."""


@dataclass(frozen=True)
class Reduction:
    """A programme, what is left of it, and what connects the two."""

    whole: CompiledModel
    """The programme."""
    small: CompiledModel
    """What is left."""
    rows: Positions
    """Rows that are left."""
    columns: Positions
    """Columns that are left."""
    spread: csr_array[np.float64]
    """Columns of the whole as sums of those that are left: T."""
    constant: Floats
    """Columns of the whole where those that are left are nothing."""
    shift: Floats
    """What is taken off the bounds of rows."""
    moving: Moving
    """Coefficients that may move."""
    below: Sources
    """Where lower bounds came from."""
    above: Sources
    """Where upper bounds came from."""
    held: csr_array[np.float64]
    """What each held column moves, held columns by columns of the whole."""
    levels: tuple[Level, ...]
    """Forcing rows in the order in which they are priced."""
    defined: Positions
    """Columns that equations define."""
    defining: Positions
    """Those equations."""


class _Sums(NamedTuple):
    """Columns of the whole as sums, and what their constants take off the bounds of rows."""

    spread: csr_array[np.float64]
    constant: Floats
    shift: Floats


def reduce_programme(compiled: CompiledModel, rows: Iterable[int], coefficients: Iterable[int]) -> Reduction | None:
    """Return the smaller programme of `compiled`; None if it has whole numbers, or if nothing would be left to solve.

    Parameters
    ----------
    compiled
        The programme at reference numbers.
    rows
        Rows whose bounds may move.
    coefficients
        Positions of the coefficients that may move, in the matrix of `compiled`.
    """
    if compiled.integer.any():
        return None
    moved = np.array(sorted(coefficients), dtype=np.int64)
    work = eliminate(compiled, {*rows, *compiled.matrix.indices[moved].tolist()})
    held = np.array(sorted(work.held), dtype=np.int64)
    defined = np.array([definition.column for definition in work.defined], dtype=np.int64)
    columns = np.setdiff1d(np.arange(len(compiled.columns)), np.concatenate([held, defined]))
    left = np.array(list(work.left), dtype=np.int64)
    if not (left.size and columns.size):
        return None
    every, constant = _sums(work, len(compiled.columns))
    spread, effect = csr_array(every[:, columns]), csr_array(every[:, held].T)
    constant = constant + np.array([work.held[column] for column in held.tolist()], dtype=np.float64) @ effect
    shift = np.asarray(compiled.matrix @ constant, dtype=np.float64)[left]
    moving = _moving(compiled, left, spread, constant, moved)
    return Reduction(
        whole=compiled,
        small=_small(compiled, work, left, columns, _Sums(spread, constant, shift), moving.matrix),
        rows=left,
        columns=columns,
        spread=spread,
        constant=constant,
        shift=shift,
        moving=moving,
        below=_sources(work.lower_from, columns),
        above=_sources(work.upper_from, columns),
        held=effect,
        levels=tuple(_levels(work, held)),
        defined=defined,
        defining=np.array([definition.row for definition in work.defined], dtype=np.int64),
    )


def _small(
    compiled: CompiledModel,
    work: Elimination,
    left: Positions,
    columns: Positions,
    sums: _Sums,
    matrix: csc_array[np.float64],
) -> CompiledModel:
    return replace(
        compiled,
        cost=np.asarray(sums.spread.T @ compiled.cost, dtype=np.float64),
        constant=compiled.constant + float(sums.constant @ compiled.cost),
        matrix=with_coefficients(matrix, matrix.data),
        row_lower=compiled.row_lower[left] - sums.shift,
        row_upper=compiled.row_upper[left] - sums.shift,
        column_lower=np.array(work.lower)[columns],
        column_upper=np.array(work.upper)[columns],
        integer=compiled.integer[columns],
        rows=[compiled.rows[row] for row in left.tolist()],
        columns=[compiled.columns[column] for column in columns.tolist()],
        unused=(),
    )


def _sums(work: Elimination, size: int) -> tuple[csc_array[np.float64], Floats]:
    """Return every column as a sum of those that are not defined, and its constant."""
    sums: dict[int, dict[int, float]] = {}
    constant = np.zeros(size)
    for definition in reversed(work.defined):
        total: dict[int, float] = {}
        constant[definition.column] = definition.constant
        for other, factor in definition.terms.items():
            constant[definition.column] += factor * constant[other]
            for column, value in sums.get(other, {other: 1.0}).items():
                total[column] = total.get(column, 0.0) + factor * value
        sums[definition.column] = total
    triples = [
        (row, column, value) for row in range(size) for column, value in sums.get(row, {row: 1.0}).items() if value
    ]
    rows, columns, values = (np.array(part) for part in zip(*triples, strict=True))
    return csc_array(coo_array((values, (rows, columns)), shape=(size, size))), constant


def _moving(
    compiled: CompiledModel, left: Positions, spread: csr_array[np.float64], constant: Floats, moved: Positions
) -> Moving:
    """Return the smaller matrix, and what each moving coefficient moves: its column's sum, in its row."""
    columns_of = np.repeat(np.arange(len(compiled.columns)), np.diff(compiled.matrix.indptr))
    owners, at = columns_of[moved], np.searchsorted(left, compiled.matrix.indices[moved])
    parts = coo_array(spread[owners]) if moved.size else coo_array((0, spread.shape[1]))
    coefficient, column = parts.coords
    row = at[coefficient]
    product = coo_array(csr_array(compiled.matrix)[left] @ spread)
    there = np.abs(product.data) > GONE
    data = np.concatenate([product.data[there], np.zeros(row.size)])
    coords = (np.concatenate([one[there], new]) for one, new in zip(product.coords, (row, column), strict=True))
    matrix = csc_array(coo_array((data, tuple(coords)), shape=(left.size, spread.shape[1])))
    matrix.sum_duplicates()
    keys = np.repeat(np.arange(matrix.shape[1]), np.diff(matrix.indptr)) * left.size + matrix.indices
    places = np.searchsorted(keys, column * left.size + row)
    return Moving(
        positions=moved,
        matrix=matrix,
        coefficients=csr_array(coo_array((parts.data, (places, coefficient)), shape=(matrix.nnz, moved.size))),
        shifts=csr_array(coo_array((constant[owners], (at, np.arange(moved.size))), shape=(left.size, moved.size))),
    )


def _sources(found: Mapping[int, tuple[int, float]], columns: Positions) -> Sources:
    pairs = [found.get(column, (-1, 1.0)) for column in columns.tolist()]
    return Sources(np.array([row for row, _ in pairs], dtype=np.int64), np.array([factor for _, factor in pairs]))


def _levels(work: Elimination, held: Positions) -> Iterator[Level]:
    """Yield forcing rows last first: what a row costs its columns may move the price of the rows before it."""
    place = {column: position for position, column in enumerate(held.tolist())}
    depth: dict[int, int] = {}
    by_depth: dict[int, list[Forcing]] = {}
    for row in reversed(work.forcing):
        turn = 1 + max((depth.get(column, -1) for column in row.columns), default=-1)
        for column in row.terms:
            depth[column] = max(depth.get(column, -1), turn)
        by_depth.setdefault(turn, []).append(row)
    for _, rows in sorted(by_depth.items()):
        signs = [1.0 if row.upper else -1.0 for row in rows]
        own = [
            (place[column], sign * row.terms[column])
            for sign, row in zip(signs, rows, strict=True)
            for column in row.columns
        ]
        terms = [(place[column], at, value) for at, row in enumerate(rows) for column, value in row.terms.items()]
        at, columns, values = (np.array(part) for part in zip(*terms, strict=True))
        yield Level(
            rows=np.array([row.row for row in rows], dtype=np.int64),
            sign=np.array(signs),
            start=np.cumsum([0, *(len(row.columns) for row in rows[:-1])]),
            column=np.array([column for column, _ in own], dtype=np.int64),
            factor=np.array([factor for _, factor in own]),
            effect=csr_array(coo_array((values, (at, columns)), shape=(held.size, len(rows)))),
        )
