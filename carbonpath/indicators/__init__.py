"""What officials read off a solution: emissions, peak, energy, shares; one file each."""

from __future__ import annotations

from types import ModuleType

from carbonpath.indicators import (
    clean_transport,
    coal,
    cost,
    electricity,
    emissions,
    energy_mix,
    hydrogen,
    intensity,
    peak,
    process_routes,
)

INDICATORS: tuple[ModuleType, ...] = (
    emissions,
    peak,
    intensity,
    coal,
    energy_mix,
    electricity,
    process_routes,
    clean_transport,
    hydrogen,
    cost,
)
"""Every indicator module in reading order; each has ``indicate(tables, specification)``."""
