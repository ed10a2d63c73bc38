"""A linear (or mixed-integer) programme as arrays: what the solver, the checks and the workers of a study receive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array

from carbonpath.model.keys import Key

__all__ = ["CompiledModel", "Floats", "Key"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class CompiledModel:
    """A linear (or mixed-integer) programme: minimise cost times values within bounds of rows and columns."""

    cost: Floats
    """Objective coefficient of each column."""
    constant: float
    """What the objective has beside its columns."""
    matrix: csc_array[np.float64]
    """Coefficients, rows by columns."""
    row_lower: Floats
    """Lower bound of each row; minus infinity where there is none."""
    row_upper: Floats
    """Upper bound of each row; infinity where there is none."""
    column_lower: Floats
    """Lower bound of each column."""
    column_upper: Floats
    """Upper bound of each column."""
    integer: npt.NDArray[np.bool_]
    """Whether a column takes whole numbers only."""
    rows: Sequence[Key]
    """Names of the rows."""
    columns: Sequence[Key]
    """Names of the columns."""
    unused: Sequence[Key]
    """Variables of the model that no row and no cost mentions; their value says nothing."""

    @cached_property
    def row_of(self) -> Mapping[Key, int]:
        """Position of each row by name."""
        return {key: position for position, key in enumerate(self.rows)}

    @cached_property
    def column_of(self) -> Mapping[Key, int]:
        """Position of each column by name."""
        return {key: position for position, key in enumerate(self.columns)}
