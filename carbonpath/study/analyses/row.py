"""What an analysis yields, and what keeps it from saying anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from carbonpath.core.problems import Problem
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.distribution import Floats
from carbonpath.study.results import Mask, Results

LEVEL = 0.95
"""Confidence level of every interval."""
RESAMPLES = 200
"""Bootstrap samples behind an interval."""


class Row(NamedTuple):
    """One measure of one outcome."""

    outcome: str
    """Outcome."""
    factor: str
    """Factor; blank where there is none."""
    measure: str
    """What is measured."""
    value: float
    """The measure."""
    low: float | None = None
    """Lower end of its interval."""
    high: float | None = None
    """Upper end of its interval."""
    at: float = 0.0
    """Value of the factor, or year."""
    other: str = ""
    """Second factor."""
    at_other: float = 0.0
    """Value of the second factor."""
    share: float = 1.0
    """Share of the samples on which it rests."""


def with_margin(outcome: str, factor: str, measure: str, value: float, margin: float, **rest: object) -> Row:
    """Return a row whose interval is the value and a margin on either side."""
    return Row(outcome, factor, measure, value, value - margin, value + margin, **rest)  # type: ignore[arg-type]


def whole_outcomes(results: Results, names: tuple[str, ...]) -> Iterator[tuple[str, Floats]]:
    """Yield those outcomes of `names` that every sample has and that vary: what structured designs ask for."""
    for name in names:
        numbers = results.outcome(name)
        if np.all(np.isfinite(numbers)) and varies(numbers):
            yield name, numbers


def partial_outcomes(results: Results, names: tuple[str, ...]) -> Iterator[tuple[str, Floats, Mask]]:
    """Yield every outcome that varies, with the samples that have it."""
    for name in names:
        numbers = results.outcome(name)
        there = np.asarray(np.isfinite(numbers), dtype=bool)
        if there.sum() >= 2 and varies(numbers[there]):
            yield name, numbers, there


def independent(results: Results) -> Results:
    """Return those samples that were drawn independently of each other: probabilities and given data ask for them.

    Of Saltelli's samples these are the first and last of each block; those between repeat their values.
    """
    design = results.study.design
    if not isinstance(design, Sobol):
        return results
    count = results.status.size
    block = count // design.samples
    rows = np.array([row for row in range(count) if row % block in (0, block - 1)], dtype=np.int64)
    return replace(
        results,
        shares=results.shares[rows],
        values=results.values[rows],
        status=results.status[rows],
        outcomes={name: numbers[rows] for name, numbers in results.outcomes.items()},
    )


def varies(numbers: Floats) -> bool:
    """Tell whether numbers differ by more than rounding."""
    size = float(np.abs(numbers).max(initial=0.0))
    return bool(np.ptp(numbers) > 1e-9 * max(1.0, size)) if numbers.size else False


def refusals(results: Results) -> Iterator[Problem]:
    """Yield CP-489 for each outcome of which a design that needs every sample can say nothing."""
    file = str(results.study.path)
    for name in results.all_outcomes:
        numbers = results.outcome(name)
        missing = int(np.sum(~np.isfinite(numbers)))
        if missing:
            details = {"count": str(missing), "samples": str(numbers.size), "scenario": results.scenario}
            yield Problem("CP-489", file, value=name, details=details, severity="warning")
