r"""Variable operating cost is variable cost times activity, purchases less sales.

.. math::
    C^V_{rty} = \sum_{m,l} c^V_{rtmy} A_{rtmly}

Counterparts: OSeMOSYS AnnualVariableOperatingCost; TIMES OBJVAR.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, Terms, scaled
from carbonpath.model.expressions.annual_activity import mode_activity


def variable_operating_cost(model: Model, region: str, technology: str, year: int) -> Affine:
    """Return the cost of activity in a year, in million CNY, not discounted."""
    terms: Terms = []
    for mode in model.sets.modes_of.get((region, technology, year), ()):
        cost = model.data.variable_cost.get((region, technology, mode, year))
        if cost is not None:
            terms += scaled(mode_activity(model, region, technology, mode, year), cost)
    return Affine(terms)
