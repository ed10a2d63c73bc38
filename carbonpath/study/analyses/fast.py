"""Shares of the variance at the frequencies of each factor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from SALib.analyze import fast
from scipy.special import stdtrit

from carbonpath.study.analyses.row import LEVEL, Row, whole_outcomes, with_margin
from carbonpath.study.designs.fast import Fast
from carbonpath.study.distribution import Floats
from carbonpath.study.drawn import unit_problem
from carbonpath.study.results import Results
from carbonpath.study.salib import quiet

NAME = "fast"
"""Name in tables."""


def applies(results: Results) -> bool:
    """Tell whether the design is of curves."""
    return isinstance(results.study.design, Fast)


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``S1`` and ``ST``, with intervals from the spread of repetitions.

    Drawing points of a curve anew, as SALib does for intervals, breaks the curve: its own remarks call them unreliable.
    """
    design = results.study.design
    if not isinstance(design, Fast):
        return
    problem = unit_problem(results.study.factors)
    for name, numbers in whole_outcomes(results, results.all_outcomes):
        curves = np.split(numbers, design.repeats)
        found = [_indices(problem, part, design.harmonics, results.study.head.seed) for part in curves]
        for position, factor in enumerate(results.names):
            for measure in ("S1", "ST"):
                yield _told(name, factor, measure, [float(part[measure][position]) for part in found])


def _indices(problem: dict[str, object], numbers: Floats, harmonics: int, seed: int) -> Mapping[str, Sequence[float]]:
    with quiet(seed) as given:
        found: Mapping[str, Sequence[float]] = fast.analyze(problem, numbers, M=harmonics, num_resamples=1, seed=given)
    return found


def _told(name: str, factor: str, measure: str, values: Sequence[float]) -> Row:
    """Return the mean over repetitions with Student's interval; without one if there is a single repetition."""
    mean, count = float(np.mean(values)), len(values)
    if count == 1:
        return Row(name, factor, measure, mean)
    spread = float(np.std(values, ddof=1)) / np.sqrt(count)
    return with_margin(name, factor, measure, mean, float(stdtrit(count - 1, 0.5 + LEVEL / 2.0)) * spread)
