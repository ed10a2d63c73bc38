"""From parameters and sets straight to arrays: every rule evaluated on column numbers instead of Pyomo variables.

It is the same programme as that of the Pyomo model (`carbonpath.model.build`), row by row and column by column, in a
small part of the time: no object is made for a variable or a row. Large constraints have beside their ``rule``, which
says one row, a ``block``, which says all of them at once as arrays; a test holds the two to each other.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from types import ModuleType

import numpy as np
from scipy.sparse import csc_array

from carbonpath.model import objective
from carbonpath.model.affine import Relation
from carbonpath.model.block import Block
from carbonpath.model.coded import Flags, Positions
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.constraints import CONSTRAINTS
from carbonpath.model.keys import Keys, Part
from carbonpath.model.numbered import Numbered
from carbonpath.model.parameters import Index
from carbonpath.model.prepared import ModelData


def compile_data(data: ModelData) -> CompiledModel:
    """Return the programme of `data` as arrays, rows and columns in the order of their families."""
    with _paused_collector():
        model = Numbered(data)
        cost, constant = objective.costs(model)
        blocks = [(module.__name__.rpartition(".")[2], block_of(module, model)) for module in CONSTRAINTS]
        matrix = _matrix([block for _, block in blocks], model.width)
        used = (np.diff(matrix.indptr) > 0) | (cost != 0.0)
        kinds = model.kinds[used]
        return CompiledModel(
            cost=cost[used],
            constant=constant,
            matrix=matrix if used.all() else csc_array(matrix[:, used]),
            row_lower=np.concatenate([block.lower for _, block in blocks]),
            row_upper=np.concatenate([block.upper for _, block in blocks]),
            column_lower=np.where(kinds == "any", -np.inf, 0.0),
            column_upper=np.full(kinds.size, np.inf),
            integer=kinds == "whole",
            rows=Keys(Part(name, block.lower.size, block.places) for name, block in blocks),
            columns=Keys(_chosen(model.parts, used)),
            unused=Keys(_chosen(model.parts, ~used)),
        )


def block_of(module: ModuleType, model: Numbered) -> Block:
    """Return all rows of a constraint: its own block, or its rule for one place after another."""
    found: Block = module.block(model) if hasattr(module, "block") else ruled(module, model)
    return found


def ruled(module: ModuleType, model: Numbered) -> Block:
    """Return all rows of a constraint from its rule."""
    rule, places = module.rule, module.index(model)
    relations: list[Relation] = [rule(model, *place) for place in places]
    lengths = np.array([len(relation.terms) for relation in relations], dtype=np.int64)
    entries = list(chain.from_iterable(relation.terms for relation in relations))
    return Block(
        places=lambda: places,
        lower=np.array([relation.lower for relation in relations], dtype=np.float64),
        upper=np.array([relation.upper for relation in relations], dtype=np.float64),
        rows=[np.repeat(np.arange(lengths.size, dtype=np.int32), lengths)],
        columns=[np.array([column for _, column in entries], dtype=np.int32)],
        values=[np.array([coefficient for coefficient, _ in entries], dtype=np.float64)],
    )


def _matrix(blocks: Sequence[Block], width: int) -> csc_array[np.float64]:
    """Return the coefficients; those of one variable in one row are added up, zeros are left out."""
    height = 0
    parts: list[Positions] = []
    for block in blocks:
        parts += [rows + np.int32(height) for rows in block.rows]
        height += block.lower.size
    columns = np.concatenate([part for block in blocks for part in block.columns])
    values = np.concatenate([part for block in blocks for part in block.values])
    matrix = csc_array((values, (np.concatenate(parts), columns)), shape=(height, width))
    matrix.eliminate_zeros()
    return matrix


def _chosen(parts: Sequence[Part], chosen: Flags) -> Iterator[Part]:
    """Return the parts with only those names that are chosen."""
    first = 0
    for part in parts:
        here = chosen[first : first + part.size]
        first += part.size
        if here.all():
            yield part
        else:
            yield _some(part, here)


def _some(part: Part, chosen: Flags) -> Part:
    def places() -> list[Index]:
        return [place for place, kept in zip(part.places(), chosen.tolist(), strict=True) if kept]

    return Part(part.family, int(chosen.sum()), places)


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
