r"""Annual activity stays above its limit.

.. math::
    A^a_{rty} \ge \underline{A}_{rty}

Counterparts: OSeMOSYS AAC3; TIMES ACT_BND(LO).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.expressions.annual_activity import annual_activity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``min_activity`` where the technology can run."""
    return tuple(place for place in sorted(model.data.min_activity) if place in model.sets.modes_of)


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return annual_activity >= min_activity."""
    active = annual_activity(model, region, technology, year)
    return linear(active.terms) >= model.data.min_activity[region, technology, year]
