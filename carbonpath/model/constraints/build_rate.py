r"""What is built in a year is at most a share of what stood the year before, and a seed.

.. math::
    N_{rty} \le \bar{n}_{rty} K_{rtv} + n^0_{rty}

where v is the year before y. The first model year has no such row: use `max_new_capacity`.

Counterparts: OSeMOSYS has none; TIMES growth constraints (UC_RHSTS with seed), tz-osemosys capacity growth rate.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``build_rate`` where something may be built and there is a year before."""
    first = model.sets.years[0]
    return tuple(place for place in sorted(model.data.build_rate) if place in model.new_capacity and place[-1] > first)


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return new_capacity <= build_rate x total_capacity of the year before + build_seed."""
    place = region, technology, year
    rate = model.data.build_rate[place]
    terms = [(1.0, model.new_capacity[place]), (-rate, model.total_capacity[region, technology, year - 1])]
    return linear(terms) <= model.data.build_seed.get(place, 0.0)
