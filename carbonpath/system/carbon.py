"""Carbon of commodities: how much CO2 one unit holds, and how much of it burning releases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CO2_PER_CARBON = 44 / 12
"""Mass of CO2 for each mass of carbon (molar masses 44 and 12)."""


@dataclass(frozen=True, slots=True)
class Carbon:
    """Carbon of one commodity."""

    content: float
    """tCO2 that the carbon of one unit would make if all of it were oxidised."""
    oxidation: float
    """Share of the carbon that burning oxidises, 0 to 1."""
    source: str
    """Where the two come from, with confidence."""

    @property
    def burnt(self) -> float:
        """Emission of burning one unit, tCO2."""
        return self.content * self.oxidation


NO_CARBON = Carbon(0.0, 1.0, "no carbon")
"""Carbon of what holds none."""


@dataclass(frozen=True, slots=True)
class CarbonTable:
    """Carbon of every commodity by firm: what the firm measured, else the default."""

    defaults: Mapping[str, Carbon]
    """Default by commodity (name without firm)."""
    measured: Mapping[tuple[str, str], Carbon]
    """What a firm's own inventory says, by firm and commodity."""

    def knows(self, firm: str, commodity: str) -> bool:
        """Tell whether the firm's inventory or the defaults say how much carbon `commodity` holds at `firm`."""
        return (firm, commodity) in self.measured or commodity in self.defaults

    def of(self, firm: str, commodity: str) -> Carbon:
        """Return the carbon of `commodity` at `firm`; none if nobody says that it holds any."""
        return self.measured.get((firm, commodity)) or self.defaults.get(commodity, NO_CARBON)
