"""What each outcome is at every combination of two factors of a grid."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from carbonpath.study.analyses.row import Row
from carbonpath.study.designs.grid import Grid
from carbonpath.study.results import Results

NAME = "pairs"
"""Name in tables."""


def applies(results: Results) -> bool:
    """Tell whether the design is a grid of two or more factors."""
    return isinstance(results.study.design, Grid) and len(results.study.design.levels) > 1


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``response`` of each pair of factors, the others at their first level, and ``no_plan`` without one."""
    design = results.study.design
    columns = [results.names.index(name) for name in design.levels] if isinstance(design, Grid) else []
    for one, other in combinations(columns, 2):
        rest = [column for column in columns if column not in (one, other)]
        first = results.values[0, rest]
        rows = np.flatnonzero(np.all(results.values[:, rest] == first, axis=1)).tolist()
        for name in results.single_outcomes:
            numbers = results.outcome(name)
            for row in rows:
                found = bool(np.isfinite(numbers[row]))
                yield Row(
                    name,
                    results.names[one],
                    "response" if found else "no_plan",
                    float(numbers[row]) if found else 1.0,
                    at=float(results.values[row, one]),
                    other=results.names[other],
                    at_other=float(results.values[row, other]),
                )
