"""What the base year of a district tells the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.district import District

NEGLIGIBLE = 1e-9
"""Mt CO2 below which a residual is rounding."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the base year tells the model."""

    base_activity: Mapping[str, float] = field(default_factory=dict)
    """Activity of each surveyed technology in the base year."""
    base_demand: Mapping[str, float] = field(default_factory=dict)
    """Demand of the base year that the surveyed activity meets, by commodity."""
    scaling: pd.DataFrame = field(default_factory=pd.DataFrame)
    """Columns technology, commodity, role, library, surveyed, factor: each coefficient that the survey replaced."""
    residuals: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """Emissions of the inventory that no technology explains, Mt CO2, by firm and sector."""
    tolerance: float = 1e-5
    """Relative band within which base-year activity is held: surveys are rounded, so balances close no better."""


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A district whose base year is the survey's."""

    district: District
    """The district with the firms' own coefficients."""
    carbon: CarbonTable
    """Carbon by firm and commodity, the inventory's own."""
    calibration: Calibration
    """What was found."""
    problems: tuple[Problem, ...]
    """Warnings: scalings outside the band."""


def with_residuals(
    calibration: Calibration, inventory: Mapping[str, float], modelled: Mapping[str, float], sectors: Mapping[str, str]
) -> Calibration:
    """Return the calibration with what the model leaves unexplained, Mt CO2 by firm (scope 1, base year)."""
    found = {(firm, sectors[firm]): inventory[firm] - modelled.get(firm, 0.0) for firm in sorted(inventory)}
    return replace(calibration, residuals={key: value for key, value in found.items() if abs(value) > NEGLIGIBLE})


def residual_name(firm: str) -> str:
    """Return the technology that stands for the residual emissions of `firm`."""
    return f"{firm}.RESIDUAL"
