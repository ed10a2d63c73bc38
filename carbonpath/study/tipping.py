"""Tipping values: from where on a condition holds, when one factor alone is moved from one end to the other."""

from __future__ import annotations

import math
from dataclasses import dataclass

from carbonpath.study.answer import Answer
from carbonpath.study.branch import Programme
from carbonpath.study.crossing import Crossings, Side, find_crossings
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.expression import Condition
from carbonpath.study.outcome import FEASIBLE
from carbonpath.study.task import Sample


@dataclass(frozen=True, slots=True)
class Tipping:
    """Every change of a condition along one factor."""

    factor: str
    """Name of the factor."""
    condition: Condition
    """The condition."""
    crossings: Crossings
    """Where it changes, and what holds at the ends of the range."""
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

    def look(self, value: float) -> Side:
        """Return the plan at a value."""
        sample = Sample(0, f"{value:.17g}", self._line.scenario, self._at(value))
        (answer,) = self._evaluator.walk([sample])
        self.solves += 1
        return self._side(value, answer)

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
    return Tipping(line.factor, condition, find_crossings(plans.look, line.low, line.high), plans.solves)
