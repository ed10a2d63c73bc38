"""All rows of a constraint at once, as arrays: what its rule says of one row, said of every row together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from carbonpath.model.coded import Floats, Positions
from carbonpath.model.parameters import Index


@dataclass(frozen=True, slots=True)
class Block:
    """Rows and their entries; those of one variable in one row are added up."""

    places: Callable[[], Sequence[Index]]
    """Index values of the rows in order."""
    lower: Floats
    """Lower bound of each row."""
    upper: Floats
    """Upper bound of each row."""
    rows: Sequence[Positions]
    """Row of each entry, part after part."""
    columns: Sequence[Positions]
    """Column of each entry."""
    values: Sequence[Floats]
    """Coefficient of each entry."""


class Entries:
    """Entries gathered for a block."""

    def __init__(self) -> None:
        self._rows: list[Positions] = []
        self._columns: list[Positions] = []
        self._values: list[Floats] = []

    def add(self, rows: Positions, columns: Positions, values: Floats | float) -> None:
        """Add a coefficient for each pair of row and column; where either is negative there is none."""
        shape = np.broadcast_shapes(rows.shape, columns.shape, np.shape(values))
        row, column = np.broadcast_to(rows, shape).ravel(), np.broadcast_to(columns, shape).ravel()
        there = (row >= 0) & (column >= 0)
        self._rows.append(row[there])
        self._columns.append(column[there])
        self._values.append(np.broadcast_to(values, shape).ravel()[there])

    def equal(self, places: Callable[[], Sequence[Index]], values: Floats) -> Block:
        """Return rows that equal `values`."""
        return self._block(places, values, values)

    def at_most(self, places: Callable[[], Sequence[Index]], values: Floats) -> Block:
        """Return rows that stay at or below `values`."""
        return self._block(places, np.full(values.size, -np.inf), values)

    def _block(self, places: Callable[[], Sequence[Index]], lower: Floats, upper: Floats) -> Block:
        return Block(places, lower, upper, self._rows, self._columns, self._values)
