r"""Group activity is the weighted sum of the annual activity of a group's technologies.

.. math::
    G_{rgy} - \sum_{t} w_{tg} A^a_{rty} = 0

Counterparts: OSeMOSYS has none (MUIO user-defined constraints); TIMES user constraints (UC).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from carbonpath.model.affine import Model, linear, scaled
from carbonpath.model.block import Block, Entries
from carbonpath.model.coded import Positions
from carbonpath.model.expressions.group_activity import group_activity
from carbonpath.model.numbered import Numbered
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every group and year in which a member can run or a limit is set."""
    found: tuple[Index, ...] = model.sets.group
    return found


def rule(model: Model, region: str, group: str, year: int) -> Any:
    """Return the row that makes ``group_activity`` the sum of group_weight times annual_activity."""
    weighted = group_activity(model, region, group, year)
    terms = [(1.0, model.group_activity[region, group, year]), *scaled(weighted.terms, -1.0)]
    return linear(terms) == weighted.constant


def block(model: Numbered) -> Block:
    """Return every row at once."""
    grid, found, activity = model.grid, Entries(), model.numbers("activity")
    numbers = {place: row for row, place in enumerate(model.sets.group)}
    rows: dict[str, Positions] = {}
    for (r, group, y), row in numbers.items():
        rows.setdefault(group, np.full(grid.shape("region", "year"), -1))[grid.at(region=r, year=y)] = row
    for group, members in model.sets.weights_of.items():
        if group in rows:
            technologies = [grid.at(technology=technology)[0] for technology in members]
            weights = np.array(list(members.values()))[None, :, None, None, None]
            found.add(rows[group][:, None, :, None, None], activity[:, technologies], -weights)
    own = np.array(list(model.group_activity.values()), dtype=np.int32)
    found.add(np.arange(len(numbers), dtype=np.int32), own, 1.0)
    return found.equal(lambda: index(model), np.zeros(len(numbers)))
