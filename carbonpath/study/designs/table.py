"""Samples written out one by one, in the study file or in a CSV beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from carbonpath.scenario.blocks import Block, Number
from carbonpath.study.designs.one_at_a_time import ranks
from carbonpath.study.drawn import Drawn, alone, nominal_row
from carbonpath.study.factor import Factor


class Table(Block):
    """An explicit list; a factor that a row leaves out stays as in the scenario."""

    method: ClassVar[str] = "table"
    """Name in study files."""
    independent: ClassVar[bool] = True
    """Whether factors must be independent: correlation would alter what is written."""
    file: str = ""
    """CSV beside the study file, one column a factor."""
    rows: tuple[dict[str, Number | str], ...] = ()
    """Instead of a file: value by factor, or name of the alternative."""

    def draw(self, factors: Sequence[Factor], seed: int) -> Drawn:
        """Return the rows; the seed has no effect."""
        nominal = nominal_row(factors)
        values = np.tile(nominal, (len(self.rows), 1))
        for position, row in enumerate(self.rows):
            for column, factor in enumerate(factors):
                if factor.name in row:
                    values[position, column] = number_of(factor, row[factor.name])
        return Drawn(values, ranks(values), alone(len(self.rows)))


def number_of(factor: Factor, given: float | str) -> float:
    """Return what a cell means: a number, or the position of an alternative.

    Raises
    ------
    ValueError
        If it is neither.
    """
    if factor.options:
        return float(factor.options.index(str(given)))
    return float(given)
