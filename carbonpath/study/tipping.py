"""Tipping values: from where on a condition holds, when one factor alone is moved from one end to the other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from carbonpath.study.answer import Answer
from carbonpath.study.branch import Programme
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.expression import Condition
from carbonpath.study.outcome import FEASIBLE
from carbonpath.study.task import Sample

POINTS = 41
"""Values at which the condition is looked at before its changes are narrowed down."""
FINE = 1e-4
"""Width of the interval that is left around a change, as a share of the range."""


@dataclass(frozen=True, slots=True)
class Side:
    """The plan on one side of a change."""

    value: float
    """Value of the factor."""
    holds: bool
    """Whether the condition holds there."""
    outcomes: Mapping[str, float]
    """Outcomes there; not a number without a plan."""


@dataclass(frozen=True, slots=True)
class Tip:
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
class Tipping:
    """Every change of a condition along one factor."""

    factor: str
    """Name of the factor."""
    condition: Condition
    """The condition."""
    low: Side
    """Lower end of the range."""
    high: Side
    """Upper end of the range."""
    tips: tuple[Tip, ...]
    """Changes in rising order; none if it holds everywhere or nowhere."""
    solves: int
    """Plans that were looked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One factor from end to end, the others at rest."""

    factor: str
    """Name of the factor that is moved."""
    position: int
    """Its position in the study."""
    low: float
    """Lower end."""
    high: float
    """Upper end."""
    row: tuple[float, ...]
    """Values of all factors; those of the others stay."""
    scenario: int = 0
    """Position of the scenario in the study."""


class _Plans:
    """Plans along one factor, each looked for once."""

    def __init__(self, programme: Programme, line: Line, condition: Condition) -> None:
        self._evaluator, self._programme = Evaluator(programme), programme
        self._line, self._condition = line, condition
        self.solves = 0

    def sides(self, values: Sequence[float]) -> list[Side]:
        """Return the plans at values, walked in their order."""
        samples = [Sample(0, f"{value:.17g}", self._line.scenario, self._at(value)) for value in values]
        answers = list(self._evaluator.walk(samples))
        self.solves += len(answers)
        return [self._side(value, answer) for value, answer in zip(values, answers, strict=True)]

    def _at(self, value: float) -> tuple[float, ...]:
        row, position = self._line.row, self._line.position
        return (*row[:position], value, *row[position + 1 :])

    def _side(self, value: float, answer: Answer) -> Side:
        columns = self._programme.columns
        numbers = answer.outcomes or (math.nan,) * len(columns)
        feasible = {"optimal": 1.0, "infeasible": 0.0}.get(answer.status, math.nan)
        outcomes = {**dict(zip(columns, numbers, strict=True)), FEASIBLE: feasible}
        return Side(value, self._condition.holds(outcomes), outcomes)


def find_tips(programme: Programme, line: Line, condition: Condition) -> Tipping:
    """Return where a condition changes along a factor.

    Parameters
    ----------
    programme
        What is solved.
    line
        The factor that is moved, and where the others stay.
    condition
        What is looked for. It may change more than once: every change that lasts longer than the distance of the
        points is found.
    """
    plans = _Plans(programme, line, condition)
    sides = plans.sides(np.linspace(line.low, line.high, POINTS).tolist())
    changes = [(one, other) for one, other in pairwise(sides) if one.holds != other.holds]
    width = FINE * (line.high - line.low)
    tips = [_narrowed(plans, one, other, width) for one, other in changes]
    return Tipping(line.factor, condition, sides[0], sides[-1], tuple(tips), plans.solves)


def _narrowed(plans: _Plans, below: Side, above: Side, width: float) -> Tip:
    while above.value - below.value > width:
        (middle,) = plans.sides([0.5 * (below.value + above.value)])
        below, above = (middle, above) if middle.holds == below.holds else (below, middle)
    return Tip(below, above)
