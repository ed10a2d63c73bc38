r"""The weighted activity of a group stays below its limit (coal cap, rail capacity).

.. math::
    G_{rgy} \le \bar{G}_{rgy}

Counterparts: OSeMOSYS has none (MUIO user-defined constraints); TIMES UC_RHSRT(UP).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_group_activity``."""
    return tuple(sorted(model.data.max_group_activity))


def rule(model: Model, region: str, group: str, year: int) -> Any:
    """Return group_activity <= max_group_activity."""
    place = region, group, year
    return linear([(1.0, model.group_activity[place])]) <= model.data.max_group_activity[place]
