"""`--set KEY=VALUE`: a choice of data, or a change of a parameter, asked for on the command line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import parameter_names, quantity
from carbonpath.scenario.paths import AllocationName, DemandPathName, PricePathName
from carbonpath.system.change import Change, Operation

CHOICES: Mapping[str, tuple[str, ...]] = {
    "demand": get_args(DemandPathName),
    "prices": get_args(PricePathName),
    "allocation": get_args(AllocationName),
}
"""Keys that choose a variant of the data instead of changing a parameter, with the variants there are."""
YEARS = ("year", "reference_year")
"""Indices that are years."""
CLEAR = "none"
"""Value that removes rows, which removes a limit."""
_OPERATIONS: Mapping[str, Operation] = {"=": "set", "*=": "scale", "+=": "add"}
_ASSIGNMENT = re.compile(r"(?P<key>\w+)(?:\[(?P<where>[^\]]*)\])?\s*(?P<operator>[*+]?=)\s*(?P<value>\S+)")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line asks for beside the scenario."""

    choices: Mapping[str, str]
    """Variant by key of CHOICES."""
    changes: tuple[Change, ...]
    """Changes applied after those of the scenario."""


def read_settings(assignments: Iterable[str]) -> Settings:
    """Return the meaning of assignments such as ``demand=low`` or ``emission_price[emission=co2,year=2030]*=1.5``.

    A key in brackets picks rows; without brackets all rows are meant. ``=`` sets, ``*=`` multiplies, ``+=`` adds, and
    ``=none`` removes.

    Raises
    ------
    UsageError
        CP-123 for an assignment that cannot be read, CP-124 for a parameter or index that does not exist, CP-125 for a
        value that is no number, CP-940 for a variant that does not exist; all of them at once.
    """
    choices: dict[str, str] = {}
    changes: list[Change] = []
    problems: list[Problem] = []
    for assignment in assignments:
        found = _ASSIGNMENT.fullmatch(assignment.strip())
        if found is None:
            problems.append(Problem("CP-123", value=assignment))
        elif _is_choice(found):
            choices[found["key"]] = found["value"]
            problems += _unknown_variant(assignment, found["key"], found["value"])
        else:
            change, wrong = _change(found, assignment)
            changes.append(change)
            problems += wrong
    if problems:
        raise UsageError(*problems)
    return Settings(choices, tuple(changes))


def _is_choice(found: re.Match[str]) -> bool:
    plain = found["key"] in CHOICES and found["where"] is None and found["operator"] == "="
    return plain and _number(found["value"]) is None


def _unknown_variant(assignment: str, key: str, value: str) -> list[Problem]:
    if value in CHOICES[key]:
        return []
    return [Problem("CP-940", place=f"--set {assignment}", value=value, details={"known": ", ".join(CHOICES[key])})]


def _change(found: re.Match[str], assignment: str) -> tuple[Change, list[Problem]]:
    where, problems = _where(found, assignment)
    number = _number(found["value"])
    cleared = found["value"] == CLEAR and found["operator"] == "="
    if number is None and not cleared:
        problems.append(Problem("CP-125", place=assignment, value=found["value"]))
    operation: Operation = "clear" if cleared else _OPERATIONS[found["operator"]]
    change = Change(
        found["key"], where, operation, number or 0.0, reason=f"--set {assignment}", source="--set", lever="--set"
    )
    return change, problems


def _where(found: re.Match[str], assignment: str) -> tuple[dict[str, str | int], list[Problem]]:
    if found["key"] not in parameter_names():
        known = tuple(dict.fromkeys((*CHOICES, *parameter_names())))
        return {}, [_unknown(assignment, found["key"], known)]
    indices = quantity(found["key"]).indices
    where: dict[str, str | int] = {}
    problems: list[Problem] = []
    for part in filter(None, (found["where"] or "").split(",")):
        name, _, value = (piece.strip() for piece in part.partition("="))
        if name not in indices:
            problems.append(_unknown(assignment, name, indices))
        elif name in YEARS and not value.isdecimal():
            problems.append(Problem("CP-125", place=assignment, value=value))
        else:
            where[name] = int(value) if name in YEARS else value
    return where, problems


def _unknown(assignment: str, name: str, known: tuple[str, ...]) -> Problem:
    nearest = difflib.get_close_matches(name, known, n=3) or known[:8]
    return Problem("CP-124", place=assignment, value=name, details={"known": ", ".join(nearest)})


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
