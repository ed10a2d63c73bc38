"""Under which rules a district is accounted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Specification:
    """Rules of one inventory, the same for all its years, so that the years can be compared."""

    guidelines: Mapping[str, str] = field(default_factory=dict)
    """Guideline id (reference table `guidelines`) by firm."""
    default_guideline: str = ""
    """Guideline of the firms that are not named; blank: every firm must be named."""
    gwp_metric: str = "AR5GWP100"
    """Global warming potentials in which the gases are added."""
    region: str = "national"
    """Region of the grid factor."""
    grid_series: str = "grid_average"
    """Series of the grid factor: with or without the traded non-fossil power, or the series of the carbon market."""

    equipment: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Kind of furnace or boiler (reference table `equipment`) by firm and facility; by category where none is named."""

    def guideline_of(self, firm: str) -> str:
        """Return the guideline id of a firm; blank if it has none."""
        return self.guidelines.get(firm, self.default_guideline)
