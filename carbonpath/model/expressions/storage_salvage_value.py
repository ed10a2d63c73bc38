r"""Storage salvage value is the share of an investment in storage that outlives the horizon.

.. math::
    S^s_{rsy} = \Big( 1 - \frac{(1 + \rho^s_{rs})^{y_N - y + 1} - 1}{(1 + \rho^s_{rs})^{L^s_{rs}} - 1} \Big) C^S_{rsy}
    \quad \text{if } y + L^s_{rs} - 1 > y_N, \text{ else } 0

Depreciation is that of the region, as for technologies.

Counterparts: OSeMOSYS SalvageValueStorage; TIMES OBJSAL.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, scaled
from carbonpath.model.expressions.discounting import remaining_share, storage_rate
from carbonpath.model.expressions.storage_investment import storage_investment


def storage_salvage_value(model: Model, region: str, storage: str, year: int) -> Affine:
    """Return what is left at the end of the horizon of storage built in `year`, in million CNY of that end."""
    life = model.data.storage_life.get((region, storage), 0.0)
    factor = remaining_share(model, region, year, life, storage_rate(model, region, storage))
    invested = storage_investment(model, region, storage, year)
    return Affine(scaled(invested.terms, factor) if factor else [])
