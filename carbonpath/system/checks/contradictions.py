"""No lower limit is above the upper limit of the same thing, nor above what stands in the base year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carbonpath.core.problems import Problem
from carbonpath.system.system import System

PAIRS = (
    ("min_capacity", "max_capacity"),
    ("min_new_capacity", "max_new_capacity"),
    ("min_activity", "max_activity"),
    ("min_group_activity", "max_group_activity"),
    ("min_group_share", "max_group_share"),
)
"""Lower and upper limits of the same quantity."""
ROUNDING = 1e-9
"""How far a lower limit may exceed the upper by rounding, relative to the upper."""
CAPACITY_AT_HAND = "residual_capacity x capacity_to_activity x availability_factor"
"""What a technology can do in the base year, in which nothing is built."""

Values = Mapping[tuple[str | int, ...], tuple[float, str]]
"""Value and source by index."""
_NONE, _ONE = (0.0, ""), (1.0, "")


def check_contradictions(system: System) -> list[Problem]:
    """Return CP-226 for each lower limit that another limit or the standing capacity makes impossible."""
    found = [problem for lower, upper in PAIRS for problem in _crossed(system, lower, upper)]
    return [*found, *_beyond_capacity(system)]


def _crossed(system: System, lower: str, upper: str) -> Iterator[Problem]:
    ceilings = _values(system, upper)
    for index, (floor, source) in _values(system, lower).items():
        if index in ceilings and _above(floor, ceilings[index][0]):
            yield _problem(lower, index, floor, source, {"upper": upper, "ceiling": f"{ceilings[index][0]:g}"})


def _beyond_capacity(system: System) -> Iterator[Problem]:
    """Yield activity and capacity that the base year is asked for and has not."""
    table = system.technologies
    keeping = set(table.loc[table["capacity_unit"] != "", "technology"])
    buildable = set(_values(system, "capital_cost"))
    standing, links = _values(system, "residual_capacity"), _values(system, "capacity_to_activity")
    available = _values(system, "availability_factor")
    for lower, told in (("min_activity", CAPACITY_AT_HAND), ("min_capacity", "residual_capacity")):
        for index, (floor, source) in _values(system, lower).items():
            if index[2] != system.years[0] or index[1] not in keeping or index in buildable:
                continue
            ceiling = standing.get(index, _NONE)[0]
            if lower == "min_activity":
                ceiling *= links.get(index[:2], _ONE)[0] * available.get(index, _ONE)[0]
            if _above(floor, ceiling):
                yield _problem(lower, index, floor, source, {"upper": told, "ceiling": f"{ceiling:g}"})


def _above(floor: float, ceiling: float) -> bool:
    return floor > ceiling + ROUNDING * max(1.0, abs(ceiling))


def _values(system: System, name: str) -> Values:
    table = system.parameter(name)
    columns = [table[column].to_list() for column in table.columns]
    return {tuple(row[:-2]): (row[-2], row[-1]) for row in zip(*columns, strict=True)}


def _problem(
    lower: str, index: tuple[str | int, ...], floor: float, source: str, details: Mapping[str, str]
) -> Problem:
    place = f"{lower}[{', '.join(str(part) for part in index)}]"
    return Problem("CP-226", source, place, f"{floor:g}", details)
