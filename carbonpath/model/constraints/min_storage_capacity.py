r"""Total storage capacity stays above its limit.

.. math::
    K^s_{rsy} \ge \underline{K}^s_{rsy}

Counterparts: OSeMOSYS has none; TIMES CAP_BND(LO) of a storage process.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.expressions.total_storage_capacity import total_storage_capacity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``min_storage_capacity`` of storages that are linked."""
    linked = set(model.sets.storage.storage)
    return tuple(place for place in sorted(model.data.min_storage_capacity) if place[:2] in linked)


def rule(model: Model, region: str, storage: str, year: int) -> Any:
    """Return total_storage_capacity >= min_storage_capacity."""
    standing = total_storage_capacity(model, region, storage, year)
    return linear(standing.terms) >= model.data.min_storage_capacity[region, storage, year] - standing.constant
