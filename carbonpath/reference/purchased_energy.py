"""Emission factors of purchased power and heat, by region and year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.reference.factors import Factors


@dataclass(frozen=True, slots=True)
class EnergyFactor:
    """One emission factor of purchased energy, and how well it fits what was asked."""

    value: float
    """Factor in `unit`."""
    unit: str
    """tCO2/MWh or tCO2/GJ."""
    region: str
    """Region of the number."""
    year: int
    """Year of the number; 0: any year."""
    source: str
    """Document and clause."""
    confidence: str
    """Confidence of the number."""
    exact: bool
    """Whether it is of the year that was asked."""


def electricity_factor(factors: Factors, region: str, year: int, kind: str = "grid_average") -> EnergyFactor:
    """Return the factor of grid power of `region` in `year`.

    Where the series has no number for the year, the nearest year of the same region serves (the earlier of two
    equally near), and `exact` is false.

    Raises
    ------
    DataError
        CP-312 if the series has no number for the region.
    """
    return _nearest(factors, kind, region, year)


def heat_factor(factors: Factors) -> EnergyFactor:
    """Return the default factor of purchased heat (the same in all guidelines and years)."""
    return _nearest(factors, "heat", "national", 0)


@lru_cache(maxsize=256)
def _nearest(factors: Factors, kind: str, region: str, year: int) -> EnergyFactor:
    table = factors.purchased_energy
    series = table[table["kind"] == kind]
    rows = series[series["region"] == region]
    if rows.empty:
        known = ", ".join(sorted(series["region"].unique()))
        raise DataError(Problem("CP-312", value=region, details={"series": kind, "known": known}))
    distance = (rows["year"] - year).abs()
    row = rows.assign(distance=distance).sort_values(["distance", "year"]).iloc[0]
    return EnergyFactor(
        value=float(row["value"]),
        unit=str(row["unit"]),
        region=region,
        year=int(row["year"]),
        source=", ".join(part for part in (str(row["source"]), str(row["clause"])) if part),
        confidence=str(row["confidence"]),
        exact=int(row["year"]) == year,
    )
