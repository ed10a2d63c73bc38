r"""Capacity that counts covers production, with a margin, in every timeslice.

.. math::
    R_{ry} \sum_{t,c,m} R^c_{rcy} \eta^{out}_{rtcmy} A^l_{rtmly} \le \theta_{ly} \sum_{t} R^t_{rty} \kappa_{rt} K_{rty}

Counterparts: OSeMOSYS RM1 to RM3 (there divided by the share of the timeslice); TIMES EQ_PEAK.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, Terms, linear, scaled
from carbonpath.model.expressions.timeslice_activity import timeslice_activity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every timeslice and year with a reserve_margin and a commodity made that it secures."""
    made = {(r, y) for r, c, y in model.data.reserve_margin_commodity if (r, c, y) in model.sets.producers}
    places = [place for place, margin in sorted(model.data.reserve_margin.items()) if margin > 0.0 and place in made]
    return tuple((r, timeslice, y) for r, y in places for timeslice in sorted(model.sets.timeslices))


def rule(model: Model, region: str, timeslice: str, year: int) -> Any:
    """Return reserve_margin x production of reserve_margin_commodity <= reserve_margin_technology x total_capacity."""
    data, sets = model.data, model.sets
    margin, share = data.reserve_margin[region, year], data.timeslice_share[timeslice, year]
    terms: Terms = []
    for (r, c, y), weight in sorted(data.reserve_margin_commodity.items()):
        if (r, y) == (region, year):
            made = sets.producers.get((r, c, y), ())  # output_activity_ratio
            for t, m, ratio in made:
                terms += scaled(timeslice_activity(model, r, t, m, timeslice, y), margin * weight * ratio)
    for (r, t, y), credit in sorted(data.reserve_margin_technology.items()):
        if (r, y) == (region, year) and (r, t, y) in model.total_capacity:
            per_capacity = credit * data.capacity_to_activity.get((r, t), 1.0)
            terms.append((-share * per_capacity, model.total_capacity[r, t, y]))
    return linear(terms) <= 0.0
