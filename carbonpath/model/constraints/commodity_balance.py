r"""What is made of a commodity is used, demanded or, where a surplus may be let go, disposed of.

.. math::
    \sum_{t,m} (\eta^{out}_{rtcmy} - \eta^{in}_{rtcmy}) A_{rtmly} - W_{rcly} = \theta_{l} D_{rcy}

The disposal :math:`W` exists for commodities whose balance is ``surplus``; for all others it is absent. Demand arises
evenly over the year.

Counterparts: OSeMOSYS EBa10, EBa11 and EBb4 (as inequalities: every surplus may be let go); TIMES EQE_COMBAL and
EQG_COMBAL.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every commodity, timeslice and year in which it is made, used or demanded."""
    found: tuple[Index, ...] = model.sets.balance
    return found


def rule(model: Model, region: str, commodity: str, timeslice: str, year: int) -> Any:
    """Return production less use less disposal = demand of the timeslice (timeslice_share times demand)."""
    sets, activity = model.sets, model.activity
    place = region, commodity, year
    made = sets.producers.get(place, ())  # output_activity_ratio
    used = sets.users.get(place, ())  # input_activity_ratio
    terms = [(ratio, activity[region, t, m, timeslice, year]) for t, m, ratio in made]
    terms += [(-ratio, activity[region, t, m, timeslice, year]) for t, m, ratio in used]
    if (region, commodity, timeslice, year) in model.disposal:
        terms.append((-1.0, model.disposal[region, commodity, timeslice, year]))
    return linear(terms) == model.data.demand.get(place, 0.0) * model.data.timeslice_share[timeslice]
