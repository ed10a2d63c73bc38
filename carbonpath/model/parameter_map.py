"""From parameter values to the numbers of a compiled programme that they move.

Nearly every number of a programme is affine in each parameter value: a price times a discount factor in the cost of a
column, a demand in the bound of a row, a ratio as a coefficient. `carbonpath.model.measure` finds out by how much.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array, csr_array

from carbonpath.model.compiled import Floats
from carbonpath.model.linear_form import LinearForms
from carbonpath.model.parameters import Index
from carbonpath.model.point import Point

Cell: TypeAlias = tuple[str, Index]
"""Parameter and index of one value."""

GONE = 1e-11
"""A coefficient that ends this close to zero is none."""


@dataclass(frozen=True)
class Slopes:
    """Numbers of one array that parameter values move."""

    positions: npt.NDArray[np.int64]
    """Which numbers."""
    matrix: csr_array[np.float64]
    """Change of each number per change of each parameter value."""


@dataclass(frozen=True)
class ParameterMap:
    """From parameter values to the numbers of a programme."""

    point: Point
    """Programme at the reference values."""
    cells: tuple[Cell, ...]
    """Parameter values that may be moved."""
    values: Floats
    """Their reference values."""
    slopes: Mapping[str, Slopes]
    """What they move, by array of `Numbers`; arrays that nothing moves are left out."""
    given_up: frozenset[str]
    """Parameters that cannot be moved in place."""

    def moved(self, values: Floats) -> Point:
        """Return the programme and its forms at other parameter values.

        Arrays that do not change are the very objects of the reference, so a solver can tell what has moved.
        """
        change = values - self.values
        compiled, forms = self.point
        new = {name: array for name in self.slopes if (array := self._array(name, change)) is not None}
        matrix = with_coefficients(compiled.matrix, new.pop("coefficients", None))
        bounds = {name: new.get(name, getattr(compiled, name)) for name in ("cost", "row_lower", "row_upper")}
        if "forms" in new or "constants" in new:
            coefficients = csr_array(
                (new.get("forms", forms.matrix.data), forms.matrix.indices, forms.matrix.indptr), forms.matrix.shape
            )
            forms = LinearForms(forms.keys, coefficients, new.get("constants", forms.constant))
        return Point(replace(compiled, matrix=matrix, **bounds), forms)

    @cached_property
    def movable_rows(self) -> frozenset[int]:
        """Rows whose bounds may move."""
        found = (self.slopes[name].positions for name in ("row_lower", "row_upper") if name in self.slopes)
        return frozenset(position for positions in found for position in positions.tolist())

    @cached_property
    def movable_coefficients(self) -> frozenset[int]:
        """Coefficients of rows that may move, by position in the matrix."""
        return frozenset(self.slopes["coefficients"].positions.tolist() if "coefficients" in self.slopes else ())

    def rebased(self, values: Floats) -> ParameterMap:
        """Return the same map with its reference at other values, unless a coefficient is nothing there."""
        point = self.moved(values)
        if point.compiled.matrix.nnz != self.point.compiled.matrix.nnz:
            return self
        return replace(self, point=point, values=values)

    def _array(self, name: str, change: Floats) -> Floats | None:
        slopes = self.slopes[name]
        difference = np.asarray(slopes.matrix @ change, dtype=np.float64)
        if not difference.any():
            return None
        array = self._reference[name].copy()
        array[slopes.positions] += difference
        if name == "coefficients":
            moved = slopes.positions
            array[moved] = np.where(np.abs(array[moved]) < GONE, 0.0, array[moved])
        return array

    @cached_property
    def _reference(self) -> Mapping[str, Floats]:
        return self.point.numbers._asdict()


def with_coefficients(matrix: csc_array[np.float64], data: Floats | None) -> csc_array[np.float64]:
    """Return `matrix` with other coefficients in its places, less those that are zero; itself if there are none."""
    if data is None:
        return matrix
    moved = csc_array((data, matrix.indices, matrix.indptr), matrix.shape)
    if not data.all():
        moved = moved.copy()
        moved.eliminate_zeros()
    return moved
