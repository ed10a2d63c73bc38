"""Accounting methods, one file each, listed in reading order."""

from __future__ import annotations

from carbonpath.inventory.method import Method
from carbonpath.inventory.methods import (
    carbonate_use,
    cement,
    coking,
    feedstock,
    flaring,
    glass,
    hydrogen_production,
    iron_and_steel,
    mobile_combustion,
    petrochemicals,
    purchased_energy,
    stationary_combustion,
)

METHODS: tuple[Method, ...] = (
    stationary_combustion,
    mobile_combustion,
    coking,
    iron_and_steel,
    carbonate_use,
    cement,
    glass,
    petrochemicals,
    hydrogen_production,
    feedstock,
    flaring,
    purchased_energy,
)
"""Methods in reading order."""
