r"""Rates at which technologies fill and empty a storage in a part of the day.

.. math::
    F^{+}_{rskdby} = \sum_{l} \omega^k_{lk} \omega^d_{ld} \omega^b_{lb}
      \sum_{t,m} \eta^{+}_{rtsm} \frac{A_{rtmly}}{\theta_{ly}}

    F^{-}_{rskdby} = \sum_{l} \omega^k_{lk} \omega^d_{ld} \omega^b_{lb}
      \sum_{t,m} \eta^{-}_{rtsm} \frac{A_{rtmly}}{\theta_{ly}}

Counterparts: OSeMOSYS RateOfStorageCharge and RateOfStorageDischarge; TIMES VAR_SIN and VAR_SOUT.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, Terms


def storage_charge_rate(
    model: Model, region: str, storage: str, season: str, day_type: str, bracket: str, year: int
) -> Affine:
    """Return what is put into a storage in a part of the day, as an amount a year."""
    links = model.sets.storage.fillers.get((region, storage), ())  # technology_to_storage
    return Affine(_rate(model, links, region, (season, day_type, bracket), year))


def storage_discharge_rate(
    model: Model, region: str, storage: str, season: str, day_type: str, bracket: str, year: int
) -> Affine:
    """Return what is taken from a storage in a part of the day, as an amount a year."""
    links = model.sets.storage.emptiers.get((region, storage), ())  # technology_from_storage
    return Affine(_rate(model, links, region, (season, day_type, bracket), year))


def _rate(
    model: Model, links: tuple[tuple[str, str, float], ...], region: str, part: tuple[str, str, str], year: int
) -> Terms:
    """Return activity per share of the year, weighted by timeslice_season, timeslice_day_type and timeslice_bracket."""
    shares = model.data.timeslice_share
    return [
        (ratio * weight / shares[timeslice, year], model.activity[region, t, m, timeslice, year])
        for timeslice, weight in model.sets.storage.slices.get(part, ())
        if shares[timeslice, year]
        for t, m, ratio in links
    ]
