"""Charts of what measures save and cost, drawn from the tables of their commands, one file each."""

from __future__ import annotations

from types import ModuleType

from carbonpath.charts.measures import abatement_bars, allowance_cost, price_sweep, wedges

MEASURE_CHARTS: tuple[ModuleType, ...] = (abatement_bars, price_sweep, wedges, allowance_cost)
"""Every chart in reading order; each has ``draw(table, options)``."""
