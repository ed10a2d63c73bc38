r"""In the last week of a season, days of a type end with what those of the next type find in the storage.

.. math::
    H^l_{rskdy} - H^l_{rskfy} + n_{kfy} \sum_{b} G^d_{rskfby} = 0 \quad \text{(f: the next day type)}

    H^l_{rskdy} - H^k_{rsjy} = 0 \quad \text{for the last day type (j: the next season)}

    H^l_{rskdy} - H^e_{rsy} = 0 \quad \text{for the last day type of the last season}

Counterparts: OSeMOSYS S7, S8 and S13 to S15.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, Terms, linear, scaled
from carbonpath.model.expressions.storage_charges import storage_day_charge
from carbonpath.model.expressions.storage_end_level import storage_end_level
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every storage, season, day type and year."""
    found: tuple[Index, ...] = model.sets.storage.week_level
    return found


def rule(model: Model, region: str, storage: str, season: str, day_type: str, year: int) -> Any:
    """Return storage_last_week_level = that of the next day type less its charge on days_in_day_type days."""
    here = [(1.0, model.storage_last_week_level[region, storage, season, day_type, year])]
    return linear([*here, *scaled(_end(model, region, storage, season, day_type, year), -1.0)]) == 0.0


def _end(model: Model, region: str, storage: str, season: str, day_type: str, year: int) -> Terms:
    sets = model.sets.storage
    if day_type == sets.day_types[-1]:
        if season == sets.seasons[-1]:
            return storage_end_level(model, region, storage, year).terms
        following = sets.seasons[sets.seasons.index(season) + 1]
        return [(1.0, model.storage_season_level[region, storage, following, year])]
    following = sets.day_types[sets.day_types.index(day_type) + 1]
    days = model.data.days_in_day_type.get((season, following, year), 0.0)
    terms: Terms = [(1.0, model.storage_last_week_level[region, storage, season, following, year])]
    for bracket in sets.brackets:
        terms += scaled(storage_day_charge(model, region, storage, season, following, bracket, year).terms, -days)
    return terms
