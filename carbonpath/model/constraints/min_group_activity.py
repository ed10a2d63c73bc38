r"""The weighted activity of a group stays above its limit (hydrogen quota).

.. math::
    G_{rgy} \ge \underline{G}_{rgy}

Counterparts: OSeMOSYS has none (MUIO user-defined constraints); TIMES UC_RHSRT(LO).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``min_group_activity``."""
    return tuple(sorted(model.data.min_group_activity))


def rule(model: Model, region: str, group: str, year: int) -> Any:
    """Return group_activity >= min_group_activity."""
    place = region, group, year
    return linear([(1.0, model.group_activity[place])]) >= model.data.min_group_activity[place]
