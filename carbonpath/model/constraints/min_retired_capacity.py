r"""Of the residual capacity at least a limit stands closed before its time.

.. math::
    X_{rty} \ge \underline{X}_{rty}

A phase-out is this row, rising to the residual capacity in its last year.

Counterparts: OSeMOSYS has none; TIMES RCAP_BND(LO).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``min_retired_capacity`` where something stands."""
    places = set(model.sets.retired)
    return tuple(place for place in sorted(model.data.min_retired_capacity) if place in places)


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return retired_capacity >= min_retired_capacity."""
    place = region, technology, year
    return linear([(1.0, model.retired_capacity[place])]) >= model.data.min_retired_capacity[place]
