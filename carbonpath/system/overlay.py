"""Applying changes: system and changes in, new system out."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Mapping

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import parameter_names
from carbonpath.system.change import Change
from carbonpath.system.parameter_rows import ParameterRows
from carbonpath.system.system import System

Members = Mapping[str, frozenset[str | int]]
"""Known values by dimension."""


NEW_BOUNDARY = ("boundary_weight", "boundary")
"""Parameter and dimension whose value need not be known: the row is what defines it."""


def apply_changes(system: System, changes: Iterable[Change]) -> System:
    """Return `system` with `changes` applied in order; without changes, the same parameters.

    Raises
    ------
    ScenarioError
        With every change that cannot be applied: CP-430 if it scales, adds to or clears rows that do not exist;
        CP-431 if its index is not of the parameter; CP-432 if ``set`` would add a row of which an index is not given;
        CP-433 if the parameter is unknown; CP-434 if its value is not finite; CP-435 if ``set`` would add a row of a
        technology, commodity, year and so on that the system has not, once a name and measure.
    """
    members = _members(system)
    tables: dict[str, ParameterRows] = {}
    problems: list[Problem] = []
    for change in changes:
        if change.parameter not in tables:
            if change.parameter not in parameter_names():
                problems.append(_unknown_parameter(change))
                continue
            tables[change.parameter] = ParameterRows(change.parameter, system.parameter(change.parameter))
        rows = tables[change.parameter]
        matching = rows.matching(change.where) if set(change.where) <= set(rows.indices) else []
        found = _problems(change, rows, matching, members)
        problems += found
        if not found:
            _apply(change, rows, matching)
    if problems:
        raise ScenarioError(*_told_once(problems))
    return system.with_parameters({name: rows.table() for name, rows in tables.items()})


def _apply(change: Change, rows: ParameterRows, matching: list[int]) -> None:
    if not matching:
        rows.add(change.where, change.value, change.source)
    for row in matching:
        if change.operation == "set":
            rows.write(row, change.value, change.source)
        elif change.operation == "scale":
            rows.write(row, rows.value(row) * change.value, change.source)
        elif change.operation == "add":
            rows.write(row, rows.value(row) + change.value, change.source)
        else:
            rows.remove(row)


def _problems(change: Change, rows: ParameterRows, matching: list[int], members: Members) -> list[Problem]:
    unknown = [name for name in change.where if name not in rows.indices]
    if unknown:
        return [_problem("CP-431", change, known=", ".join(rows.indices), index=", ".join(unknown))]
    if change.operation != "clear" and not math.isfinite(change.value):
        return [_problem("CP-434", change, number=str(change.value))]
    if matching:
        return []
    if change.operation != "set":
        nearest = (_nearest(str(value), members.get(name, frozenset())) for name, value in change.where.items())
        return [_problem("CP-430", change, nearest=", ".join(filter(None, nearest)))]
    missing = [name for name in rows.indices if name not in change.where]
    if missing:
        return [_problem("CP-432", change, index=", ".join(missing))]
    return [
        _problem("CP-435", change, index=name, member=str(value), nearest=_nearest(str(value), members[name]))
        for name, value in change.where.items()
        if (change.parameter, name) != NEW_BOUNDARY and value not in members[name]
    ]


def _nearest(name: str, known: frozenset[str | int]) -> str:
    """Return known names like one that is not known; nothing for one that is."""
    names = sorted(map(str, known))
    return "" if name in names else ", ".join(difflib.get_close_matches(name, names, n=3))


def _members(system: System) -> Members:
    groups = frozenset(system.groups["group"])
    return {
        "region": frozenset(system.regions),
        "technology": frozenset(system.technologies["technology"]),
        "group": groups,
        "reference_group": groups,
        "commodity": frozenset(system.commodities["commodity"]),
        "boundary": frozenset(system.parameter("boundary_weight")["boundary"]),
        "emission": frozenset(system.emissions),
        "mode": frozenset(system.modes),
        "storage": frozenset(system.storages),
        "timeslice": frozenset(system.timeslices),
        "year": frozenset(system.years),
        "reference_year": frozenset(system.years),
    }


def _unknown_parameter(change: Change) -> Problem:
    nearest = difflib.get_close_matches(change.parameter, parameter_names(), n=1)
    return _problem("CP-433", change, nearest="".join(nearest))


def _told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems without those that name an unknown member again, for other years say, in the same place."""
    told: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        member = problem.details.get("member", problem.value)
        told.setdefault((problem.code, problem.file, problem.place, problem.value.split("[")[0], member), problem)
    return list(told.values())


def _problem(code: str, change: Change, **details: str) -> Problem:
    where = ", ".join(f"{name}={wanted}" for name, wanted in change.where.items())
    place = change.lever if change.lever != change.source else ""
    return Problem(code, file=change.source, place=place, value=f"{change.parameter}[{where}]", details=details)
