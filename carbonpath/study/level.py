"""What a value of a factor means: the numbers of the system that it moves, in the last year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carbonpath.model.labels import Units
from carbonpath.study.branch import Branch


@dataclass(frozen=True, slots=True)
class Level:
    """Numbers of one parameter in one year."""

    year: int
    """Year."""
    low: float
    """Smallest of them."""
    high: float
    """Largest of them."""
    unit: str
    """Their unit."""


def level_of(branch: Branch, factor: int, values: Sequence[float]) -> Level | None:
    """Return what a factor makes of the first parameter that it moves, in the last year of the system.

    None where that parameter has no years, cannot be moved in place, or has several units.

    Parameters
    ----------
    branch
        Branch of the sample.
    factor
        Position of the factor.
    values
        Values of all factors.
    """
    moved = zip(branch.motions, branch.positions, strict=True)
    motion, places = next(((m, found) for m, found in moved if m.factor == factor), (None, None))
    if motion is None or places is None:
        return None
    year = branch.system.years[-1]
    last = [row for row, index in enumerate(motion.indices) if index[-1] == year]
    units = {Units(branch.system).of(motion.parameter, motion.indices[row]) for row in last}
    if len(units) != 1:
        return None
    numbers = branch.parameter_values(values)[places[last]]
    return Level(year, float(numbers.min()), float(numbers.max()), units.pop())
