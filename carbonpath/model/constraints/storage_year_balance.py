r"""A storage starts a year with what the year before left in it.

.. math::
    H_{rsy} - H^e_{rsv} = 0 \quad \text{(v: the year before)}

    H_{rsy} = H^0_{rs} \quad \text{in the first year}

Counterparts: OSeMOSYS S5 and S6; TIMES EQ_STGTSS between periods.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear, scaled
from carbonpath.model.expressions.storage_end_level import storage_end_level
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every storage and year."""
    found: tuple[Index, ...] = model.sets.storage.level
    return found


def rule(model: Model, region: str, storage: str, year: int) -> Any:
    """Return storage_level = storage_end_level of the year before; storage_level_start in the first year."""
    here = [(1.0, model.storage_level[region, storage, year])]
    if year == model.sets.years[0]:
        return linear(here) == model.data.storage_level_start.get((region, storage), 0.0)
    return linear([*here, *scaled(storage_end_level(model, region, storage, year - 1).terms, -1.0)]) == 0.0
