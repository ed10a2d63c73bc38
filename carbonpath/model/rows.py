"""From parameters and sets straight to arrays: every rule evaluated on column numbers instead of Pyomo variables.

It is the same programme as that of the Pyomo model (`carbonpath.model.build`), row by row and column by column, in a
tenth of the time: no object is made for a variable or a row.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from types import ModuleType, SimpleNamespace

import numpy as np
from scipy.sparse import csc_array

from carbonpath.model import objective
from carbonpath.model.affine import Model, Terms
from carbonpath.model.compiled import CompiledModel, Floats, Key
from carbonpath.model.constraints import CONSTRAINTS
from carbonpath.model.prepared import ModelData
from carbonpath.model.variables import VARIABLES


def compile_data(data: ModelData) -> CompiledModel:
    """Return the programme of `data` as arrays, rows and columns in the order of their families."""
    with _paused_collector():
        model, columns, kinds = _numbered(data)
        cost = np.zeros(len(columns))
        spent = objective.rule(model)
        np.add.at(cost, [column for _, column in spent.terms], [coefficient for coefficient, _ in spent.terms])
        rows = _Rows()
        for module in CONSTRAINTS:
            rows.add(model, module)
        matrix = rows.matrix(len(columns))
        used = (np.diff(matrix.indptr) > 0) | (cost != 0.0)
        return CompiledModel(
            cost=cost[used],
            constant=spent.constant,
            matrix=csc_array(matrix[:, used]),
            row_lower=np.array(rows.lower, dtype=np.float64),
            row_upper=np.array(rows.upper, dtype=np.float64),
            column_lower=np.where(kinds == "any", -np.inf, 0.0)[used],
            column_upper=np.full(int(used.sum()), np.inf),
            integer=(kinds == "whole")[used],
            rows=tuple(rows.keys),
            columns=tuple(key for key, kept in zip(columns, used.tolist(), strict=True) if kept),
            unused=tuple(key for key, kept in zip(columns, used.tolist(), strict=True) if not kept),
        )


class _Rows:
    """Rows gathered so far, entry after entry."""

    def __init__(self) -> None:
        self.keys: list[Key] = []
        self.lower: list[float] = []
        self.upper: list[float] = []
        self._bodies: list[Terms] = []

    def add(self, model: Model, module: ModuleType) -> None:
        """Add every row of a constraint."""
        name, rule = module.__name__.rpartition(".")[2], module.rule
        places = module.index(model)
        relations = [rule(model, *place) for place in places]
        self.keys += [Key(name, place) for place in places]
        self.lower += [relation.lower for relation in relations]
        self.upper += [relation.upper for relation in relations]
        self._bodies += [relation.terms for relation in relations]

    def matrix(self, columns: int) -> csc_array[np.float64]:
        """Return the coefficients; those of one variable in one row are added up, zeros are left out."""
        lengths = np.array([len(body) for body in self._bodies], dtype=np.int64)
        entries = list(chain.from_iterable(self._bodies))
        values: Floats = np.array([coefficient for coefficient, _ in entries], dtype=np.float64)
        positions = np.array([column for _, column in entries], dtype=np.int64)
        rows = np.repeat(np.arange(lengths.size), lengths)
        matrix = csc_array((values, (rows, positions)), shape=(lengths.size, columns))
        matrix.eliminate_zeros()
        return matrix


def _numbered(data: ModelData) -> tuple[Model, list[Key], np.ndarray[tuple[int], np.dtype[np.str_]]]:
    """Return a model whose variables are the numbers of their columns, the columns, and the domain of each."""
    model = SimpleNamespace()
    data.attach(model)
    columns: list[Key] = []
    kinds: list[str] = []
    for family in VARIABLES:
        places = family.places(data.sets)
        setattr(model, family.name, dict(zip(places, range(len(columns), len(columns) + len(places)), strict=True)))
        columns += [Key(family.name, place) for place in places]
        kinds += [family.domain] * len(places)
    return model, columns, np.array(kinds, dtype=str)


@contextmanager
def _paused_collector() -> Iterator[None]:
    """Keep the garbage collector from walking through millions of young tuples again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
