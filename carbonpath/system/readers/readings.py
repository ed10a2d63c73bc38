"""How entries of a data set become rows of a system: what an absent row means there, and what a default says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from carbonpath.core.problems import Problem
from carbonpath.system.readers.coding import Entries, Floats, filled, no_entries
from carbonpath.system.readers.dataset import DataSet
from carbonpath.system.readers.limits import says_no_limit
from carbonpath.system.readers.signatures import signatures

Flags = npt.NDArray[np.bool_]

ABSENT = {"amount": 0.0, "factor": 1.0}
"""What a system takes for granted where it has no row."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A data set as arrays."""

    data: DataSet
    """Where it was read from."""
    sets: Mapping[str, tuple[str, ...]]
    """Members of each set in order."""
    entries: Mapping[str, Entries]
    """Entries of each parameter that the data set names."""

    def given(self, name: str) -> Entries:
        """Return the entries that are written out."""
        return self.entries.get(name) or no_entries(len(signatures()[name].indices))

    def default(self, name: str) -> float | None:
        """Return the value of an index that is not given: that of the data set, else the usual one."""
        parameter = self.data.parameters.get(name)
        if parameter is None or parameter.default is None:
            return signatures()[name].default
        return parameter.default

    def shape(self, name: str) -> tuple[int, ...]:
        """Return how many members each index has."""
        return tuple(len(self.sets[index]) for index in signatures()[name].indices)

    def everywhere(self, name: str, fallback: float = 0.0) -> Entries:
        """Return an entry for every index."""
        default = self.default(name)
        return filled(self.given(name), self.shape(name), fallback if default is None else default)

    def array(self, name: str, fallback: float = 0.0) -> Floats:
        """Return the value at every index as an array with one axis for each."""
        return self.everywhere(name, fallback).values.reshape(self.shape(name))


def read_entries(coded: Coded, name: str, problems: list[Problem]) -> Entries:
    """Return the rows that a system has for parameter `name`.

    Adds to `problems` CP-313 if an index needs a value and has neither value nor default.
    """
    reading = signatures()[name].reading
    if reading in ABSENT:
        return _differing(coded, name, ABSENT[reading])
    if reading == "every":
        if coded.default(name) is None and coded.given(name).values.size < np.prod(coded.shape(name)):
            problems.append(Problem("CP-313", coded.data.file, value=name))
        return coded.everywhere(name)
    if reading in ("max", "mode-max"):
        return _upper(coded, name, zero_is_none=reading == "mode-max")
    if reading == "min":
        entries = _differing(coded, name, 0.0)
        return entries.where(entries.values > 0.0)
    raise ValueError(reading)


def _differing(coded: Coded, name: str, absent: float) -> Entries:
    given, default = coded.given(name), coded.default(name)
    entries = given if default == absent or default is None else coded.everywhere(name)
    return entries.where(entries.values != absent)


def _upper(coded: Coded, name: str, *, zero_is_none: bool) -> Entries:
    default = coded.default(name)
    unlimited = default is None or bool(says_no_limit(np.array([default]), default)[0])
    entries = coded.given(name) if unlimited else coded.everywhere(name)
    none = says_no_limit(entries.values, default)
    return entries.where(~(none | (entries.values == 0.0)) if zero_is_none else ~none)
