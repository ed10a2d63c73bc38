"""What each outcome is along each factor alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from carbonpath.study.analyses.row import Row
from carbonpath.study.designs.one_at_a_time import OneAtATime
from carbonpath.study.drawn import nominal_row
from carbonpath.study.results import Results

NAME = "spider"
"""Name in tables."""


def applies(results: Results) -> bool:
    """Tell whether the design moves one factor at a time."""
    return isinstance(results.study.design, OneAtATime)


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``response`` at each value of each factor, the scenario's own among them, and ``no_plan`` without one."""
    nominal = nominal_row(results.study.factors)
    for name in results.single_outcomes:
        numbers = results.outcome(name)
        for column, factor in enumerate(results.names):
            moved = np.flatnonzero(results.values[:, column] != nominal[column])
            rows = np.array([0, *moved.tolist()])
            for row in rows[np.argsort(results.values[rows, column], kind="stable")].tolist():
                at = float(results.values[row, column])
                if np.isfinite(numbers[row]):
                    yield Row(name, factor, "response", float(numbers[row]), at=at)
                else:
                    yield Row(name, factor, "no_plan", 1.0, at=at)
