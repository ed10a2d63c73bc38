r"""Annual emissions within a boundary stay below their limit.

.. math::
    E^z_{rzy} \le \bar{E}^z_{rzy}

Counterparts: OSeMOSYS E8, for one emission; TIMES COM_BNDNET(UP) of an aggregate.

Notes
-----
A target of emissions per GDP is this limit with the target times the GDP of the year, or `max_emission_ratio` where
the target is a fall since a base year.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``annual_boundary_limit``."""
    return tuple(sorted(model.data.annual_boundary_limit))


def rule(model: Model, region: str, boundary: str, year: int) -> Any:
    """Return boundary_emissions <= annual_boundary_limit."""
    place = region, boundary, year
    return linear([(1.0, model.boundary_emissions[place])]) <= model.data.annual_boundary_limit[place]
