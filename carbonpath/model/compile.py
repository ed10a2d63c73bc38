"""Compiling a Pyomo model to arrays: what the solver, the checks and the workers of a study receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from pyomo.environ import ConcreteModel, Var
from pyomo.repn.plugins.standard_form import LinearStandardFormCompiler
from scipy.sparse import csc_array

from carbonpath.model.parameters import Index, told_index

Floats = npt.NDArray[np.float64]


class Key(NamedTuple):
    """Name of a row or column."""

    family: str
    """Constraint or variable of the vocabulary."""
    place: Index
    """Its index values."""

    def __str__(self) -> str:
        return told_index(self.family, self.place)


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
    rows: tuple[Key, ...]
    """Names of the rows."""
    columns: tuple[Key, ...]
    """Names of the columns."""
    unused: tuple[Key, ...]
    """Variables of the model that no row and no cost mentions; their value says nothing."""

    @cached_property
    def row_of(self) -> Mapping[Key, int]:
        """Position of each row by name."""
        return {key: position for position, key in enumerate(self.rows)}

    @cached_property
    def column_of(self) -> Mapping[Key, int]:
        """Position of each column by name."""
        return {key: position for position, key in enumerate(self.columns)}


def compile_model(model: ConcreteModel) -> CompiledModel:
    """Return the arrays of `model`, rows and columns in the order in which they were declared."""
    form = LinearStandardFormCompiler().write(model, mixed_form=True, set_sense=None, column_order=True)
    rhs = np.asarray(form.rhs, dtype=np.float64)
    kind = np.array([row.bound_type for row in form.rows], dtype=np.int8)
    columns = tuple(_key(column) for column in form.columns)
    used = set(columns)
    return CompiledModel(
        cost=form.c.toarray()[0],
        constant=float(form.c_offset[0]),
        matrix=csc_array(form.A),
        row_lower=np.where(kind <= 0, rhs, -np.inf),
        row_upper=np.where(kind >= 0, rhs, np.inf),
        column_lower=np.array([-np.inf if column.lb is None else column.lb for column in form.columns], dtype=float),
        column_upper=np.array([np.inf if column.ub is None else column.ub for column in form.columns], dtype=float),
        integer=np.array([not column.is_continuous() for column in form.columns], dtype=bool),
        rows=tuple(_key(row.constraint) for row in form.rows),
        columns=columns,
        unused=tuple(key for variable in model.component_data_objects(Var) if (key := _key(variable)) not in used),
    )


def _key(component: Any) -> Key:
    return Key(component.parent_component().local_name, component.index())
