"""Charts of what nearly the least cost leaves open, drawn from the tables of their commands, one file each."""

from __future__ import annotations

from types import ModuleType

from carbonpath.charts.windows import alternatives, extents, futures, peak_window

WINDOW_CHARTS: tuple[ModuleType, ...] = (peak_window, extents, alternatives, futures)
"""Every chart in reading order; each has ``draw(table, options)``."""
