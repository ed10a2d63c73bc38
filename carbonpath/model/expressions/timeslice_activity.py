r"""Activity in a timeslice: of what runs by timeslice its own, of what has one activity a year a part of that.

.. math::
    A^l_{rtmly} = A_{rtmly}

    A^l_{rtmly} = \psi_{rtly} \sum_{l} A_{rtmly} \quad \text{(technology at the level of the year)}

    A^l_{rtmly} = \sum_{l} A_{rtmly} \quad \text{(as seen by what balances for the year)}

Without a load profile :math:`\psi` a technology at the level of the year runs alike all year:
:math:`\psi_{rtly} = \theta_{ly}`.

Counterparts: TIMES levels of timeslices (PRC_TSL, COM_TSL) and COM_FR; OSeMOSYS has none.
"""

from __future__ import annotations

from carbonpath.model.affine import Model, Terms
from carbonpath.model.expressions.annual_activity import mode_activity
from carbonpath.system.outline import YEAR_SLICE


def timeslice_activity(model: Model, region: str, technology: str, mode: str, timeslice: str, year: int) -> Terms:
    """Return what a technology does in a timeslice, or in the year as one, in the unit of its activity."""
    own = model.sets.slices_of(technology)
    if timeslice in own:
        return [(1.0, model.activity[region, technology, mode, timeslice, year])]
    if timeslice == YEAR_SLICE:
        return mode_activity(model, region, technology, mode, year)
    share = load_share(model, region, technology, timeslice, year)
    return [(share, model.activity[region, technology, mode, own[0], year])]


def load_share(model: Model, region: str, technology: str, timeslice: str, year: int) -> float:
    """Return which part of the activity of a year falls into a timeslice: load_profile, else timeslice_share."""
    given: float | None = model.data.load_profile.get((region, technology, timeslice, year))
    return slice_share(model, timeslice, year) if given is None else given


def slice_share(model: Model, timeslice: str, year: int) -> float:
    """Return timeslice_share; of the year as one, what the shares of all timeslices add up to."""
    shares = model.data.timeslice_share
    if model.sets.levelled and timeslice == YEAR_SLICE:
        return float(sum(shares[each, year] for each in model.sets.timeslices))
    return float(shares[timeslice, year])
