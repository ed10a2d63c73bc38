r"""Group activity is the weighted sum of the annual activity of a group's technologies.

.. math::
    G_{rgy} - \sum_{t} w_{tg} A^a_{rty} = 0

Counterparts: OSeMOSYS has none (MUIO user-defined constraints); TIMES user constraints (UC).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear, scaled
from carbonpath.model.expressions.group_activity import group_activity
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
