r"""The investment of a year stays within its budget.

.. math::
    \sum_{t} c^K_{rty} N_{rty} + \sum_{s} c^S_{rsy} N^s_{rsy} \le \bar{I}_{ry}

Counterparts: OSeMOSYS has none; TIMES REG_BNDCST(INV).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_investment`` in which something may be built."""
    limited = sorted(model.data.max_investment)
    building = {(r, y) for r, _, y in model.new_capacity} if limited else set()
    return tuple(place for place in limited if place in building)


def rule(model: Model, region: str, year: int) -> Any:
    """Return capital_cost x new_capacity + storage_capital_cost x new_storage_capacity <= max_investment."""
    data = model.data
    terms = [
        (cost[place], built[place])
        for cost, built in (
            (data.capital_cost, model.new_capacity),
            (data.storage_capital_cost, model.new_storage_capacity),
        )
        for place in built
        if (place[0], place[-1]) == (region, year)
    ]
    return linear(terms) <= model.data.max_investment[region, year]
