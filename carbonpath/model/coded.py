"""A parameter as arrays: for each entry the positions of its members instead of their names."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from carbonpath.model.parameters import Index, Values

Positions = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

MARKS = 200
"""Places that may be marked for each entry, to see whether one stands twice."""


@dataclass(frozen=True, slots=True)
class Coded:
    """Entries of a parameter."""

    members: tuple[tuple[Any, ...], ...]
    """Members of each index, in any order."""
    codes: tuple[Positions, ...]
    """Of each index, which of its members each entry has."""
    values: Floats
    """Value of each entry."""

    def where(self, kept: Flags) -> Coded:
        """Return the entries for which `kept` holds."""
        return Coded(self.members, tuple(code[kept] for code in self.codes), self.values[kept])

    def keys(self) -> list[Index]:
        """Return the index of each entry."""
        columns = [np.array(known, dtype=object)[code] for known, code in zip(self.members, self.codes, strict=True)]
        return list(zip(*(column.tolist() for column in columns), strict=True))

    def rows(self) -> dict[Index, float]:
        """Return the entries as a dictionary from index to value."""
        return dict(zip(self.keys(), self.values.tolist(), strict=True))

    def positions(self, axis: int, order: Mapping[Any, int]) -> Positions:
        """Return of each entry the position that its member of an index has in `order`."""
        places = np.array([order[member] for member in self.members[axis]], dtype=np.int32)
        return places[self.codes[axis]]

    def repeated(self) -> Positions:
        """Return the entries of which an earlier one has the same index."""
        flat = np.zeros(self.values.size, dtype=np.int64)
        for known, code in zip(self.members, self.codes, strict=True):
            flat = flat * max(1, len(known)) + code
        if bool(np.all(flat[1:] > flat[:-1])) or _is_distinct(flat, math.prod(map(len, self.members))):
            return np.empty(0, dtype=np.int32)
        _, first = np.unique(flat, return_index=True)
        return np.setdiff1d(np.arange(flat.size), first).astype(np.int32)


def _is_distinct(flat: npt.NDArray[np.int64], places: int) -> bool:
    """Tell whether no number stands twice, where there is room to mark each; False proves nothing."""
    if places > MARKS * (flat.size + 1):
        return False
    marked = np.zeros(places, dtype=np.bool_)
    marked[flat] = True
    return int(np.count_nonzero(marked)) == flat.size


def coded_rows(rows: Values, width: int) -> Coded:
    """Return a dictionary from index (of `width` members) to value as arrays."""
    columns: Sequence[tuple[Any, ...]] = list(zip(*rows, strict=True)) or [()] * width
    members = tuple(tuple(dict.fromkeys(column)) for column in columns)
    orders = [{member: place for place, member in enumerate(known)} for known in members]
    codes = tuple(
        np.array([order[member] for member in column], dtype=np.int32)
        for order, column in zip(orders, columns, strict=True)
    )
    return Coded(members, codes, np.array(list(rows.values()), dtype=np.float64))
