r"""Capital investment is capital cost times new capacity, with what financing adds.

.. math::
    C^K_{rty} = \gamma_{rt} c^K_{rty} N_{rty}

Counterparts: OSeMOSYS CapitalInvestment; TIMES OBJINV.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model
from carbonpath.model.expressions.financing_factor import financing_factor


def capital_investment(model: Model, region: str, technology: str, year: int) -> Affine:
    """Return the cost of what is built in a year, in million CNY, not discounted."""
    index = region, technology, year
    cost = model.data.capital_cost[index] * financing_factor(model, region, technology)
    return Affine([(cost, model.new_capacity[index])])
