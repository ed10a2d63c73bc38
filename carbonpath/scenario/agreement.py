"""Whether the changes of a scenario agree with each other and with the limits of the system."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import quantity
from carbonpath.system.change import Change
from carbonpath.system.system import System

PAIRS = (
    ("min_capacity", "max_capacity"),
    ("min_new_capacity", "max_new_capacity"),
    ("min_activity", "max_activity"),
    ("min_group_activity", "max_group_activity"),
    ("min_group_share", "max_group_share"),
)
"""Lower and upper limits of the same quantity."""
TOLERANCE = 1e-9
"""How far a lower limit may exceed the upper by rounding."""

Index = tuple[str | int, ...]


def change_index(change: Change) -> Index:
    """Return the index of a change in the order of the vocabulary; an index left out is blank."""
    return tuple(change.where.get(name, "") for name in quantity(change.parameter).indices)


def check_overlaps(changes: Sequence[Change]) -> list[Problem]:
    """Return CP-452 for each number that two measures set differently: their order would decide."""
    first: dict[tuple[str, Index], Change] = {}
    told: set[tuple[str, str]] = set()
    problems = []
    for change in changes:
        key = (change.parameter, change_index(change))
        other = first.setdefault(key, change)
        commute = other.operation == change.operation != "set" or (other.operation, other.value) == (
            change.operation,
            change.value,
        )
        pair = (other.source, change.source)
        if other is change or commute or pair in told:
            continue
        told.add(pair)
        details = {"other": other.source, "levers": f"{other.lever}, {change.lever}"}
        problems.append(Problem("CP-452", change.source, change.lever, shown(change), details))
    return problems


def check_contradictions(changes: Sequence[Change], system: System) -> list[Problem]:
    """Return CP-451 for each lower limit of a scenario above the upper limit of the same thing, and the reverse."""
    asked = {(c.parameter, change_index(c)): c for c in changes if c.operation == "set"}
    raised: dict[tuple[str, Index], float] = defaultdict(float)
    for change in changes:
        if change.operation == "add":
            raised[change.parameter, change_index(change)] += change.value
    problems = []
    for lower, upper in PAIRS:
        standing = {name: _values(system, name) for name in (lower, upper) if any(key[0] == name for key in asked)}
        if not standing:
            continue
        standing = {name: _values(system, name) for name in (lower, upper)}
        for index in sorted({key[1] for key in asked if key[0] in (lower, upper)}, key=str):
            low, low_source = _effective(asked, raised, standing, (lower, index))
            high, high_source = _effective(asked, raised, standing, (upper, index))
            if low is not None and high is not None and low > high + TOLERANCE:
                change = asked.get((lower, index)) or asked[(upper, index)]
                details = {"low": f"{low:g}", "high": f"{high:g}", "low_source": low_source, "high_source": high_source}
                problems.append(Problem("CP-451", change.source, change.lever, shown(change), details))
    return problems


def shown(change: Change) -> str:
    """Return parameter and index in a line: ``max_capacity[F01.EAF_SCRAP, 2030]``."""
    index = ", ".join(str(part) for name, part in change.where.items() if name != "region")
    return f"{change.parameter}[{index}]"


def _values(system: System, name: str) -> Mapping[Index, tuple[float, str]]:
    table = system.parameter(name)
    indices = zip(*(table[column] for column in quantity(name).indices), strict=True)
    return dict(zip(indices, zip(table["value"], table["source"], strict=True), strict=True))


def _effective(
    asked: Mapping[tuple[str, Index], Change],
    raised: Mapping[tuple[str, Index], float],
    standing: Mapping[str, Mapping[Index, tuple[float, str]]],
    key: tuple[str, Index],
) -> tuple[float | None, str]:
    change = asked.get(key)
    if change is not None:
        return change.value, change.source
    name, index = key
    value, source = standing[name].get(index, (None, ""))
    return (None, "") if value is None else (value + raised.get(key, 0.0), source)
