"""What officials read off a solution: emissions, peak, energy, shares; one file each."""

from __future__ import annotations

from types import ModuleType

from carbonpath.indicators import (
    clean_transport,
    coal,
    cost,
    drivers,
    electricity,
    emission_drivers,
    emissions,
    energy_mix,
    ets_position,
    hydrogen,
    intensity,
    non_fossil,
    peak,
    pollutants,
    process_routes,
    sector_output,
)

INDICATORS: tuple[ModuleType, ...] = (
    emissions,
    peak,
    intensity,
    drivers,
    sector_output,
    emission_drivers,
    coal,
    energy_mix,
    electricity,
    non_fossil,
    process_routes,
    clean_transport,
    hydrogen,
    cost,
    pollutants,
    ets_position,
)
"""Every indicator module in reading order; each has ``indicate(tables, specification)``."""
