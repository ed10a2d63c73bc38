r"""A storage starts a season with what the season before left in it.

.. math::
    H^k_{rsky} - H^k_{rsjy} - \sum_{d,b} G^y_{rsjdby} = 0 \quad \text{(j: the season before)}

    H^k_{rsky} - H_{rsy} = 0 \quad \text{in the first season}

Counterparts: OSeMOSYS S9 and S10; TIMES EQ_STGTSS.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, Terms, linear, scaled
from carbonpath.model.expressions.storage_charges import storage_net_charge
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every storage, season and year."""
    found: tuple[Index, ...] = model.sets.storage.season_level
    return found


def rule(model: Model, region: str, storage: str, season: str, year: int) -> Any:
    """Return storage_season_level = that of the season before and its net charge; storage_level in the first."""
    sets = model.sets.storage
    terms: Terms = [(1.0, model.storage_season_level[region, storage, season, year])]
    if season == sets.seasons[0]:
        return linear([*terms, (-1.0, model.storage_level[region, storage, year])]) == 0.0
    before = sets.seasons[sets.seasons.index(season) - 1]
    terms.append((-1.0, model.storage_season_level[region, storage, before, year]))
    for day_type in sets.day_types:
        for bracket in sets.brackets:
            charged = storage_net_charge(model, region, storage, before, day_type, bracket, year)
            terms += scaled(charged.terms, -1.0)
    return linear(terms) == 0.0
