r"""Free allowances are those per unit of activity times annual activity, and the fixed ones, over all technologies.

.. math::
    Q_{rey} = \sum_{t} a_{rtey} A^a_{rty} + \sum_{t} a^f_{rtey}

OSeMOSYS and TIMES have no counterpart; an output-based allocation is a subsidy of activity there.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, scaled
from carbonpath.model.expressions.annual_activity import annual_activity


def free_allowances(model: Model, region: str, emission: str, year: int) -> Affine:
    """Return the allowances of `emission` that technologies of a region receive for nothing in a year, in Mt."""
    allocated = model.sets.allocated.get((region, emission, year), ())
    return Affine(
        [term for t, each in allocated for term in scaled(annual_activity(model, region, t, year).terms, each)],
        model.sets.endowed.get((region, emission, year), 0.0),
    )
