"""Rows of one parameter that are found by index values and altered in place: the workbench of the overlay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from carbonpath.core.vocabulary import quantity
from carbonpath.system.system import as_parameter

Value = str | int


class ParameterRows:
    """A PARAMETER table taken apart, with a lookup from index values to rows.

    Parameters
    ----------
    name
        Parameter of the vocabulary.
    table
        Its PARAMETER table; it is not altered.
    """

    def __init__(self, name: str, table: pd.DataFrame) -> None:
        self.name = name
        self.indices: Sequence[str] = quantity(name).indices
        self._rows: dict[int, tuple[Value, ...]] = dict(
            enumerate(zip(*(table[index].to_list() for index in self.indices), strict=True))
        )
        self._values: list[float] = table["value"].to_list()
        self._sources: list[str] = table["source"].to_list()
        self._found: dict[str, dict[Value, set[int]]] = {}

    def matching(self, where: Mapping[str, Value]) -> list[int]:
        """Return the rows whose index has the values of `where`, in the order of the table."""
        if not where:
            return list(self._rows)
        candidates = sorted((self._lookup(name).get(value, set()) for name, value in where.items()), key=len)
        return sorted(candidates[0].intersection(*candidates[1:]))

    def value(self, row: int) -> float:
        """Return the value of a row."""
        return self._values[row]

    def write(self, row: int, value: float, source: str) -> None:
        """Give a row another value; a blank `source` leaves the old one."""
        self._values[row] = value
        if source:
            self._sources[row] = source

    def add(self, where: Mapping[str, Value], value: float, source: str) -> None:
        """Add a row whose every index `where` names."""
        row = len(self._values)
        self._rows[row] = tuple(where[name] for name in self.indices)
        self._values.append(value)
        self._sources.append(source)
        for name, lookup in self._found.items():
            lookup[where[name]].add(row)

    def remove(self, row: int) -> None:
        """Take a row away."""
        index = self._rows.pop(row)
        for name, value in zip(self.indices, index, strict=True):
            if name in self._found:
                self._found[name][value].discard(row)

    def table(self) -> pd.DataFrame:
        """Return the rows as a PARAMETER table."""
        rows = pd.DataFrame(list(self._rows.values()), columns=list(self.indices))
        rows["value"] = [self._values[row] for row in self._rows]
        rows["source"] = [self._sources[row] for row in self._rows]
        return as_parameter(self.name, rows)

    def _lookup(self, name: str) -> dict[Value, set[int]]:
        if name not in self._found:
            position = self.indices.index(name)
            lookup: dict[Value, set[int]] = defaultdict(set)
            for row, index in self._rows.items():
                lookup[index[position]].add(row)
            self._found[name] = lookup
        return self._found[name]
