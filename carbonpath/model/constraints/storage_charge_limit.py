r"""A storage is filled no faster than it can be.

.. math::
    F^{+}_{rskdby} \le \bar{F}^{+}_{rs}

Counterparts: OSeMOSYS SC5; TIMES EQ_STGIN.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.expressions.storage_rates import storage_charge_rate
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every part of the day of a storage that has a max_storage_charge_rate and is filled."""
    sets, limits = model.sets.storage, model.data.max_storage_charge_rate
    return tuple(
        place for place in sets.flow if place[:2] in limits and place[:2] in sets.fillers and place[2:5] in sets.slices
    )


def rule(model: Model, region: str, storage: str, season: str, day_type: str, bracket: str, year: int) -> Any:
    """Return storage_charge_rate <= max_storage_charge_rate."""
    rate = storage_charge_rate(model, region, storage, season, day_type, bracket, year)
    return linear(rate.terms) <= model.data.max_storage_charge_rate[region, storage]
