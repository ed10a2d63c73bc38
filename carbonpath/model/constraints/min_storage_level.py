r"""A storage never holds less than its lowest share of its capacity.

.. math::
    H^m_{rskdbiy} - \underline{h}_{rsy} K^s_{rsy} \ge 0

Counterparts: OSeMOSYS lower limits of SC1 to SC4; TIMES EQ_CAPACT of a storage.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear, scaled
from carbonpath.model.expressions.storage_moment_level import INNER_MOMENTS, MOMENTS, storage_moment_level
from carbonpath.model.expressions.total_storage_capacity import total_storage_capacity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every storage, part of the day, moment and year."""
    sets = model.sets.storage
    return tuple(
        (r, s, season, day_type, bracket, moment, y)
        for r, s, season, day_type, bracket, y in sets.flow
        for moment in MOMENTS
        if moment not in INNER_MOMENTS or day_type != sets.day_types[0]
    )


def rule(
    model: Model, region: str, storage: str, season: str, day_type: str, bracket: str, moment: str, year: int
) -> Any:
    """Return storage_moment_level >= min_storage_charge x total_storage_capacity."""
    level = storage_moment_level(model, region, storage, season, day_type, bracket, moment, year)
    capacity = total_storage_capacity(model, region, storage, year)
    share = model.data.min_storage_charge.get((region, storage, year), 0.0)
    return linear([*level.terms, *scaled(capacity.terms, -share)]) >= share * capacity.constant
