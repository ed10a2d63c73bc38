r"""Total capacity is what stood before the horizon and is not retired, and what was built and is still alive.

.. math::
    K_{rty} = K^0_{rty} - X_{rty} + \sum_{v \le y < v + L_{rt}} N_{rtv}

Counterparts: OSeMOSYS TotalCapacityAnnual; TIMES VAR_CAP.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model


def total_capacity(model: Model, region: str, technology: str, year: int) -> Affine:
    """Return residual capacity that is not retired and the new capacity still alive, in the unit of capacity."""
    place = region, technology, year
    terms = [(1.0, model.new_capacity[region, technology, v]) for v in model.sets.vintages[place]]
    if place in model.retired_capacity:
        terms.append((-1.0, model.retired_capacity[place]))
    return Affine(terms, model.data.residual_capacity.get(place, 0.0))
