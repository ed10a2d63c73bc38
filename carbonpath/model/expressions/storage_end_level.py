r"""A year leaves in a storage what it found there and what all parts of its days added.

.. math::
    H^e_{rsy} = H_{rsy} + \sum_{k,d,b} G^y_{rskdby}

Counterparts: OSeMOSYS StorageLevelYearFinish.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model
from carbonpath.model.expressions.storage_charges import storage_net_charge


def storage_end_level(model: Model, region: str, storage: str, year: int) -> Affine:
    """Return the level of a storage at the end of `year`."""
    sets = model.sets.storage
    terms = [(1.0, model.storage_level[region, storage, year])]
    for season in sets.seasons:
        for day_type in sets.day_types:
            for bracket in sets.brackets:
                terms += storage_net_charge(model, region, storage, season, day_type, bracket, year).terms
    return Affine(terms)
