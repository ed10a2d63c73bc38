r"""Fixed operating cost is fixed cost times total capacity, of old and new capacity alike.

.. math::
    C^F_{rty} = c^F_{rty} K_{rty}

Counterparts: OSeMOSYS AnnualFixedOperatingCost; TIMES OBJFIX.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model


def fixed_operating_cost(model: Model, region: str, technology: str, year: int) -> Affine:
    """Return the cost of keeping capacity in a year, in million CNY, not discounted."""
    index = region, technology, year
    cost = model.data.fixed_cost.get(index)
    return Affine([] if cost is None else [(cost, model.total_capacity[index])])
