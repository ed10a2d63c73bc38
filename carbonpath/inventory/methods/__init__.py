"""Accounting methods, one file each, listed in reading order."""

from __future__ import annotations

from carbonpath.inventory.method import Method
from carbonpath.inventory.methods import (
    adipic_acid,
    captured_carbon,
    carbonate_use,
    cement,
    ceramics,
    chemicals,
    coke_calcining,
    coking,
    ethylene_oxide,
    feedstock,
    flaring,
    glass,
    hydrogen_production,
    iron_and_steel,
    lime,
    mobile_combustion,
    nitric_acid,
    petrochemicals,
    purchased_energy,
    reforming_regeneration,
    stationary_combustion,
    sulphur_recovery,
    waste_incineration,
)

METHODS: tuple[Method, ...] = (
    stationary_combustion,
    mobile_combustion,
    coking,
    iron_and_steel,
    carbonate_use,
    lime,
    cement,
    glass,
    ceramics,
    petrochemicals,
    reforming_regeneration,
    coke_calcining,
    sulphur_recovery,
    hydrogen_production,
    ethylene_oxide,
    chemicals,
    nitric_acid,
    adipic_acid,
    feedstock,
    flaring,
    waste_incineration,
    captured_carbon,
    purchased_energy,
)
"""Methods in reading order."""
