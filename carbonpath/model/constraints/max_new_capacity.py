r"""No more is built in a year than its limit.

.. math::
    N_{rty} \le \bar{N}_{rty}

Counterparts: OSeMOSYS NCC1; TIMES NCAP_BND(UP).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_new_capacity`` where something may be built."""
    return tuple(place for place in sorted(model.data.max_new_capacity) if place in model.new_capacity)


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return new_capacity <= max_new_capacity."""
    place = region, technology, year
    return linear([(1.0, model.new_capacity[place])]) <= model.data.max_new_capacity[place]
