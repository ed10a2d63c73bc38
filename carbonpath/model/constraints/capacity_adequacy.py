r"""Activity in a timeslice stays within what total capacity can do in it.

.. math::
    \sum_{m} A_{rtmly} \le \phi_{rtly} \kappa_{rt} \theta_{ly} K_{rty}

In a model of one timeslice, and where a technology has one activity a year, the availability :math:`\alpha_{rty}`
stands on the right side too. Technologies without a unit of capacity keep none and are not bounded here.

Counterparts: OSeMOSYS CAa4; TIMES EQ(L)_CAPACT.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from carbonpath.model.affine import Model, linear
from carbonpath.model.block import Block, Entries
from carbonpath.model.expressions.timeslice_activity import slice_share
from carbonpath.model.grid import anywhere
from carbonpath.model.numbered import Numbered, count
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every timeslice and year in which a technology that keeps capacity can run."""
    modes_of = model.sets.modes_of
    return tuple(
        (r, t, timeslice, y)
        for r, t, y in model.sets.capacity
        if (r, t, y) in modes_of
        for timeslice in model.sets.slices_of(t)
    )


def rule(model: Model, region: str, technology: str, timeslice: str, year: int) -> Any:
    """Return activity <= capacity_factor x capacity_to_activity x timeslice_share x total_capacity."""
    data, place = model.data, (region, technology, year)
    per_capacity = (
        data.capacity_factor.get((region, technology, timeslice, year), 1.0)
        * data.capacity_to_activity.get((region, technology), 1.0)
        * slice_share(model, timeslice, year)
    )
    if len(model.sets.slices_of(technology)) == 1:
        per_capacity *= min(1.0, data.availability_factor.get(place, 1.0))
    modes = model.sets.modes_of[place]
    terms = [(1.0, model.activity[region, technology, m, timeslice, year]) for m in modes]
    return linear([*terms, (-per_capacity, model.total_capacity[place])]) <= 0.0


def block(model: Numbered) -> Block:
    """Return every row at once."""
    grid, found = model.grid, Entries()
    bounded = grid.capacity & anywhere(grid.runs, 3)
    rows = count(bounded[..., None] & grid.active_slices[None, :, None, :])
    per_capacity = (
        grid.spread("capacity_factor", 1.0).swapaxes(2, 3)
        * grid.spread("capacity_to_activity", 1.0)[:, :, None, None]
        * grid.shares()
    )
    available = np.minimum(1.0, grid.spread("availability_factor", 1.0))
    if len(model.sets.timeslices) == 1:
        per_capacity = per_capacity * available[..., None]
    elif grid.levelled:
        per_capacity[..., -1] *= available
    found.add(rows[:, :, :, None, :], model.numbers("activity"), 1.0)
    found.add(rows, model.numbers("total_capacity")[..., None], -per_capacity)
    return found.at_most(lambda: index(model), np.zeros(int((rows >= 0).sum())))
