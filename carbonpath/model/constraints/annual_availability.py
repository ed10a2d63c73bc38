r"""Over a year, activity stays within what total capacity can do while it is available.

.. math::
    \sum_{m,l} A_{rtmly} \le \alpha_{rty} \kappa_{rt} \Big( \sum_{l} \phi_{rtly} \theta_{ly} \Big) K_{rty}

In a model of one timeslice, and where a technology has one activity a year, this is part of ``capacity_adequacy``.

Counterparts: OSeMOSYS CAb1; TIMES EQ(L)_CAPACT with NCAP_AFA.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.expressions.annual_activity import annual_activity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every year in which a technology that can run is not always available."""
    sets = model.sets
    if len(sets.timeslices) == 1:
        return ()
    rows = sorted(model.data.availability_factor.items())
    return tuple(
        (r, t, y)
        for (r, t, y), share in rows
        if share < 1.0
        and len(sets.slices_of(t)) > 1
        and (r, t, y) in sets.modes_of
        and (r, t, y) in model.total_capacity
    )


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return annual_activity <= availability_factor x what capacity can do in all timeslices."""
    data, place = model.data, (region, technology, year)
    hours = sum(
        data.capacity_factor.get((region, technology, timeslice, year), 1.0) * data.timeslice_share[timeslice, year]
        for timeslice in model.sets.timeslices
    )
    available = data.availability_factor[place] * data.capacity_to_activity.get((region, technology), 1.0) * hours
    active = annual_activity(model, region, technology, year)
    return linear([*active.terms, (-available, model.total_capacity[place])]) <= 0.0
