"""Level and year of the peak, and the plateau around it, by the rule of the indicators."""

from __future__ import annotations

from carbonpath.study.outcome import Ask, Reading
from carbonpath.study.outcomes.emissions import keys_of

NAMES = ("peak_level", "peak_year", "plateau_first", "plateau_last")
"""Indicators told here."""


def reading(ask: Ask) -> Reading | None:
    """Return how the peak is read; None for other outcomes."""
    if ask.block.indicator not in NAMES:
        return None
    years = ask.system.years
    unit = "Mt" if ask.block.indicator == "peak_level" else "year"
    sums = tuple(keys_of(ask, year) for year in years)
    return Reading((ask.name,), ask.block.indicator, sums, years=years, unit=unit)
