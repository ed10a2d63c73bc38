r"""In the first week of a season, days of a type start with what those of the type before left in the storage.

.. math::
    H^f_{rskdy} - H^f_{rskfy} - n_{kfy} \sum_{b} G^d_{rskfby} = 0 \quad \text{(f: the day type before)}

    H^f_{rskdy} - H^k_{rsky} = 0 \quad \text{for the first day type}

Counterparts: OSeMOSYS S11 and S12.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, Terms, linear, scaled
from carbonpath.model.expressions.storage_charges import storage_day_charge
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every storage, season, day type and year."""
    found: tuple[Index, ...] = model.sets.storage.week_level
    return found


def rule(model: Model, region: str, storage: str, season: str, day_type: str, year: int) -> Any:
    """Return storage_first_week_level = that of the day type before and its charge on days_in_day_type days."""
    sets, level = model.sets.storage, model.storage_first_week_level
    terms: Terms = [(1.0, level[region, storage, season, day_type, year])]
    if day_type == sets.day_types[0]:
        return linear([*terms, (-1.0, model.storage_season_level[region, storage, season, year])]) == 0.0
    before = sets.day_types[sets.day_types.index(day_type) - 1]
    days = model.data.days_in_day_type.get((season, before, year), 0.0)
    terms.append((-1.0, level[region, storage, season, before, year]))
    for bracket in sets.brackets:
        terms += scaled(storage_day_charge(model, region, storage, season, before, bracket, year).terms, -days)
    return linear(terms) == 0.0
