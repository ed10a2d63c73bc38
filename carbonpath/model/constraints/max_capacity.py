r"""Total capacity stays below its limit.

.. math::
    K_{rty} \le \bar{K}_{rty}

Counterparts: OSeMOSYS TCC1; TIMES CAP_BND(UP).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_capacity``."""
    return tuple(place for place in sorted(model.data.max_capacity) if place in model.total_capacity)


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return total_capacity <= max_capacity."""
    place = region, technology, year
    return linear([(1.0, model.total_capacity[place])]) <= model.data.max_capacity[place]
