"""Charts of what measures save and cost, and of typical days, drawn from the tables of their commands."""

from __future__ import annotations

from types import ModuleType

from carbonpath.charts.measures import abatement_bars, dispatch, price_sweep, wedges

MEASURE_CHARTS: tuple[ModuleType, ...] = (abatement_bars, price_sweep, wedges, dispatch)
"""Every chart in reading order; each has ``draw(table, options)``."""
