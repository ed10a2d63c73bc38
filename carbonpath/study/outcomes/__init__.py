"""Outcomes that are read off the columns of a solution; the last one is asked where no other knows the way."""

from __future__ import annotations

from types import ModuleType

from carbonpath.study.outcomes import emissions, groups, indicator, peak, quantity, total_cost

OUTCOMES: tuple[ModuleType, ...] = (total_cost, emissions, peak, groups, quantity, indicator)
"""Modules in the order in which they are asked; each has ``reading(ask)``."""
