"""How far knowing a factor moves the whole distribution of an outcome: PAWN and Borgonovo's delta, from given data."""

from __future__ import annotations

from collections.abc import Iterator

from SALib.analyze import pawn

from carbonpath.study.analyses.delta import delta_index
from carbonpath.study.analyses.row import Row, partial_outcomes
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
    for name, numbers, there in partial_outcomes(results, results.single_outcomes):
        if there.sum() < ENOUGH:
            continue
        shares, share = results.shares[there], float(there.mean())
        with quiet(results.study.head.seed) as seed:
            distances = pawn.analyze(problem, shares, numbers[there], S=SLIDES, seed=seed)
        for position, factor in enumerate(results.names):
            yield Row(name, factor, "pawn", float(distances["median"][position]), share=share)
            moved = delta_index(shares[:, position], numbers[there], results.study.head.seed)
            yield Row(name, factor, "delta", *moved, share=share)
