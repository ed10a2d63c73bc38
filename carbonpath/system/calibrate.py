"""Fitting a district to its inventory: the base year of the model is what the firms reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the base year tells the model."""

    base_activity: Mapping[str, float] = field(default_factory=dict)
    """Activity of each surveyed technology in the base year."""
    base_demand: Mapping[str, float] = field(default_factory=dict)
    """Demand of the base year that the surveyed activity meets, by commodity."""
    residuals: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """Emissions of the inventory that no technology explains, Mt CO2, by firm and sector."""
    tolerance: float = 1e-4
    """Relative band within which base-year activity is held."""
