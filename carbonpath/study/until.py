"""Conditions of `study tip`: a technology enters, or an outcome lies on one side of a number."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.indicators.emissions import BOUNDARIES
from carbonpath.indicators.peak import find_peak
from carbonpath.indicators.tables import Specification
from carbonpath.model.compiled import Key
from carbonpath.model.solve import Solution
from carbonpath.system.system import System

OUTCOMES = ("peak_year", "peak_level", "emissions", "total_cost", "built", "used")
"""What a condition may name; the last two are of a technology: ``built[F01.DRI_H2]``."""
FAMILIES: Mapping[str, str] = {"built": "new_capacity", "used": "activity"}
"""Variable that is added up for each outcome of a technology."""
ENTERS = 1e-6
"""Capacity or activity, in its unit, below which a technology is not there."""
SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "==": operator.eq,
    "!=": operator.ne,
}
COMPARED = re.compile(r"\s*(\w+)(?:\[([^\]]+)\])?(?:\s*(<=|>=|==|!=|<|>)\s*([-+]?[\d.]+(?:[eE][-+]?\d+)?))?\s*")


@dataclass(frozen=True, slots=True)
class Until:
    """A condition on a plan."""

    text: str
    """As it was written."""
    outcome: str
    """One of OUTCOMES."""
    technologies: tuple[str, ...]
    """Technologies of ``built`` and ``used``."""
    sign: str
    """Comparison."""
    number: float
    """What is compared with."""

    def holds(self, outcomes: Mapping[str, float]) -> bool:
        """Tell whether a plan meets the condition; where there is no plan it is not met."""
        value = outcomes.get(self.outcome)
        return value is not None and SIGNS[self.sign](value, self.number)


def read_until(words: str, system: System) -> Until:
    """Return a condition: ``built[F01.DRI_H2]`` (it enters), ``used[DRI_H2] > 0.2``, ``peak_year < 2027``.

    Raises
    ------
    UsageError
        CP-145 if it cannot be read, CP-146 for a technology that is not there.
    """
    found = COMPARED.fullmatch(words)
    outcome, subject, sign, number = found.groups() if found else ("", None, None, None)
    of_technology = outcome in FAMILIES
    if outcome not in OUTCOMES or of_technology != (subject is not None) or (sign is None and not of_technology):
        raise UsageError(Problem("CP-145", value=words, details={"known": ", ".join(OUTCOMES)}))
    technologies = find_technologies(system, subject) if subject else ()
    return Until(words.strip(), outcome, technologies, sign or ">", ENTERS if sign is None else float(number or 0.0))


def find_technologies(system: System, name: str) -> tuple[str, ...]:
    """Return the technologies of a name: with its owner, or a library entry of every owner.

    Raises
    ------
    UsageError
        CP-146 if there is none.
    """
    own = system.technologies
    found = own.loc[(own["technology"] == name.strip()) | (own["library_id"] == name.strip()), "technology"]
    if found.empty:
        raise UsageError(Problem("CP-146", value=name.strip()))
    return tuple(found)


class OutcomeReader:
    """Reads the outcomes of plans: peak, emissions of the last year, cost, and what a condition names.

    Parameters
    ----------
    columns
        Columns of the programme whose plans are read.
    until
        Condition.
    boundary
        Emissions that count.
    """

    def __init__(self, columns: Sequence[Key], until: Until, boundary: str) -> None:
        self.columns = columns
        """Columns that it was made for."""
        family = FAMILIES.get(until.outcome, "")
        self._outcome = until.outcome
        self._emitted: dict[int, list[int]] = {}
        self._named: list[int] = []
        for column, (name, place) in enumerate(columns):
            if name == "annual_emissions" and place[1] in BOUNDARIES[boundary]:
                self._emitted.setdefault(int(place[2]), []).append(column)
            elif name == family and str(place[1]) in until.technologies:
                self._named.append(column)

    def read(self, solution: Solution) -> dict[str, float]:
        """Return the outcomes of a plan by name."""
        path = {year: float(solution.values[columns].sum()) for year, columns in self._emitted.items()}
        choices = Specification()
        peak = find_peak(path, choices.peak_tolerance, choices.plateau_width)
        told = {"peak_year": float(peak.year), "peak_level": peak.level, "emissions": path[max(path)]}
        told["total_cost"] = solution.objective
        if self._outcome in FAMILIES:
            told[self._outcome] = float(solution.values[self._named].sum())
        return told
