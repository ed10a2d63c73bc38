"""Which factors tell samples with a wanted outcome from the others (regional sensitivity, Monte Carlo filtering)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from SALib.analyze import rsa
from scipy.stats import ks_2samp

from carbonpath.study.analyses.row import Row, partial_outcomes, varies
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.designs.table import Table
from carbonpath.study.drawn import unit_problem
from carbonpath.study.outcome import FEASIBLE
from carbonpath.study.results import Results
from carbonpath.study.salib import quiet

NAME = "regional"
"""Name in tables."""
ENOUGH = 50
"""Samples below which nothing is said."""
BINS = 10
"""Parts into which the range of an outcome is divided."""


def applies(results: Results) -> bool:
    """Tell whether the samples fill the space of the factors."""
    return isinstance(results.study.design, (LatinHypercube, Sobol, Table))


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``regional`` by tenth of the outcome, relative to the largest.

    Between samples with and without a plan it yields ``ks``, and its p-value as ``ks_p``.
    """
    problem = unit_problem(results.study.factors)
    for name, numbers, there in partial_outcomes(results, results.single_outcomes):
        if there.sum() < ENOUGH or np.unique(numbers[there]).size < BINS:
            continue
        with quiet(results.study.head.seed) as seed:
            found = rsa.analyze(problem, results.shares[there], numbers[there], bins=BINS, seed=seed)
        for factor in results.names:
            for position, value in enumerate(np.asarray(found[factor], dtype=np.float64).tolist()):
                if np.isfinite(value):
                    yield Row(name, factor, "regional", value, at=position / BINS, share=float(there.mean()))
    yield from _feasible(results)


def _feasible(results: Results) -> Iterator[Row]:
    told = results.told
    feasible = results.outcome(FEASIBLE)
    if not told.any() or not varies(feasible[told]):
        return
    with_plan, without = results.shares[results.optimal], results.shares[told & ~results.optimal]
    for position, factor in enumerate(results.names):
        test = ks_2samp(with_plan[:, position], without[:, position])
        yield Row(FEASIBLE, factor, "ks", float(test.statistic), share=float(told.mean()))
        yield Row(FEASIBLE, factor, "ks_p", float(test.pvalue), share=float(told.mean()))
