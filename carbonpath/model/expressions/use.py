r"""Use is input per unit of activity times activity.

.. math::
    U_{rtcy} = \sum_{m,l} \eta^{in}_{rtcmy} A_{rtmly}

Counterparts: OSeMOSYS UseByTechnology; TIMES VAR_FLO of an input.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model
from carbonpath.model.expressions.annual_activity import weighted_activity


def use(model: Model, region: str, technology: str, commodity: str, year: int) -> Affine:
    """Return what `technology` uses of `commodity` in a year, in the unit of the commodity."""
    return weighted_activity(model, model.data.input_activity_ratio, (region, technology, commodity, year))
