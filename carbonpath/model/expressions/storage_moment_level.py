r"""The level of a storage at the moments at which its limits are checked.

.. math::
    H^m_{rskdbiy} = H^f_{rskdy} + \sum_{a < b} G^d_{rskday} \quad \text{(first week, start)}

    H^m_{rskdbiy} = H^f_{rskdy} - \sum_{a > b} G^d_{rskfay} \quad \text{(first week, end of the day type before)}

    H^m_{rskdbiy} = H^l_{rskdy} - \sum_{a > b} G^d_{rskday} \quad \text{(last week, end)}

    H^m_{rskdbiy} = H^l_{rskfy} + \sum_{a < b} G^d_{rskday} \quad \text{(last week, start)}

where :math:`f` is the day type before :math:`d` and :math:`a` another part of the day. Within a season levels move in
one direction from week to week, so the first and the last week bound all others; within a week the first and the last
day of a type do.

Counterparts: OSeMOSYS SC1 to SC4.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, Terms, scaled
from carbonpath.model.expressions.storage_charges import storage_day_charge

MOMENTS = ("first_week_start", "first_week_end", "last_week_end", "last_week_start")
"""Start of a part of the day, on the first day of its type; end of it, on the last; in the first and last week."""

INNER_MOMENTS = ("first_week_end", "last_week_start")
"""Moments that are told from the day type before, so the first has none."""


def storage_moment_level(
    model: Model, region: str, storage: str, season: str, day_type: str, bracket: str, moment: str, year: int
) -> Affine:
    """Return the level of a storage at a moment of a part of the day, from the level of the week and the day."""
    sets = model.sets.storage
    before = sets.day_types[sets.day_types.index(day_type) - 1]
    first, last = model.storage_first_week_level, model.storage_last_week_level
    level, day, sign = {
        "first_week_start": (first[region, storage, season, day_type, year], day_type, 1.0),
        "first_week_end": (first[region, storage, season, day_type, year], before, -1.0),
        "last_week_end": (last[region, storage, season, day_type, year], day_type, -1.0),
        "last_week_start": (last[region, storage, season, before, year], day_type, 1.0),
    }[moment]
    place = sets.brackets.index(bracket)
    others = sets.brackets[:place] if sign > 0.0 else sets.brackets[place + 1 :]
    terms: Terms = [(1.0, level)]
    for other in others:
        terms += scaled(storage_day_charge(model, region, storage, season, day, other, year).terms, sign)
    return Affine(terms)
