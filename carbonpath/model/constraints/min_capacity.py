r"""Total capacity stays above its limit.

.. math::
    K_{rty} \ge \underline{K}_{rty}

Counterparts: OSeMOSYS TCC2; TIMES CAP_BND(LO).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``min_capacity``."""
    return tuple(place for place in sorted(model.data.min_capacity) if place in model.total_capacity)


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return total_capacity >= min_capacity."""
    place = region, technology, year
    return linear([(1.0, model.total_capacity[place])]) >= model.data.min_capacity[place]
