r"""Total capacity is what stood before the horizon and still stands, and what was built and is still alive.

.. math::
    K_{rty} = K^0_{rty} + \sum_{v \le y < v + L_{rt}} N_{rtv}

Counterparts: OSeMOSYS TotalCapacityAnnual; TIMES VAR_CAP.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model


def total_capacity(model: Model, region: str, technology: str, year: int) -> Affine:
    """Return residual capacity and the new capacity still alive, in the unit of capacity."""
    return Affine(
        [(1.0, model.new_capacity[region, technology, v]) for v in model.sets.vintages[region, technology, year]],
        model.data.residual_capacity.get((region, technology, year), 0.0),
    )
