"""Groups name technologies that exist, each in one unit, and limits name groups that exist."""

from __future__ import annotations

from collections.abc import Iterator

from carbonpath.core.problems import Problem
from carbonpath.system.limits import limit_kinds
from carbonpath.system.system import System


def check_members(system: System) -> list[Problem]:
    """Return CP-216 for unknown members and groups, CP-225 for a group of two units."""
    return [*_unknown_members(system), *_unknown_groups(system), *_mixed_units(system)]


def _unknown_members(system: System) -> Iterator[Problem]:
    known = set(system.technologies["technology"])
    for group, name in zip(system.groups["group"], system.groups["technology"], strict=True):
        if name not in known:
            yield Problem("CP-216", place=f"group {group}", value=str(name))


def _unknown_groups(system: System) -> Iterator[Problem]:
    known = set(system.groups["group"])
    for kind in limit_kinds():
        table = system.parameter(kind)
        for dimension in [name for name in ("group", "reference_group") if name in table]:
            strange = table[~table[dimension].isin(sorted(known))].drop_duplicates(dimension)
            for name, source in zip(strange[dimension], strange["source"], strict=True):
                yield Problem("CP-216", str(source), kind, str(name))


def _mixed_units(system: System) -> Iterator[Problem]:
    for group, units in system.groups.groupby("group")["unit"]:
        different = sorted(set(units))
        if len(different) > 1:
            yield Problem("CP-225", "groups.csv", f"group {group}", ", ".join(different), {"bound": different[0]})
