"""Every combination of a few values of some factors; the others stay as in the scenario."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from carbonpath.scenario.blocks import Block, Number
from carbonpath.study.designs.one_at_a_time import ranks
from carbonpath.study.distribution import Floats
from carbonpath.study.drawn import Drawn, nominal_row
from carbonpath.study.factor import Factor

Levels = Annotated[int, Field(ge=2, le=1000)] | Annotated[tuple[Number, ...], Field(min_length=1)]
"""Number of values, evenly spaced in probability, or the values themselves."""


class Grid(Block):
    """All combinations; each line along the last factor is one sweep."""

    method: ClassVar[str] = "grid"
    """Name in study files."""
    independent: ClassVar[bool] = True
    """Whether factors must be independent."""
    levels: dict[str, Levels]
    """Values by factor."""

    def draw(self, factors: Sequence[Factor], seed: int) -> Drawn:
        """Return the combinations, the last named factor running fastest; the seed has no effect."""
        named = {factor.name: position for position, factor in enumerate(factors)}
        columns = [named[name] for name in self.levels]
        lists = [_values(factors[named[name]], levels).tolist() for name, levels in self.levels.items()]
        combinations = list(product(*lists))
        values = np.tile(nominal_row(factors), (len(combinations), 1))
        values[:, columns] = np.array(combinations)
        along = len(lists[-1])
        walks = tuple(tuple(range(first, first + along)) for first in range(0, len(combinations), along))
        return Drawn(values, ranks(values), walks)


def _values(factor: Factor, levels: int | tuple[float, ...]) -> Floats:
    if isinstance(levels, tuple):
        return np.array(levels)
    if factor.options:
        return np.arange(len(factor.options), dtype=np.float64)
    return np.unique(factor.values_within(np.linspace(0.0, 1.0, levels)))
