"""The choices that turn a district into a model."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SystemSpecification:
    """Choices that turn a district into a model."""

    region: str
    """Name of the one region."""
    first_year: int
    """First model year, the base year of calibration and discounting."""
    last_year: int
    """Last model year."""
    discount_rate: float
    """Real social discount rate."""
    demand_variant: str = "plan"
    """Variant of demand.csv: plan, low, base or high."""
    price_variant: str = "base"
    """Variant of prices.csv after history: low, base or high."""
    allocation: str = "benchmark"
    """Free allocation: benchmark (free_allocation.csv) or rules (of the market of each firm, see `allocated`)."""
    emission_price_item: str = "carbon_national_CEA"
    """Item of prices.csv that is the price of CO2: allowances of the national market unless another is wanted."""
    imported_energy: str = "electricity"
    """Commodity whose purchase beyond the district carries the emission of its making (scope 2): grid power."""
    grid_region: str = ""
    """Region of grid_factors.csv from which that commodity comes; blank: the only region of the file."""

    @property
    def years(self) -> tuple[int, ...]:
        """Model years."""
        return tuple(range(self.first_year, self.last_year + 1))
