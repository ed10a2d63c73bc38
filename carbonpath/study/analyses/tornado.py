"""What each outcome is at the two ends of each factor alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from carbonpath.study.analyses.row import Row
from carbonpath.study.designs.one_at_a_time import OneAtATime
from carbonpath.study.drawn import nominal_row
from carbonpath.study.results import Results

NAME = "tornado"
"""Name in tables."""


def applies(results: Results) -> bool:
    """Tell whether the design moves one factor at a time."""
    return isinstance(results.study.design, OneAtATime)


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``base``, and ``low_end`` and ``high_end`` of each factor at its value there.

    An end without a plan is told as ``no_plan``.
    """
    nominal = nominal_row(results.study.factors)
    for name in results.single_outcomes:
        numbers = results.outcome(name)
        if np.isfinite(numbers[0]):
            yield Row(name, "", "base", float(numbers[0]))
        for column, factor in enumerate(results.names):
            moved = np.flatnonzero(results.values[:, column] != nominal[column])
            if not moved.size:
                continue
            values = results.values[moved, column]
            ends = {"low_end": moved[np.argmin(values)], "high_end": moved[np.argmax(values)]}
            for measure, row in ends.items():
                at = float(results.values[row, column])
                if np.isfinite(numbers[row]):
                    yield Row(name, factor, measure, float(numbers[row]), at=at)
                else:
                    yield Row(name, factor, "no_plan", 1.0, at=at)
