"""Shares of the variance at the frequencies of each factor."""

from __future__ import annotations

from collections.abc import Iterator

from SALib.analyze import fast

from carbonpath.study.analyses.row import LEVEL, RESAMPLES, Row, whole_outcomes, with_margin
from carbonpath.study.designs.fast import Fast
from carbonpath.study.drawn import unit_problem
from carbonpath.study.results import Results
from carbonpath.study.salib import quiet

NAME = "fast"
"""Name in tables."""


def applies(results: Results) -> bool:
    """Tell whether the design is of curves."""
    return isinstance(results.study.design, Fast)


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``S1`` and ``ST`` with intervals."""
    design = results.study.design
    if not isinstance(design, Fast):
        return
    problem = unit_problem(results.study.factors)
    for name, numbers in whole_outcomes(results, results.all_outcomes):
        with quiet(results.study.head.seed) as seed:
            found = fast.analyze(
                problem, numbers, M=design.harmonics, num_resamples=RESAMPLES, conf_level=LEVEL, seed=seed
            )
        for position, factor in enumerate(results.names):
            for measure in ("S1", "ST"):
                margin = float(found[f"{measure}_conf"][position])
                yield with_margin(name, factor, measure, float(found[measure][position]), margin)
