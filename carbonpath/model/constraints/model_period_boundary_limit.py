r"""Emissions within a boundary, added up over all years, stay below their limit.

.. math::
    \sum_{y} E^z_{rzy} \le \hat{E}^z_{rz}

Counterparts: OSeMOSYS E9, for one emission; TIMES user constraints over periods (UCN).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``model_period_boundary_limit``."""
    return tuple(sorted(model.data.model_period_boundary_limit))


def rule(model: Model, region: str, boundary: str) -> Any:
    """Return the sum over years of boundary_emissions <= model_period_boundary_limit."""
    terms = [(1.0, model.boundary_emissions[region, boundary, year]) for year in model.sets.years]
    return linear(terms) <= model.data.model_period_boundary_limit[region, boundary]
