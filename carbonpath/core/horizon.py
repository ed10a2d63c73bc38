"""Years of a study and values given at some of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence


def interpolate(points: Mapping[int, float], years: Sequence[int]) -> dict[int, float]:
    """Return values for `years` from values given at a few of them.

    Linear between the given years, constant after the last, absent before the first: a limit that starts in 2025
    says nothing about 2024.

    Parameters
    ----------
    points
        Values by year, at least one.
    years
        Years wanted.
    """
    given = sorted(points)
    result: dict[int, float] = {}
    for year in years:
        after = bisect_right(given, year)
        if after == 0:
            continue
        left = given[after - 1]
        if left == year or after == len(given):
            result[year] = points[left]
            continue
        right = given[after]
        weight = (year - left) / (right - left)
        result[year] = points[left] + weight * (points[right] - points[left])
    return result
