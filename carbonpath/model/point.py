"""A programme with the forms on it, compiled at some parameter values: every number that a parameter may move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from carbonpath.model.compiled import CompiledModel, Floats, Key
from carbonpath.model.given import as_given
from carbonpath.model.linear_form import LinearForms, linear_forms
from carbonpath.model.parameters import Values
from carbonpath.model.prepared import ModelData
from carbonpath.model.rows import compile_data
from carbonpath.model.sets import build_sets
from carbonpath.system.system import System

SAME = 1e-9
"""Largest relative difference between a number that was moved and the same number compiled."""


class Numbers(NamedTuple):
    """Every number of a programme and of the forms on it, in arrays of fixed length."""

    cost: Floats
    """Objective coefficients."""
    row_lower: Floats
    """Lower bounds of rows."""
    row_upper: Floats
    """Upper bounds of rows."""
    coefficients: Floats
    """Coefficients of rows, in the order of the matrix."""
    forms: Floats
    """Coefficients of forms, in the order of their matrix."""
    constants: Floats
    """Constants of forms."""


class Point(NamedTuple):
    """A programme compiled at some parameter values, with its forms."""

    compiled: CompiledModel
    """The programme."""
    forms: LinearForms
    """The forms on its columns."""

    @property
    def numbers(self) -> Numbers:
        """Return every number that a parameter may move."""
        compiled, forms = self
        bounds = compiled.row_lower, compiled.row_upper
        return Numbers(compiled.cost, *bounds, compiled.matrix.data, forms.matrix.data, forms.constant)

    def has_structure_of(self, other: Point) -> bool:
        """Tell whether rows, columns and places of coefficients are those of `other`."""
        one, two = self.compiled, other.compiled
        arrays = (
            (one.matrix.indptr, two.matrix.indptr),
            (one.matrix.indices, two.matrix.indices),
            (one.column_lower, two.column_lower),
            (one.column_upper, two.column_upper),
            (np.isfinite(one.row_lower), np.isfinite(two.row_lower)),
            (np.isfinite(one.row_upper), np.isfinite(two.row_upper)),
            (self.forms.matrix.indptr, other.forms.matrix.indptr),
            (self.forms.matrix.indices, other.forms.matrix.indices),
        )
        named = one.rows == two.rows and one.columns == two.columns
        return named and one.constant == two.constant and all(np.array_equal(a, b) for a, b in arrays)


def compile_point(system: System, parameters: Mapping[str, Values], wanted: Sequence[Key]) -> Point:
    """Return the programme of `system` with other parameter values, and the forms `wanted` on it, unchecked."""
    data = ModelData(as_given(parameters), build_sets(system.outline(), parameters))
    compiled = compile_data(data)
    return Point(compiled, linear_forms(compiled, data, wanted))


def close(one: Floats, two: Floats) -> npt.NDArray[np.bool_]:
    """Tell which numbers are the same but for rounding."""
    with np.errstate(invalid="ignore"):
        near = np.abs(one - two) <= SAME * np.maximum(1.0, np.abs(two))
    return np.asarray(near | (one == two), dtype=bool)


def same_programme(one: Point, two: Point) -> bool:
    """Tell whether two points have equal rows, columns and numbers but for rounding; a coefficient of zero is none."""
    if one.compiled.rows != two.compiled.rows or one.compiled.columns != two.compiled.columns:
        return False
    vectors = ("cost", "row_lower", "row_upper", "column_lower", "column_upper")
    if not all(bool(close(getattr(one.compiled, n), getattr(two.compiled, n)).all()) for n in vectors):
        return False
    pairs = (one.compiled.matrix, two.compiled.matrix), (one.forms.matrix, two.forms.matrix)
    near = all(_near(csr_array(a), csr_array(b)) for a, b in pairs)
    return near and bool(close(one.forms.constant, two.forms.constant).all())


def _near(one: csr_array[np.float64], two: csr_array[np.float64]) -> bool:
    apart = np.abs((one - two).data)
    return bool(np.all(apart <= SAME * max(1.0, float(np.abs(two.data).max(initial=0.0)))))
