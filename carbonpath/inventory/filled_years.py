"""Firm-years that nobody reported, filled by splicing and marked as such in every row.

A row of the filled year keeps facility, category, gas and item of the years reported; its method is the technique
(``spliced_interpolation``), its tier 1, its origin tells technique, years and reason, and its uncertainty is that of
numbers that a firm estimates. Only emissions are filled: amounts of energy and coal of that year stay unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import EMISSIONS
from carbonpath.core.tables import as_table
from carbonpath.inventory.choice import DEFAULT_TIER, Floats
from carbonpath.inventory.row_uncertainty import interval
from carbonpath.inventory.splicing import (
    TECHNIQUES,
    Series,
    extrapolation,
    interpolation,
    nearest,
    overlap,
    surrogate,
)
from carbonpath.reference.factors import Factors

_MASSES = ("value", "co2_equivalent")
_STREAM = ["firm", "facility", "sector", "category", "scope", "item", "gas", "unit", "gwp_metric"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A firm-year to be filled, as the bureau asks for it."""

    firm: str
    """Firm."""
    year: int
    """Year that nobody reported."""
    technique: str
    """One of TECHNIQUES."""
    series: str
    """Name of the series of overlap or surrogate; blank for the others."""
    reason: str
    """Why the year is missing and why this technique serves."""
    place: str
    """File and row in which it is asked for."""


def check_gaps(gaps: tuple[Gap, ...], emissions: pd.DataFrame, series: Mapping[str, Series]) -> list[Problem]:
    """Return what keeps firm-years from being filled.

    CP-370 unknown technique; CP-371 the firm reported the year; CP-372 the technique lacks years or its series.
    """
    problems: list[Problem] = []
    for gap in gaps:
        own = _totals(emissions[emissions["firm"] == gap.firm])
        details = {"firm": gap.firm, "year": str(gap.year), "technique": gap.technique}
        details |= {"known": ", ".join(TECHNIQUES), "series": gap.series, "years": ", ".join(map(str, sorted(own)))}
        if gap.technique not in TECHNIQUES:
            problems.append(Problem("CP-370", place=gap.place, value=gap.technique, details=details))
        elif gap.year in own:
            problems.append(Problem("CP-371", place=gap.place, value=str(gap.year), details=details))
        elif not _fillable(gap, own, series):
            problems.append(Problem("CP-372", place=gap.place, value=gap.technique, details=details))
    return problems


def fill_years(
    emissions: pd.DataFrame, gaps: tuple[Gap, ...], series: Mapping[str, Series], factors: Factors
) -> pd.DataFrame:
    """Return EMISSIONS with the firm-years that `gaps` name.

    Raises
    ------
    DataError
        CP-370 to CP-372, every one.
    """
    require_valid(check_gaps(gaps, emissions, series), DataError)
    parts = [emissions, *(_filled(gap, emissions[emissions["firm"] == gap.firm], series, factors) for gap in gaps)]
    return as_table(pd.concat(parts, ignore_index=True), EMISSIONS)


def told_gaps(gaps: tuple[Gap, ...]) -> list[Problem]:
    """Return a warning for each firm-year that was filled (CP-373)."""
    return [
        Problem(
            "CP-373",
            place=gap.place,
            value=gap.technique,
            details={"firm": gap.firm, "year": str(gap.year), "reason": gap.reason},
            severity="warning",
        )
        for gap in gaps
    ]


def _filled(gap: Gap, own: pd.DataFrame, series: Mapping[str, Series], factors: Factors) -> pd.DataFrame:
    mass = own.groupby([*_STREAM, "year"], sort=True)[["value", "co2_equivalent"]].sum().reset_index()
    wide = {name: mass.pivot_table(index=_STREAM, columns="year", values=name).fillna(0.0) for name in _MASSES}
    filled = {name: _values(gap, table, _totals(own), series) for name, table in wide.items()}
    rows = wide["value"].index.to_frame(index=False).assign(**filled)
    width = interval(factors, "activity", "estimated").half_width
    years = ", ".join(map(str, sorted(_totals(own))))
    told = f"{gap.technique} from {years}{f' by {gap.series}' if gap.series else ''}"
    return rows.assign(
        year=gap.year,
        method=f"spliced_{gap.technique}",
        tier=DEFAULT_TIER,
        factor_source=f"{told}: {gap.reason} (IPCC 2006 Volume 1 Chapter 5; assumed)",
        uncertainty=float(width),
        activity_uncertainty=float(width),
        factor_uncertainty=0.0,
        factor_lower=0.0,
        factor_upper=0.0,
        source=gap.place,
    )


def _values(gap: Gap, wide: pd.DataFrame, totals: Series, series: Mapping[str, Series]) -> Floats:
    """Return the mass of each stream in the year to be filled.

    Interpolation fills each stream; the other techniques give the total, which has the streams of the nearest year.
    """
    if gap.technique == "interpolation":
        before, after = max(when for when in totals if when < gap.year), min(when for when in totals if when > gap.year)
        share = (gap.year - before) / (after - before)
        one, other = (wide[year].to_numpy(dtype=float) for year in (before, after))
        between: Floats = one + share * (other - one)
        return between
    near = nearest(totals, gap.year)
    if near is None or not totals[near]:
        return np.zeros(len(wide))
    scaled: Floats = wide[near].to_numpy(dtype=float) * _total(gap, totals, series) / totals[near]
    return scaled


def _total(gap: Gap, own: Series, series: Mapping[str, Series]) -> float:
    """Return scope 1 of the year to be filled.

    Raises
    ------
    ValueError
        If the technique lacks years or its series.
    """
    if gap.technique == "interpolation":
        return interpolation(own, gap.year)
    if gap.technique == "extrapolation":
        return extrapolation(own, gap.year)
    technique = overlap if gap.technique == "overlap" else surrogate
    return technique(own, series.get(gap.series, {}), gap.year)


def _fillable(gap: Gap, own: Series, series: Mapping[str, Series]) -> bool:
    try:
        _total(gap, own, series)
    except ValueError:
        return False
    return True


def _totals(own: pd.DataFrame) -> Series:
    """Return scope 1 of a firm by year, tCO2e."""
    direct = own[own["scope"] == 1]
    return {int(str(year)): float(value) for year, value in direct.groupby("year")["co2_equivalent"].sum().items()}
