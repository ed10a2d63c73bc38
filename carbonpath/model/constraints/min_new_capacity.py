r"""No less is built in a year than its limit.

.. math::
    N_{rty} \ge \underline{N}_{rty}

Counterparts: OSeMOSYS NCC2; TIMES NCAP_BND(LO).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``min_new_capacity`` where something may be built."""
    return tuple(place for place in sorted(model.data.min_new_capacity) if place in model.new_capacity)


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return new_capacity >= min_new_capacity."""
    place = region, technology, year
    return linear([(1.0, model.new_capacity[place])]) >= model.data.min_new_capacity[place]
