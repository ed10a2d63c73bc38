r"""The weighted activity of a group is at least a share of another group's.

.. math::
    G_{rgy} \ge \underline{s}_{rghy} G_{rhy}

Counterparts: OSeMOSYS has none (the renewable target is one case); TIMES UC_RHSRT(LO) with both sides.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``min_group_share``."""
    return tuple(sorted(model.data.min_group_share))


def rule(model: Model, region: str, group: str, reference_group: str, year: int) -> Any:
    """Return group_activity >= min_group_share x group_activity of the reference group."""
    share = model.data.min_group_share[region, group, reference_group, year]
    activity = model.group_activity
    return linear([(1.0, activity[region, group, year]), (-share, activity[region, reference_group, year])]) >= 0.0
