r"""What is delivered over the timeslices is the demand that has no time of its own, and what capacity uses.

.. math::
    \sum_{l} V_{rcly} - \sum_{t} \eta^N_{rtcy} N_{rty} - \sum_{t} \eta^K_{rtcy} K_{rty} = D^a_{rcy}

Counterparts: OSeMOSYS EBb4 (as an inequality: every surplus may be let go), with the inputs to capacity of MUIO; TIMES
COM_PROJ of an annual commodity, NCAP_ICOM and NCAP_COM.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, Terms, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every commodity and year with an accumulated_demand or an input to capacity."""
    return tuple(dict.fromkeys((r, c, y) for r, c, _, y in model.sets.delivery))


def rule(model: Model, region: str, commodity: str, year: int) -> Any:
    """Return delivery less what new_capacity and total_capacity use = accumulated_demand."""
    sets, place = model.sets, (region, commodity, year)
    built = sets.built_with.get(place, ())  # input_new_capacity_ratio
    kept = sets.kept_with.get(place, ())  # input_total_capacity_ratio
    terms: Terms = [
        (1.0, model.delivery[region, commodity, timeslice, year]) for timeslice in sets.balanced_slices(commodity)
    ]
    terms += [(-ratio, model.new_capacity[region, t, year]) for t, ratio in built]
    terms += [(-ratio, model.total_capacity[region, t, year]) for t, ratio in kept]
    return linear(terms) == model.data.accumulated_demand.get(place, 0.0)
