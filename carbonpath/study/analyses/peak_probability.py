"""How likely it is that emissions peak in a year, or have peaked by it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from carbonpath.study.analyses.intervals import wilson
from carbonpath.study.analyses.row import Row
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.designs.table import Table
from carbonpath.study.results import Results

NAME = "peak_probability"
"""Name in tables."""


def applies(results: Results) -> bool:
    """Tell whether samples stand for probabilities and the peak year is an outcome."""
    return isinstance(results.study.design, (LatinHypercube, Sobol, Table)) and bool(_peak_years(results))


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``peaks_in`` and ``peaked_by`` each year as shares of all samples that say something.

    Samples without a plan peak in no year and are told as ``no_plan``.
    """
    size = int(results.told.sum())
    share = float(results.told.mean())
    for name in _peak_years(results):
        numbers = results.outcome(name)
        years = numbers[np.isfinite(numbers)]
        if not years.size:
            continue
        for year in range(int(years.min()), int(years.max()) + 1):
            for measure, count in (("peaks_in", int(np.sum(years == year))), ("peaked_by", int(np.sum(years <= year)))):
                yield Row(name, "", measure, count / size, *wilson(count, size), at=float(year), share=share)
        without = size - years.size
        yield Row(name, "", "no_plan", without / size, *wilson(without, size), share=share)


def _peak_years(results: Results) -> list[str]:
    blocks = results.study.outcomes
    return [name for name in results.outcomes if name in blocks and blocks[name].indicator == "peak_year"]
