r"""Annual activity in one mode stays above its limit.

.. math::
    \sum_{l} A_{rtmly} \ge \underline{A}^m_{rtmy}

Counterparts: OSeMOSYS has none, MUIO LU2; TIMES ACT_BND of a process of its own.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.expressions.annual_activity import mode_activity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``min_mode_activity`` where the technology can run in the mode."""
    rows = sorted(model.data.min_mode_activity)
    return tuple((r, t, m, y) for r, t, m, y in rows if m in model.sets.modes_of.get((r, t, y), ()))


def rule(model: Model, region: str, technology: str, mode: str, year: int) -> Any:
    """Return activity of all timeslices >= min_mode_activity."""
    terms = mode_activity(model, region, technology, mode, year)
    return linear(terms) >= model.data.min_mode_activity[region, technology, mode, year]
