r"""No more stands closed before its time than stands at all.

.. math::
    X_{rty} \le K^0_{rty}

Counterparts: OSeMOSYS has none; TIMES early retirement (RCAP_BND).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every year in which residual capacity may close."""
    found: tuple[Index, ...] = model.sets.retired
    return found


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return retired_capacity <= residual_capacity."""
    place = region, technology, year
    return linear([(1.0, model.retired_capacity[place])]) <= model.data.residual_capacity[place]
