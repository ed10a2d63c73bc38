r"""Emissions within a boundary are the emissions that it counts, each with its weight.

.. math::
    E^z_{rzy} = \sum_{e} \beta_{ze} E_{rey}

Counterparts: OSeMOSYS has none; TIMES aggregated commodities (COM_AGG).
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model


def boundary_emissions(model: Model, region: str, boundary: str, year: int) -> Affine:
    """Return what a boundary counts of the annual emissions of a region, in Mt (of CO2 equivalent, if so weighted)."""
    return Affine(
        [
            (weight, model.annual_emissions[region, emission, year])
            for emission, weight in model.sets.counted[boundary]
            if (region, emission, year) in model.annual_emissions
        ]
    )
