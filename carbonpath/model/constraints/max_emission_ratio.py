r"""Emissions within a boundary are at most a multiple of those in another year.

.. math::
    E^z_{rzy} \le \bar{q}_{rzyx} E^z_{rzx}

With :math:`x = y - 1` and a ratio of 1 in every year after T emissions never rise after T; with 0.98 they fall by 2 % a
year. With x = T and a ratio of 1 in every other year T is the year of the peak; with 1.01 it lies on a plateau 1 % high
(`carbonpath.model.peaking` writes these rows). With x a base year the row is a target relative to it.

Counterparts: OSeMOSYS has none; TIMES user constraints between periods (UC_RHSTS, UC_RHSRT).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_emission_ratio``."""
    return tuple(sorted(model.data.max_emission_ratio))


def rule(model: Model, region: str, boundary: str, year: int, reference_year: int) -> Any:
    """Return boundary_emissions <= max_emission_ratio x boundary_emissions of the reference year."""
    ratio = model.data.max_emission_ratio[region, boundary, year, reference_year]
    emissions = model.boundary_emissions
    return (
        linear([(1.0, emissions[region, boundary, year]), (-ratio, emissions[region, boundary, reference_year])]) <= 0.0
    )
