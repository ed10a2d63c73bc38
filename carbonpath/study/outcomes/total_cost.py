"""Total discounted cost, the indicator ``total_cost``."""

from __future__ import annotations

from carbonpath.model.compiled import Key
from carbonpath.study.outcome import Ask, Reading


def reading(ask: Ask) -> Reading | None:
    """Return how the cost is read; None for other outcomes."""
    if ask.block.indicator != "total_cost":
        return None
    return Reading((ask.name,), sums=((Key("total_discounted_cost", (ask.region,)),),), unit="million CNY")
