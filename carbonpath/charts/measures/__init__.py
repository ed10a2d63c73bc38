"""Charts of what measures save and cost, and of typical days, drawn from the tables of their commands."""

from __future__ import annotations

from types import ModuleType

from carbonpath.charts.measures import abatement_bars, allowance_cost, dispatch, price_sweep, wedges

MEASURE_CHARTS: tuple[ModuleType, ...] = (abatement_bars, price_sweep, wedges, allowance_cost, dispatch)
"""Every chart in reading order; each has ``draw(table, options)``."""
