r"""Emissions within a boundary are the weighted emissions that it counts.

.. math::
    E^z_{rzy} - \sum_{e} \beta_{ze} E_{rey} = 0

Scope 1 counts ``co2`` with weight 1, scope 1 and purchased power ``co2`` and ``co2_import``; with global warming
potentials as weights a boundary is in CO2 equivalent.

Counterparts: OSeMOSYS has none; TIMES aggregated commodities (COM_AGG).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear, scaled
from carbonpath.model.expressions.boundary_emissions import boundary_emissions
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every boundary and year."""
    found: tuple[Index, ...] = model.sets.boundary
    return found


def rule(model: Model, region: str, boundary: str, year: int) -> Any:
    """Return the row that makes ``boundary_emissions`` the sum of boundary_weight times annual_emissions."""
    counted = boundary_emissions(model, region, boundary, year)
    return linear([(1.0, model.boundary_emissions[region, boundary, year]), *scaled(counted.terms, -1.0)]) == 0.0
