"""Compiling a Pyomo model, with whatever was added to it, to arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
from pyomo.environ import ConcreteModel, Var
from pyomo.repn.plugins.standard_form import LinearStandardFormCompiler
from scipy.sparse import csc_array

from carbonpath.model.compiled import CompiledModel, Floats, Key

__all__ = ["CompiledModel", "Floats", "Key", "compile_model"]


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
