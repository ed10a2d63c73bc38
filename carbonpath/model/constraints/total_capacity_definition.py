r"""Total capacity is residual capacity that is not retired and the new capacity still alive.

.. math::
    K_{rty} + X_{rty} - \sum_{v \le y < v + L_{rt}} N_{rtv} = K^0_{rty}

Counterparts: OSeMOSYS CAa1 and CAa2; TIMES EQ_CPT.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from carbonpath.model.affine import Model, linear, scaled
from carbonpath.model.block import Block, Entries
from carbonpath.model.expressions.total_capacity import total_capacity
from carbonpath.model.numbered import Numbered, count
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every year of each technology that keeps capacity."""
    found: tuple[Index, ...] = model.sets.capacity
    return found


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return the row that makes ``total_capacity`` what residual, retired and new capacity add up to."""
    standing = total_capacity(model, region, technology, year)
    terms = [(1.0, model.total_capacity[region, technology, year]), *scaled(standing.terms, -1.0)]
    return linear(terms) == standing.constant


def block(model: Numbered) -> Block:
    """Return every row at once: a year of building stands on the left of each year in which it is alive."""
    grid, new, found = model.grid, model.numbers("new_capacity"), Entries()
    rows = count(grid.capacity)
    found.add(rows, model.numbers("total_capacity"), 1.0)
    life = grid.spread("operational_life", 0.0)[:, :, None]
    for age in range(min(rows.shape[2], int(np.ceil(life.max(initial=0.0))))):
        built = new[:, :, : rows.shape[2] - age]
        found.add(rows[:, :, age:], np.where(age < life, built, -1), -1.0)
    for (r, t, y), column in model.retired_capacity.items():
        found.add(rows[grid.at(region=r, technology=t, year=y)], np.array(column), 1.0)
    return found.equal(lambda: index(model), grid.spread("residual_capacity", 0.0)[grid.capacity])
