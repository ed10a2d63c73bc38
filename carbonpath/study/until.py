"""Conditions of `study tip`: a technology enters, or an outcome lies on one side of a number."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.indicators.emissions import BOUNDARIES
from carbonpath.indicators.peak import find_peak
from carbonpath.indicators.tables import Specification
from carbonpath.model.compiled import CompiledModel, Floats
from carbonpath.model.solve import Solution
from carbonpath.system.system import System

OUTCOMES = ("peak_year", "peak_level", "emissions", "total_cost", "built", "used")
"""What a condition may name; the last two are of a technology: ``built[F01.DRI_H2]``."""
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
    of_technology = outcome in ("built", "used")
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


def read_outcomes(programme: CompiledModel, solution: Solution, until: Until, boundary: str) -> dict[str, float]:
    """Return the outcomes of a plan: peak, emissions of the last year, cost, and what the condition names."""
    path = _path(programme, solution.values, boundary)
    choices = Specification()
    peak = find_peak(path, choices.peak_tolerance, choices.plateau_width)
    told = {"peak_year": float(peak.year), "peak_level": peak.level, "emissions": path[max(path)]}
    told["total_cost"] = solution.objective
    family = {"built": "new_capacity", "used": "activity"}.get(until.outcome)
    if family:
        columns = [
            column
            for column, (name, place) in enumerate(programme.columns)
            if name == family and str(place[1]) in until.technologies
        ]
        told[until.outcome] = float(np.sum(solution.values[columns]))
    return told


def _path(programme: CompiledModel, values: Floats, boundary: str) -> dict[int, float]:
    path: dict[int, float] = {}
    for column, (family, place) in enumerate(programme.columns):
        if family == "annual_emissions" and place[1] in BOUNDARIES[boundary]:
            year = int(place[2])
            path[year] = path.get(year, 0.0) + float(values[column])
    return path
