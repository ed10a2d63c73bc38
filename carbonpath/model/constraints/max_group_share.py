r"""The weighted activity of a group is at most a share of another group's.

.. math::
    G_{rgy} \le \bar{s}_{rghy} G_{rhy}

Counterparts: OSeMOSYS has none (the renewable target is one case); TIMES UC_RHSRT(UP) with both sides.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_group_share``."""
    return tuple(sorted(model.data.max_group_share))


def rule(model: Model, region: str, group: str, reference_group: str, year: int) -> Any:
    """Return group_activity <= max_group_share x group_activity of the reference group."""
    share = model.data.max_group_share[region, group, reference_group, year]
    activity = model.group_activity
    return linear([(1.0, activity[region, group, year]), (-share, activity[region, reference_group, year])]) <= 0.0
