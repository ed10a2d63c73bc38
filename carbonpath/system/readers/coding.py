"""Entries of a data set as arrays: every index as a position in its set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from carbonpath.core.problems import Problem
from carbonpath.system.readers.dataset import DataSet, RawParameter
from carbonpath.system.readers.signatures import NUMBERED, REQUIRED, SETS, signatures

Positions = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

MOST_CELLS = 20_000_000
"""Largest number of index combinations for which a default is written out."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Values of a parameter with the positions of their indices."""

    positions: tuple[Positions, ...]
    """For each index, the positions in its set."""
    values: Floats
    """Values."""
    lines: Positions
    """Line of each value in its file; 0 for a default."""

    def where(self, kept: npt.NDArray[np.bool_]) -> Entries:
        """Return the entries for which `kept` holds."""
        return Entries(tuple(index[kept] for index in self.positions), self.values[kept], self.lines[kept])


def check_sets(data: DataSet) -> list[Problem]:
    """Return the sets that are missing or blank, or whose members cannot be put in order."""
    problems = [Problem("CP-322", data.file, value=name) for name in REQUIRED if not data.sets.get(name)]
    for name in ("YEAR", *NUMBERED):
        problems += [
            Problem("CP-323", data.file, name, member, {"set": name})
            for member in data.sets.get(name, ())
            if not _is_whole(member)
        ]
    return problems


def ordered_sets(data: DataSet) -> dict[str, tuple[str, ...]]:
    """Return the members of every set without repetition; numbered ones and years in order, all others as given."""
    found: dict[str, tuple[str, ...]] = {}
    for name in SETS:
        members = tuple(dict.fromkeys(_plain(member) for member in data.sets.get(name, ())))
        found[name] = tuple(sorted(members, key=int)) if name in ("YEAR", *NUMBERED) else members
    return found


def code(data: DataSet, sets: Mapping[str, tuple[str, ...]], problems: list[Problem]) -> dict[str, Entries]:
    """Return every parameter of a data set as arrays.

    Adds to `problems` CP-323 for a member that its set has not, and CP-321 for an index that is given twice.
    """
    positions_in = {name: _lookup(members) for name, members in sets.items()}
    found: dict[str, Entries] = {}
    for name, parameter in data.parameters.items():
        indices = signatures()[name].indices
        positions = tuple(
            np.array([positions_in[index].get(member, -1) for member in column], dtype=np.int64)
            for index, column in zip(indices, parameter.columns, strict=True)
        )
        unknown = list(_unknown(name, indices, positions, parameter))
        problems += unknown
        entries = Entries(positions, np.array(parameter.values), np.array(parameter.lines, dtype=np.int64))
        if not unknown:
            problems += _twice(name, entries, parameter, [sets[index] for index in indices])
        found[name] = entries
    return found


def filled(entries: Entries, shape: tuple[int, ...], default: float) -> Entries:
    """Return an entry for every index: those given, and the default for all others.

    Raises
    ------
    MemoryError
        If there are more than `MOST_CELLS` indices.
    """
    if np.prod(shape, dtype=float) > MOST_CELLS:
        raise MemoryError(shape)
    values, lines = np.full(shape, default), np.zeros(shape, dtype=np.int64)
    values[entries.positions], lines[entries.positions] = entries.values, entries.lines
    everywhere = tuple(np.ravel(index) for index in np.indices(shape))
    return Entries(everywhere, values.ravel(), lines.ravel())


def no_entries(width: int) -> Entries:
    """Return no entries of a parameter with `width` indices."""
    nothing = np.empty(0, dtype=np.int64)
    return Entries((nothing,) * width, np.empty(0), nothing)


def _lookup(members: tuple[str, ...]) -> dict[str, int]:
    """Return the position of each member, also under the spellings ``1.0`` and ``01`` of a whole number."""
    found = {member: position for position, member in enumerate(members)}
    for member, position in list(found.items()):
        if member.isdigit():
            found.setdefault(f"{member}.0", position)
    return found


def _unknown(
    name: str, indices: tuple[str, ...], positions: tuple[Positions, ...], parameter: RawParameter
) -> Iterator[Problem]:
    for index, found, column in zip(indices, positions, parameter.columns, strict=True):
        told: set[str] = set()
        for row in np.flatnonzero(found < 0):
            if column[row] not in told:
                told.add(column[row])
                place = f"{name}, line {parameter.lines[row]}"
                yield Problem("CP-323", parameter.file, place, column[row], {"set": index})


def _twice(name: str, entries: Entries, parameter: RawParameter, members: list[tuple[str, ...]]) -> Iterator[Problem]:
    if not entries.values.size or not members:
        return
    shape = tuple(len(each) for each in members)
    flat = np.ravel_multi_index(entries.positions, shape)
    _, first = np.unique(flat, return_index=True)
    for row in np.setdiff1d(np.arange(flat.size), first):
        told = ",".join(each[index[row]] for each, index in zip(members, entries.positions, strict=True))
        yield Problem("CP-321", parameter.file, f"line {entries.lines[row]}", f"{name}[{told}]")


def _plain(member: str) -> str:
    """Return a whole number without its decimals; anything else as it is."""
    return member[:-2] if member.endswith(".0") and member[:-2].isdigit() else member


def _is_whole(member: str) -> bool:
    return _plain(member).isdigit()
