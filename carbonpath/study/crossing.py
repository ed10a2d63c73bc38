"""Where a condition begins or ceases to hold as one number rises: looked at in steps, then halved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

POINTS = 33
"""Values at which the condition is looked at before its changes are narrowed down."""
FINE = 1e-5
"""Width of what is left around a change, as a share of the range."""


@dataclass(frozen=True, slots=True)
class Side:
    """What holds at a value."""

    value: float
    """Value."""
    holds: bool
    """Whether the condition holds there."""
    outcomes: Mapping[str, float]
    """Outcomes there."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A change of the condition between two values."""

    below: Side
    """The lower value."""
    above: Side
    """The higher value."""

    @property
    def value(self) -> float:
        """Middle of the two."""
        return 0.5 * (self.below.value + self.above.value)


@dataclass(frozen=True, slots=True)
class Crossings:
    """Every change of a condition in a range that lasts longer than the distance of the points."""

    low: Side
    """Lower end of the range."""
    high: Side
    """Upper end of the range."""
    found: tuple[Crossing, ...]
    """Changes in rising order; none if the condition holds everywhere or nowhere."""


def find_crossings(look: Callable[[float], Side], low: float, high: float) -> Crossings:
    """Return where a condition changes between two values.

    Parameters
    ----------
    look
        Tells whether the condition holds at a value.
    low, high
        Ends of the range.
    """
    sides = [look(float(value)) for value in np.linspace(low, high, POINTS)]
    width = FINE * (high - low)
    changes = [(one, other) for one, other in pairwise(sides) if one.holds != other.holds]
    return Crossings(sides[0], sides[-1], tuple(_narrowed(look, one, other, width) for one, other in changes))


def _narrowed(look: Callable[[float], Side], below: Side, above: Side, width: float) -> Crossing:
    while above.value - below.value > width:
        middle = look(0.5 * (below.value + above.value))
        below, above = (middle, above) if middle.holds == below.holds else (below, middle)
    return Crossing(below, above)
