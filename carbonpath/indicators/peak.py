"""Peak level, peak year and plateau of the district's emissions, in both boundaries.

The peak year is the first year within a tolerance of the maximum: where emissions stay level for years, the year of the
largest number is decided by the last digit. The plateau is the unbroken stretch of years around it within 1 %; where
emissions come back within 1 % after a dip, the last such year is told as ``peak_return``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.indicators.emissions import BOUNDARIES, total_emissions
from carbonpath.indicators.rows import KEYS, stack
from carbonpath.indicators.tables import Specification, Tables


@dataclass(frozen=True, slots=True)
class Peak:
    """When and how high a path peaks."""

    year: int
    """First year within the tolerance of the maximum."""
    level: float
    """Maximum."""
    first: int
    """First year of the plateau."""
    last: int
    """Last year of the plateau."""
    back: int | None
    """Last year after the plateau that comes back to its level; None if none does."""


def find_peak(path: Mapping[int, float], tolerance: float, width: float) -> Peak:
    """Return the peak of a path of yearly values.

    Parameters
    ----------
    path
        Value by year, at least one.
    tolerance, width
        Relative distances from the maximum of the peak year and of the plateau (see `Specification`).
    """
    years = sorted(path)
    level = max(path.values())
    peak = next(year for year in years if path[year] >= level - tolerance * abs(level))
    high = [year for year in years if path[year] >= level - max(width, tolerance) * abs(level)]
    start = end = years.index(peak)
    while start > 0 and years[start - 1] in high:
        start -= 1
    while end < len(years) - 1 and years[end + 1] in high:
        end += 1
    back = high[-1] if high[-1] > years[end] else None
    return Peak(peak, level, years[start], years[end], back)


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``peak_level`` (Mt), ``peak_year``, ``plateau_first``, ``plateau_last`` and, after a dip, ``peak_return``.

    Each row stands in the year it names.
    """
    return stack([_indicate(tables, specification, boundary) for boundary in BOUNDARIES])


def _indicate(tables: Tables, specification: Specification, boundary: str) -> pd.DataFrame:
    peaks: list[dict[str, object]] = []
    for (scenario, region), path in total_emissions(tables, boundary).groupby(list(KEYS)):
        values = dict(zip(path["year"].tolist(), path["value"].tolist(), strict=True))
        peak = find_peak(values, specification.peak_tolerance, specification.plateau_width)
        where = {"scenario": scenario, "region": region, "boundary": boundary}
        peaks += [{**where, **told} for told in _told(peak)]
    return as_table(peaks, INDICATOR)


def _told(peak: Peak) -> list[dict[str, object]]:
    years = {"peak_year": peak.year, "plateau_first": peak.first, "plateau_last": peak.last, "peak_return": peak.back}
    level: dict[str, object] = {"indicator": "peak_level", "year": peak.year, "value": peak.level, "unit": "Mt"}
    return [
        level,
        *(
            {"indicator": name, "year": year, "value": float(year), "unit": "year"}
            for name, year in years.items()
            if year is not None
        ),
    ]
