"""Filling a year that a series lacks (IPCC 2006 Volume 1 Chapter 5, splicing techniques).

- overlap (equation 5.1): ``y_0 = x_0 x mean of (y_i / x_i)`` over the years that both series have;
- surrogate (equation 5.2): ``y_0 = y_t x s_0 / s_t`` with the nearest year t;
- interpolation: a straight line between the nearest years on both sides;
- extrapolation: the straight line through the two nearest years.
"""

from __future__ import annotations

from collections.abc import Mapping

Series = Mapping[int, float]
"""Values by year."""

TECHNIQUES = ("overlap", "surrogate", "interpolation", "extrapolation")
"""Techniques, in the order of the guidelines."""


def overlap(series: Series, other: Series, year: int) -> float:
    """Return the value of `year` from another series, levelled where both overlap.

    Raises
    ------
    ValueError
        If `other` lacks the year, or no year is common to both.
    """
    common = [when for when in sorted(series) if other.get(when)]
    if year not in other or not common:
        raise ValueError(year)
    return other[year] * sum(series[when] / other[when] for when in common) / len(common)


def surrogate(series: Series, driver: Series, year: int) -> float:
    """Return the value of the nearest year, moved as its driver moved.

    Raises
    ------
    ValueError
        If the driver lacks the year or is zero or unknown in every year of the series.
    """
    near = nearest(series, year, {when for when in driver if driver[when]})
    if near is None or year not in driver:
        raise ValueError(year)
    return series[near] * driver[year] / driver[near]


def interpolation(series: Series, year: int) -> float:
    """Return the value on the straight line between the nearest years before and after.

    Raises
    ------
    ValueError
        If the series has no year on one side.
    """
    before = max((when for when in series if when < year), default=None)
    after = min((when for when in series if when > year), default=None)
    if before is None or after is None:
        raise ValueError(year)
    return _line(series, before, after, year)


def extrapolation(series: Series, year: int) -> float:
    """Return the value on the straight line through the two nearest years.

    Raises
    ------
    ValueError
        If the series has fewer than two years.
    """
    near = sorted(series, key=lambda when: (abs(when - year), when))[:2]
    if len(near) < 2:
        raise ValueError(year)
    return _line(series, near[0], near[1], year)


def nearest(series: Series, year: int, among: set[int] | None = None) -> int | None:
    """Return the allowed year of the series nearest to `year`, the earlier of two; None if there is none."""
    allowed = [when for when in series if among is None or when in among]
    return min(allowed, key=lambda when: (abs(when - year), when), default=None)


def _line(series: Series, one: int, other: int, year: int) -> float:
    share = (year - one) / (other - one)
    return series[one] + share * (series[other] - series[one])
