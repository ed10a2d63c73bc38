r"""Annual emissions are the emissions of all technologies.

.. math::
    E_{rey} = \sum_{t,m,l} \varepsilon_{rtemy} A_{rtmly}

Counterparts: OSeMOSYS AnnualEmissions; TIMES VAR_COMNET.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, scaled
from carbonpath.model.expressions.annual_activity import mode_activity


def annual_emissions(model: Model, region: str, emission: str, year: int) -> Affine:
    """Return what all technologies of a region release of `emission` in a year, in Mt."""
    emitters = model.sets.emitters.get((region, emission, year), ())
    return Affine(
        [term for t, m, ratio in emitters for term in scaled(mode_activity(model, region, t, m, year), ratio)]
    )
