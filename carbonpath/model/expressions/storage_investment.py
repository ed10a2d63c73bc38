r"""Storage investment is storage capital cost times new storage capacity.

.. math::
    C^S_{rsy} = c^S_{rsy} N^s_{rsy}

Counterparts: OSeMOSYS CapitalInvestmentStorage; TIMES OBJINV.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model


def storage_investment(model: Model, region: str, storage: str, year: int) -> Affine:
    """Return the cost of the storage capacity built in a year, in million CNY, not discounted."""
    index = region, storage, year
    return Affine([(model.data.storage_capital_cost[index], model.new_storage_capacity[index])])
