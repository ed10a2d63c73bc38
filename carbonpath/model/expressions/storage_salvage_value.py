r"""Storage salvage value is the share of an investment in storage that outlives the horizon.

.. math::
    S^s_{rsy} = \sigma C^S_{rsy}

with the factor :math:`\sigma` of technologies, at the storage's own life :math:`L^s_{rs}` and rate :math:`\rho^s_{rs}`.

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
