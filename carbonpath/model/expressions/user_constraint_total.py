r"""The total of a user-defined constraint is a weighted sum of capacity, new capacity and annual activity.

.. math::
    Y_{ruy} = \sum_{t} (u^K_{rtuy} K_{rty} + u^N_{rtuy} N_{rty} + u^A_{rtuy} A^a_{rty})

Counterparts: OSeMOSYS has none, MUIO UDC1 and UDC2; TIMES user constraints (UC_CAP, UC_NCAP, UC_ACT).
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, Terms, scaled
from carbonpath.model.expressions.annual_activity import annual_activity


def user_constraint_total(model: Model, region: str, user_constraint: str, year: int) -> Affine:
    """Return the weighted sum of a user-defined constraint in a year."""
    terms: Terms = []
    for name, t, weight in model.sets.weighed.get((region, user_constraint, year), ()):
        if name == "user_constraint_activity":
            terms += scaled(annual_activity(model, region, t, year).terms, weight)
        else:
            variable = {
                "user_constraint_capacity": model.total_capacity,
                "user_constraint_new_capacity": model.new_capacity,
            }[name]
            terms.append((weight, variable[region, t, year]))
    return Affine(terms)
