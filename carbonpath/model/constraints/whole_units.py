r"""Capacity is built in whole units.

.. math::
    N_{rty} - K^u_{rty} J_{rty} = 0

Counterparts: OSeMOSYS CAa5; TIMES NCAP_SEMI and NCAP_DISC.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every technology and year with a capacity_of_unit."""
    found: tuple[Index, ...] = model.sets.units
    return found


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return new_capacity = capacity_of_unit x new_units."""
    place = region, technology, year
    size = model.data.capacity_of_unit[place]
    return linear([(1.0, model.new_capacity[place]), (-size, model.new_units[place])]) == 0.0
