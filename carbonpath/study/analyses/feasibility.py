"""Shares of samples with a plan, proven to have none, and failed: an outcome like any other, shown first."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from carbonpath.study.analyses.intervals import wilson
from carbonpath.study.analyses.row import Row
from carbonpath.study.outcome import FEASIBLE
from carbonpath.study.results import Results

NAME = "feasibility"
"""Name in tables."""


def applies(results: Results) -> bool:
    """Tell that it applies to every study."""
    return True


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``optimal``, ``infeasible`` and ``failed``, each as a share of all samples."""
    size = results.status.size
    counts = {
        "optimal": int(results.optimal.sum()),
        "infeasible": int(np.sum(results.status == "infeasible")),
        "failed": int(np.sum(~results.told)),
    }
    for measure, count in counts.items():
        low, high = wilson(count, size)
        yield Row(FEASIBLE, "", measure, count / size, low, high)
