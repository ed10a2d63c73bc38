"""What a reader may choose about a chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from carbonpath.core.messages import Language

Style = Literal["report", "slide"]


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """Language, page and names of a chart."""

    language: Language = "zh"
    """Language of all words."""
    style: Style = "report"
    """``report``: 16 cm wide for a Word page; ``slide``: 16:9 for a projector."""
    title: bool = True
    """Whether the title stands in the figure; a report writes it as a caption instead."""
    source: Literal["scenario", "inventory"] = "scenario"
    """Whence the numbers are: the results of scenarios, or the inventory."""
    illustrative: bool = False
    """Whether the data are an example: then the source line says so."""
    boundary: str = "scope1"
    """Boundary of emissions, where a chart shows them: ``scope1`` or ``scope1+import``."""
    plateau_width: float = 0.01
    """Width of the plateau that the indicators were built with, for the words that explain it."""
    scenario_labels: Mapping[str, str] = field(default_factory=dict)
    """Names of scenarios for the reader; a scenario without one is shown by its own name."""
    firm_labels: Mapping[str, str] = field(default_factory=dict)
    """Names of firms for the reader; a firm without one is shown by its id."""

    def scenario(self, name: str) -> str:
        """Return the name of a scenario for the reader."""
        return self.scenario_labels.get(name, name)
