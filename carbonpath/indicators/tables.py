"""What the indicators read: the answer of the model and the entities that its names stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from carbonpath.core.schemas import Column, Schema
from carbonpath.core.tables import empty_table

LIMITS = Schema(
    "LIMITS",
    (
        Column("scenario", "str", "name of the scenario"),
        Column("parameter", "str", "max_group_activity, min_group_share and their like"),
        Column("region", "str", "region of the system"),
        Column("group", "str", "group that is limited, e.g. coal_use"),
        Column("reference_group", "str", "group in the denominator of a share; blank: none"),
        Column("year", "int", "calendar year"),
        Column("value", "float", "limit, in the unit of the group or as a share"),
    ),
)
"""Limits on groups that stand beside an indicator: the coal cap, the rule of clean transport."""

GDP = Schema(
    "GDP",
    (
        Column("region", "str", "region of the system"),
        Column("year", "int", "calendar year"),
        Column("value", "float", "gross domestic product in constant prices, any base"),
    ),
)
"""Gross domestic product, for intensities."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Results of one or several scenarios with the entities they name."""

    result: pd.DataFrame
    """Table RESULT."""
    technologies: pd.DataFrame
    """Table TECHNOLOGIES of the system."""
    commodities: pd.DataFrame
    """Table COMMODITIES of the system."""
    groups: pd.DataFrame
    """Table GROUPS of the system."""
    limits: pd.DataFrame = field(default_factory=lambda: empty_table(LIMITS))
    """Table LIMITS; without rows where nothing is limited."""
    gdp: pd.DataFrame = field(default_factory=lambda: empty_table(GDP))
    """Table GDP; without rows where it is unknown."""


@dataclass(frozen=True, slots=True)
class Specification:
    """Choices that indicators leave open."""

    peak_tolerance: float = 1e-4
    """Relative distance from the maximum within which the first year counts as the peak year: the accuracy that a
    least-cost solution deserves, so that a tie of two years is not decided by rounding."""
    plateau_width: float = 0.01
    """Relative distance from the maximum within which years count as the plateau around the peak."""
