r"""The weighted activity of a group is at most a multiple of that in another year.

.. math::
    G_{rgy} \le \bar{g}_{rgyx} G_{rgx}

Energy per GDP that falls by 13.5 % from x to y is this row for the group of energy purchases, with the ratio
0.865 times the growth of GDP between the two years; a coal cap of 90 % of a base year is the same row for coal.

Counterparts: OSeMOSYS has none; TIMES user constraints between periods (UC_RHSTS).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_group_ratio``."""
    return tuple(sorted(model.data.max_group_ratio))


def rule(model: Model, region: str, group: str, year: int, reference_year: int) -> Any:
    """Return group_activity <= max_group_ratio x group_activity of the reference year."""
    ratio = model.data.max_group_ratio[region, group, year, reference_year]
    activity = model.group_activity
    return linear([(1.0, activity[region, group, year]), (-ratio, activity[region, group, reference_year])]) <= 0.0
