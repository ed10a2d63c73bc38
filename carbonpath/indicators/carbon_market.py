"""Who takes part in which carbon market, and by which rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from carbonpath.reference.allowances import Allowances

Market = Literal["national_power", "national_steel", "national_cement", "pilot"]

Method = Literal["historical_emission", "historical_intensity", "benchmark"]


@dataclass(frozen=True, slots=True)
class PowerUnits:
    """Units of one library entry in the national market for power, wherever a firm owns them."""

    entry: str
    """Library entry."""
    product_class: str
    """Class of the benchmark, e.g. ``coal_le300mw``."""
    output: Literal["power", "heat"]
    """What they are given allowances for."""
    own_use: float = 0.0
    """Share of generation that the unit itself uses: output is told as supplied, benchmarks may count generation."""
    peaking: bool = False
    """Whether the correction for load applies (conventional coal)."""
    as_emitted: bool = False
    """Whether allowances are what the units emit, instead of a benchmark."""


@dataclass(frozen=True, slots=True)
class Enterprise:
    """A steelworks or clinker producer in the national market."""

    firm: str
    """Firm."""
    market: Market
    """``national_steel`` or ``national_cement``."""
    product: str
    """Commodity, without the firm, whose production measures intensity: hot metal, clinker."""
    entries: tuple[str, ...]
    """Library entries whose emissions measure intensity."""
    whole_firm: bool
    """Whether allowances cover the emissions of the whole firm; otherwise those of `entries` alone, line by line."""
    pool: str = ""
    """Commodity of the works' gas, whose emissions are booked where it is mixed; blank: none."""
    product_carbon: float = 0.0
    """CO2 that stays in a tonne of the product and counts in the intensity, t/t."""
    excluded: tuple[str, ...] = ()
    """Library entries outside the boundary, such as vehicles."""
    balance: Mapping[int, float] = field(default_factory=dict)
    """Balance value of the industry by year, t/t; constant after the last."""


@dataclass(frozen=True, slots=True)
class PilotFirm:
    """A firm in the pilot market."""

    firm: str
    """Firm."""
    method: Method
    """Rule by which its allowances are found."""
    product: str = ""
    """Commodity, without the firm, that measures output; blank for historical emission."""
    benchmark: float = 0.0
    """t per unit of output, for the benchmark rule."""
    first: int = 2014
    """First compliance year."""
    last: int = 0
    """Last compliance year; 0: still in the pilot."""


@dataclass(frozen=True, slots=True)
class CarbonMarket:
    """Participants of a district and the rules that they are under."""

    allowances: Allowances
    """Rules."""
    power: tuple[PowerUnits, ...] = ()
    """Units of the national market for power."""
    power_first: int = 2020
    """First compliance year of power."""
    enterprises: tuple[Enterprise, ...] = ()
    """Steel and cement."""
    pilot: tuple[PilotFirm, ...] = ()
    """Firms of the pilot."""
    base_years: tuple[int, ...] = ()
    """Years whose mean is the history of the pilot."""
    free_share: Mapping[int, float] = field(default_factory=dict)
    """Share of allowances that is free, by year; all of them before the first."""
    prices: Mapping[str, Mapping[int, float]] = field(default_factory=dict)
    """Price by market (``national``, ``pilot``) and year, CNY/t."""

    def power_entries(self) -> frozenset[str]:
        """Return the library entries of the national market for power: they count in no other market."""
        return frozenset(units.entry for units in self.power)

    def power_rule(self, entry: str) -> PowerUnits:
        """Return the rule of a library entry of the national market for power."""
        return next(units for units in self.power if units.entry == entry)
