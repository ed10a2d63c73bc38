"""One factor at a time: the scenario itself, then each factor alone over its range, outwards from the scenario."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from carbonpath.scenario.blocks import Block
from carbonpath.study.distribution import Floats
from carbonpath.study.drawn import Drawn, Walk, nominal_row
from carbonpath.study.factor import Factor


class OneAtATime(Block):
    """Tornado with two levels, spider with more."""

    method: ClassVar[str] = "one_at_a_time"
    """Name in study files."""
    independent: ClassVar[bool] = True
    """Whether factors must be independent."""
    levels: Annotated[int, Field(ge=2, le=1000)] = 2
    """Values of each factor, evenly spaced in probability from one end of what is likely to the other."""

    def draw(self, factors: Sequence[Factor], seed: int) -> Drawn:
        """Return the scenario itself as the first row, then the sweeps; the seed has no effect."""
        nominal = nominal_row(factors)
        rows: list[Floats] = [nominal]
        walks: list[Walk] = [(0,)]
        for position, factor in enumerate(factors):
            for sweep in _sweeps(factor, self.levels):
                walks.append(tuple(range(len(rows), len(rows) + len(sweep))))
                for value in sweep:
                    row = nominal.copy()
                    row[position] = value
                    rows.append(row)
        values = np.array(rows)
        return Drawn(values, ranks(values), tuple(walks))


def ranks(values: Floats) -> Floats:
    """Return each value as the share of distinct values of its factor below it."""
    shares = np.zeros(values.shape)
    for column in range(values.shape[1]):
        distinct, places = np.unique(values[:, column], return_inverse=True)
        shares[:, column] = places / max(1, distinct.size - 1)
    return shares


def _sweeps(factor: Factor, levels: int) -> list[list[float]]:
    """Return the values below the scenario's own, falling, and those above it, rising; alternatives one by one."""
    nominal = factor.nominal
    if factor.options:
        return [[float(position)] for position in range(len(factor.options)) if position != nominal]
    values = sorted(set(factor.values_within(np.linspace(0.0, 1.0, levels)).tolist()))
    below = [value for value in reversed(values) if value < nominal]
    above = [value for value in values if value > nominal]
    return [sweep for sweep in (below, above) if sweep]
