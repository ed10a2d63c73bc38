"""The model whose variables are the numbers of their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from carbonpath.model.coded import Flags, Positions
from carbonpath.model.given import Sheets
from carbonpath.model.grid import Grid
from carbonpath.model.keys import Part
from carbonpath.model.parameters import Index
from carbonpath.model.prepared import ModelData
from carbonpath.model.variables import VARIABLES, Family


class Numbered:
    """A model for rules and blocks: column numbers under the names of the variables.

    A rule reads ``model.activity[region, technology, mode, timeslice, year]``, a block
    ``model.numbers("activity")``, an array over the same dimensions with -1 where there is no variable.

    Parameters
    ----------
    data
        Parameters and sets.
    """

    def __init__(self, data: ModelData) -> None:
        self.sets = data.sets
        self.data = Sheets(data.parameters)
        self.grid: Grid = data.sets.grid
        self.parts: list[Part] = []
        """Names of the columns, family by family."""
        self._first: dict[str, int] = {}
        self._arrays: dict[str, Positions] = {}
        kinds: list[npt.NDArray[np.str_]] = []
        for family in VARIABLES:
            self._first[family.name] = self.width
            self.parts.append(self._part(family))
            kinds.append(np.full(self.parts[-1].size, family.domain))
        self.kinds = np.concatenate(kinds)
        """Domain of each column."""

    @property
    def width(self) -> int:
        """Number of columns so far."""
        return sum(part.size for part in self.parts)

    def __getattr__(self, name: str) -> Mapping[Index, int]:
        """Return the column numbers of a family by index."""
        if name.startswith("_") or name not in self._first:
            raise AttributeError(name)
        part = next(part for part in self.parts if part.family == name)
        first = self._first[name]
        numbers = dict(zip(part.places(), range(first, first + part.size), strict=True))
        setattr(self, name, numbers)
        return numbers

    def numbers(self, name: str) -> Positions:
        """Return the column numbers of a family over the dimensions of `Grid`; -1 where there is none.

        Dimensions are those of the family in the order of its columns: the timeslice comes last.
        """
        return self._arrays[name]

    def _part(self, family: Family) -> Part:
        if family.flags is None:
            places: Sequence[Index] = family.places(self.sets)
            return Part(family.name, len(places), lambda: places)
        flags = family.flags(self.grid)
        self._arrays[family.name] = count(flags, self.width)
        return Part(family.name, int(flags.sum()), lambda: family.places(self.sets))


def count(flags: Flags, first: int = 0) -> Positions:
    """Return `first` and the numbers after it where `flags` hold, -1 elsewhere."""
    counted = np.full(flags.shape, -1, dtype=np.int32)
    counted[flags] = np.arange(first, first + int(flags.sum()), dtype=np.int32)
    return counted
