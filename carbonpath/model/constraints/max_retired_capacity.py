r"""Of the residual capacity at most a limit stands closed before its time.

.. math::
    X_{rty} \le \bar{X}_{rty}

Closing is possible only in years that have this row or a lower limit.

Counterparts: OSeMOSYS has none; TIMES RCAP_BND(UP).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_retired_capacity`` where something stands."""
    places = set(model.sets.retired)
    return tuple(place for place in sorted(model.data.max_retired_capacity) if place in places)


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return retired_capacity <= max_retired_capacity."""
    place = region, technology, year
    return linear([(1.0, model.retired_capacity[place])]) <= model.data.max_retired_capacity[place]
