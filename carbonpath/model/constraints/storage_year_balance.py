r"""A storage starts a year with what the year before left in it.

.. math::
    H_{rsy} - H_{rsv} - \sum_{k,d,b} G^y_{rskdbv} = 0 \quad \text{with } v = y - 1

    H_{rsy} = H^0_{rs} \quad \text{in the first year}

Counterparts: OSeMOSYS S5 and S6; TIMES EQ_STGTSS between periods.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Affine, Model, linear, scaled
from carbonpath.model.expressions.storage_charges import storage_net_charge
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every storage and year."""
    found: tuple[Index, ...] = model.sets.storage.level
    return found


def rule(model: Model, region: str, storage: str, year: int) -> Any:
    """Return storage_level = that of the year before and its net charge; storage_level_start in the first year."""
    here = [(1.0, model.storage_level[region, storage, year])]
    if year == model.sets.years[0]:
        return linear(here) == model.data.storage_level_start.get((region, storage), 0.0)
    return linear([*here, *scaled(year_end_level(model, region, storage, year - 1).terms, -1.0)]) == 0.0


def year_end_level(model: Model, region: str, storage: str, year: int) -> Affine:
    """Return the level of a storage at the end of `year`."""
    sets = model.sets.storage
    terms = [(1.0, model.storage_level[region, storage, year])]
    for season in sets.seasons:
        for day_type in sets.day_types:
            for bracket in sets.brackets:
                terms += storage_net_charge(model, region, storage, season, day_type, bracket, year).terms
    return Affine(terms)
