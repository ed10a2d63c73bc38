"""When emissions peak, as rows of ``max_emission_ratio``: a year of the peak, or no rise after a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from carbonpath.system.change import Change
from carbonpath.system.system import System

MARGIN = 2e-4
"""How far the years before the peak stay below it, relatively: twice the distance within which two years count as
equally high, so that the peak year of the plan is the one asked for."""

Rule = Literal["peak", "no_rise"]
"""``peak``: no year is higher than the peak year, and earlier ones are lower. ``no_rise``: none is higher than the year
before, once the peak year is over."""


class Ratio(NamedTuple):
    """Emissions of a year are at most `ratio` times those of the reference year."""

    year: int
    """Year that is limited."""
    reference_year: int
    """Year with which it is compared."""
    ratio: float
    """Largest multiple."""


@dataclass(frozen=True, slots=True)
class Descent:
    """How emissions go after their peak, where they must not rise."""

    fall: float = 0.0
    """Relative fall in each year; a negative number allows a rise."""
    leeway: float = 0.0
    """How far, relatively, a year may stay above the level of the peak year less the falls since: the tolerance of a
    plateau. Without it each year is compared with the one before."""

    def ratio(self, peak_year: int, year: int) -> Ratio:
        """Return the ratio of a year after the peak."""
        if self.leeway == 0.0:
            return Ratio(year, year - 1, 1.0 - self.fall)
        return Ratio(year, peak_year, (1.0 + self.leeway) * (1.0 - self.fall) ** (year - peak_year))


STEADY = Descent()
"""No rise, and no more."""


def peak_ratios(
    years: tuple[int, ...], peak_year: int, rule: Rule = "peak", descent: Descent = STEADY
) -> tuple[Ratio, ...]:
    """Return the ratios that make `peak_year` the year of the peak, or the last before emissions never rise.

    Parameters
    ----------
    years
        Model years.
    peak_year
        One of them.
    rule
        What is asked of the other years.
    descent
        With ``no_rise``, how emissions go after the peak.
    """
    if rule == "no_rise":
        return tuple(descent.ratio(peak_year, year) for year in years if year > peak_year)
    others = (year for year in years if year != peak_year)
    return tuple(Ratio(year, peak_year, 1.0 - MARGIN if year < peak_year else 1.0) for year in others)


def peak_changes(
    system: System, boundary: str, peak_year: int, rule: Rule = "peak", descent: Descent = STEADY
) -> list[Change]:
    """Return the changes that ask `system` to peak in a year, in every region."""
    return [
        Change(
            "max_emission_ratio",
            {"region": region, "boundary": boundary, "year": ratio.year, "reference_year": ratio.reference_year},
            "set",
            ratio.ratio,
            unit="1",
            source=f"peak {peak_year}",
            lever="peak",
        )
        for region in system.regions
        for ratio in peak_ratios(system.years, peak_year, rule, descent)
    ]
