r"""Total storage capacity is what stood before the horizon, and what was built and is still alive.

.. math::
    K^s_{rsy} = K^{s0}_{rsy} + \sum_{v \le y < v + L^s_{rs}} N^s_{rsv}

Counterparts: OSeMOSYS StorageUpperLimit; TIMES VAR_CAP of a storage process.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model


def total_storage_capacity(model: Model, region: str, storage: str, year: int) -> Affine:
    """Return residual storage capacity and the new storage capacity still alive, in the unit of the storage."""
    life = model.data.storage_life.get((region, storage), 0.0)
    built = ((region, storage, v) for v in model.sets.years if 0 <= year - v < life)
    return Affine(
        [(1.0, model.new_storage_capacity[place]) for place in built if place in model.new_storage_capacity],
        model.data.residual_storage_capacity.get((region, storage, year), 0.0),
    )
