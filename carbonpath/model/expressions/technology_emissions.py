r"""Technology emissions are the emission per unit of activity times activity.

.. math::
    E^t_{rtey} = \sum_{m,l} \varepsilon_{rtemy} A_{rtmly}

Counterparts: OSeMOSYS AnnualTechnologyEmission; TIMES VAR_FLO of an emission.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model
from carbonpath.model.expressions.annual_activity import weighted_activity


def technology_emissions(model: Model, region: str, technology: str, emission: str, year: int) -> Affine:
    """Return what `technology` releases of `emission` in a year, in Mt; negative where it takes up."""
    return weighted_activity(model, model.data.emission_activity_ratio, (region, technology, emission, year))
