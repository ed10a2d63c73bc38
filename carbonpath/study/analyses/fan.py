"""The spread of paths, year by year."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from carbonpath.study.analyses.row import Row
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.designs.table import Table
from carbonpath.study.results import Results

NAME = "fan"
"""Name in tables."""
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Shares of samples below each line of the fan."""


def applies(results: Results) -> bool:
    """Tell whether samples stand for probabilities and an outcome has a number each year."""
    return isinstance(results.study.design, (LatinHypercube, Sobol, Table)) and bool(_paths(results))


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``q05`` to ``q95`` by year, over the samples that have a plan."""
    for path, columns in _paths(results).items():
        for year, column in columns.items():
            numbers = results.outcome(column)
            there = np.isfinite(numbers)
            if there.any():
                for quantile, value in zip(QUANTILES, np.quantile(numbers[there], QUANTILES).tolist(), strict=True):
                    measure = f"q{round(100 * quantile):02d}"
                    yield Row(path, "", measure, value, at=float(year), share=float(there.mean()))


def _paths(results: Results) -> dict[str, dict[int, str]]:
    """Return the columns of each path by year."""
    found: dict[str, dict[int, str]] = {}
    for name, block in results.study.outcomes.items():
        if block.year == "all":
            columns = [column for column in results.outcomes if column.rpartition("_")[0] == name]
            found[name] = {int(column.rpartition("_")[2]): column for column in columns}
    return found
