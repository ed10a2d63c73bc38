r"""Annual activity stays below its limit.

.. math::
    A^a_{rty} \le \bar{A}_{rty}

Counterparts: OSeMOSYS AAC2; TIMES ACT_BND(UP).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.expressions.annual_activity import annual_activity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_activity`` where the technology can run."""
    return tuple(place for place in sorted(model.data.max_activity) if place in model.sets.modes_of)


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return annual_activity <= max_activity."""
    active = annual_activity(model, region, technology, year)
    return linear(active.terms) <= model.data.max_activity[region, technology, year]
