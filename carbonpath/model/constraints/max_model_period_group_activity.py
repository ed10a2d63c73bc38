r"""The weighted activity of a group, added up over all years, stays below its limit.

.. math::
    \sum_{y} G_{rgy} \le \hat{G}_{rg}

What a store of carbon dioxide can take in all, or what a deposit can give.

Counterparts: OSeMOSYS TAC2, for one technology; TIMES user constraints over periods (UCN), PRC_RESID of a resource.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_model_period_group_activity``."""
    return tuple(sorted(model.data.max_model_period_group_activity))


def rule(model: Model, region: str, group: str) -> Any:
    """Return the sum over years of group_activity <= max_model_period_group_activity."""
    terms = [(1.0, model.group_activity[region, group, year]) for year in model.sets.years]
    return linear(terms) <= model.data.max_model_period_group_activity[region, group]
