r"""Production is output per unit of activity times activity.

.. math::
    P_{rtcy} = \sum_{m,l} \eta^{out}_{rtcmy} A_{rtmly}

Counterparts: OSeMOSYS ProductionByTechnologyAnnual; TIMES VAR_FLO of an output.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model
from carbonpath.model.expressions.annual_activity import weighted_activity


def production(model: Model, region: str, technology: str, commodity: str, year: int) -> Affine:
    """Return what `technology` makes of `commodity` in a year, in the unit of the commodity."""
    return weighted_activity(model, model.data.output_activity_ratio, (region, technology, commodity, year))
