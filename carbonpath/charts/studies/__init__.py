"""Charts of sensitivity studies, drawn from tables of indices and responses, one file each."""

from __future__ import annotations

from types import ModuleType

from carbonpath.charts.studies import fan, heat_map, morris, peak_histogram, scenario_box, sobol, spider, tornado

STUDY_CHARTS: tuple[ModuleType, ...] = (
    tornado,
    spider,
    heat_map,
    morris,
    sobol,
    fan,
    peak_histogram,
    scenario_box,
)
"""Every chart in reading order; each has ``draw(table, options, words)``."""
