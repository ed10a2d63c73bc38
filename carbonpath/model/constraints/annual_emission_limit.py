r"""Annual emissions stay below their limit.

.. math::
    E_{rey} \le \bar{E}_{rey} - E^x_{rey}

Counterparts: OSeMOSYS E8; TIMES COM_BNDNET(UP).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``annual_emission_limit``."""
    return tuple(sorted(model.data.annual_emission_limit))


def rule(model: Model, region: str, emission: str, year: int) -> Any:
    """Return annual_emissions <= annual_emission_limit less exogenous_emission."""
    place = region, emission, year
    limit = model.data.annual_emission_limit[place] - model.data.exogenous_emission.get(place, 0.0)
    return linear([(1.0, model.annual_emissions[place])]) <= limit
