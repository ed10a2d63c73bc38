r"""Capital investment is capital cost times new capacity.

.. math::
    C^K_{rty} = c^K_{rty} N_{rty}

Counterparts: OSeMOSYS CapitalInvestment; TIMES OBJINV.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model


def capital_investment(model: Model, region: str, technology: str, year: int) -> Affine:
    """Return the cost of what is built in a year, in million CNY, not discounted."""
    index = region, technology, year
    return Affine([(model.data.capital_cost[index], model.new_capacity[index])])
