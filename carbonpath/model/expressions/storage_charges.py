r"""What a part of the day adds to a storage: over all days of a year, and in one day.

.. math::
    G^y_{rskdby} = \sum_{l} \omega^k_{lk} \omega^d_{ld} \omega^b_{lb}
      \sum_{t,m} (\eta^{+}_{rtsm} - \eta^{-}_{rtsm}) A_{rtmly}

    G^d_{rskdby} = \theta^b_{by} (F^{+}_{rskdby} - F^{-}_{rskdby})

Counterparts: OSeMOSYS NetChargeWithinYear and NetChargeWithinDay.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, Terms, scaled
from carbonpath.model.expressions.storage_rates import storage_charge_rate, storage_discharge_rate


def storage_net_charge(
    model: Model, region: str, storage: str, season: str, day_type: str, bracket: str, year: int
) -> Affine:
    """Return what a part of the day adds to a storage over the days of a type in a season of a year."""
    sets = model.sets.storage
    terms: Terms = []
    for timeslice, weight in sets.slices.get((season, day_type, bracket), ()):
        for t, m, ratio in sets.fillers.get((region, storage), ()):
            terms.append((weight * ratio, model.activity[region, t, m, timeslice, year]))
        for t, m, ratio in sets.emptiers.get((region, storage), ()):
            terms.append((-weight * ratio, model.activity[region, t, m, timeslice, year]))
    return Affine(terms)


def storage_day_charge(
    model: Model, region: str, storage: str, season: str, day_type: str, bracket: str, year: int
) -> Affine:
    """Return what a part of one day adds to a storage (bracket_share times charge rate less discharge rate)."""
    share = model.data.bracket_share.get((bracket, year), 0.0)
    place = region, storage, season, day_type, bracket, year
    charged, discharged = storage_charge_rate(model, *place), storage_discharge_rate(model, *place)
    return Affine([*scaled(charged.terms, share), *scaled(discharged.terms, -share)])
