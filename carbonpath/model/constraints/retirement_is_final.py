r"""What is closed before its time does not open again.

.. math::
    X_{rty} \ge X_{rtv} - (K^0_{rtv} - K^0_{rty})

where v is the year before y: closed capacity may fall only by what would have retired in that year anyway. Where
residual capacity grows (a committed project starts) the bracket counts as zero.

Counterparts: OSeMOSYS has none; TIMES EQ_CUMRET.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every year in which capacity may stand closed as in the year before."""
    places = set(model.sets.retired)
    return tuple((r, t, y) for r, t, y in model.sets.retired if (r, t, y - 1) in places)


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return the row that lets retired_capacity fall by the fall of residual_capacity only."""
    place, before = (region, technology, year), (region, technology, year - 1)
    residual = model.data.residual_capacity
    due = max(0.0, residual[before] - residual[place])
    return linear([(1.0, model.retired_capacity[before]), (-1.0, model.retired_capacity[place])]) <= due
