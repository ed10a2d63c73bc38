r"""Emissions of the period are the annual emissions of all years.

.. math::
    E^p_{re} = \sum_{y} E_{rey}

Counterparts: OSeMOSYS ModelPeriodEmissions (there with the exogenous emission of the period); TIMES VAR_CUMCOM.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model


def model_period_emissions(model: Model, region: str, emission: str) -> Affine:
    """Return what all technologies of a region release of `emission` in all years, in Mt."""
    places = ((region, emission, year) for year in model.sets.years)
    return Affine([(1.0, model.annual_emissions[place]) for place in places if place in model.annual_emissions])
