"""Charts drawn from indicator tables, one file each."""

from __future__ import annotations

from types import ModuleType

from carbonpath.charts import (
    allowance_position,
    clean_transport,
    co_control,
    coal_by_firm,
    emissions_by_sector,
    energy_mix,
    hydrogen,
    lmdi_waterfall,
    process_routes,
    trajectories,
)

CHARTS: tuple[ModuleType, ...] = (
    emissions_by_sector,
    trajectories,
    coal_by_firm,
    energy_mix,
    process_routes,
    clean_transport,
    hydrogen,
    lmdi_waterfall,
    allowance_position,
    co_control,
)
"""Every chart module in reading order; each has ``draw(indicators, options)``."""


def chart_name(chart: ModuleType) -> str:
    """Return the name of a chart for commands and files: ``emissions-by-sector``."""
    return chart.__name__.rpartition(".")[2].replace("_", "-")
