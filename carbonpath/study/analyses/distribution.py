"""How far knowing a factor moves the whole distribution of an outcome: PAWN and Borgonovo's delta, from given data."""

from __future__ import annotations

from collections.abc import Iterator

from SALib.analyze import delta, pawn

from carbonpath.study.analyses.row import LEVEL, RESAMPLES, Row, partial_outcomes, with_margin
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.designs.table import Table
from carbonpath.study.drawn import unit_problem
from carbonpath.study.results import Results
from carbonpath.study.salib import quiet

NAME = "distribution"
"""Name in tables."""
ENOUGH = 50
"""Samples below which nothing is said."""
SLIDES = 10
"""Parts into which PAWN divides the range of a factor."""


def applies(results: Results) -> bool:
    """Tell whether the samples fill the space of the factors."""
    return isinstance(results.study.design, (LatinHypercube, Sobol, Table))


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``pawn`` (median distance) and ``delta`` with its interval, over the samples that have the outcome."""
    problem = unit_problem(results.study.factors)
    for name, numbers, there in partial_outcomes(results, tuple(results.outcomes)):
        if there.sum() < ENOUGH:
            continue
        shares, share = results.shares[there], float(there.mean())
        with quiet(results.study.head.seed) as seed:
            distances = pawn.analyze(problem, shares, numbers[there], S=SLIDES, seed=seed)
        with quiet(results.study.head.seed) as seed:
            moved = delta.analyze(
                problem, shares, numbers[there], num_resamples=RESAMPLES, conf_level=LEVEL, seed=seed, method="delta"
            )
        for position, factor in enumerate(results.names):
            yield Row(name, factor, "pawn", float(distances["median"][position]), share=share)
            value, margin = float(moved["delta_raw"][position]), float(moved["delta_raw_conf"][position])
            yield with_margin(name, factor, "delta", value, margin, share=share)
