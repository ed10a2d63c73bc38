"""What is known of factors: measured at firms, told by suppliers, given by guidelines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carbonpath.inventory.measured import Measured
from carbonpath.reference.factors import Factors
from carbonpath.reference.guidelines import Guideline


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything from which a factor may be chosen."""

    measured: Measured
    """Measured properties."""
    suppliers: Mapping[tuple[str, str, int], str]
    """The one firm of the district from which a firm buys an item in a year, by firm, item and year."""
    guideline_by_firm: Mapping[str, str]
    """Guideline id of each firm."""
    guidelines: Mapping[str, Guideline]
    """Guidelines by id."""
    equipment: Mapping[tuple[str, str], str]
    """Kind of furnace or boiler by firm and facility, where the bureau names it."""
    factors: Factors
    """Reference tables."""
