"""How an outcome spreads over all states of the world, how bad it may get, and how often it is good enough."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from carbonpath.study.analyses.intervals import bootstrap, wilson
from carbonpath.study.analyses.row import Row
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.designs.table import Table
from carbonpath.study.distribution import Floats
from carbonpath.study.results import Mask, Results

NAME = "robustness"
"""Name in tables."""
QUANTILES = (0.05, 0.5, 0.95)
"""Shares of samples below each of the quantiles told."""


def applies(results: Results) -> bool:
    """Tell whether the samples stand for states of the world."""
    return isinstance(results.study.design, (LatinHypercube, Sobol, Table))


def analyse(results: Results) -> Iterator[Row]:
    """Yield the spread over the samples with a plan, and ``meets``.

    The spread is ``mean``, ``deviation``, ``p05``, ``p50``, ``p95`` and ``worst``.

    ``meets`` is the share of all samples that say something in which the outcome is at least as good as its `target`: a
    sample without a plan does not meet it (satisficing, Starr's domain criterion).
    """
    for name in results.single_outcomes:
        numbers, block = results.outcome(name), results.study.outcomes[name]
        there = np.isfinite(numbers)
        if not there.any():
            continue
        share = float(there.mean())
        for measure, value, low, high in _spread(numbers[there], block.better == "low", results.study.head.seed):
            yield Row(name, "", measure, value, low, high, share=share)
        if block.target is not None:
            good = numbers <= block.target if block.better == "low" else numbers >= block.target
            yield _meets(name, good, block.target, results.told)


def _spread(numbers: Floats, low_is_better: bool, seed: int) -> Iterator[tuple[str, float, float, float]]:
    def of(values: Floats) -> Floats:
        return np.array([values.mean(), values.std(), *np.quantile(values, QUANTILES)])

    names = ("mean", "deviation", *(f"p{round(100 * quantile):02d}" for quantile in QUANTILES))
    low, high = bootstrap(lambda rows: of(numbers[rows]), numbers.size, seed)
    yield from zip(names, of(numbers).tolist(), low.tolist(), high.tolist(), strict=True)
    worst = float(numbers.max() if low_is_better else numbers.min())
    yield "worst", worst, worst, worst


def _meets(name: str, good: Mask, target: float, told: Mask) -> Row:
    count, size = int(np.sum(good & told)), int(told.sum())
    return Row(name, "", "meets", count / size, *wilson(count, size), at=target, share=float(told.mean()))
