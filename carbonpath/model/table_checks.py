"""Checks of the tables of a system: entities given once, and names that exist."""

from __future__ import annotations

from collections.abc import Iterator

from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import quantity
from carbonpath.model.given import Given
from carbonpath.model.parameters import told_index
from carbonpath.system.system import System

BALANCES = ("equal", "surplus")
"""Ways in which a commodity may balance."""


def check_tables(system: System, given: Given) -> list[Problem]:
    """Return entities that are given twice, ways to balance that do not exist, and names that no table has."""
    return [*_check_entities(system), *_check_names(system, given)]


def _check_entities(system: System) -> Iterator[Problem]:
    commodities = system.commodities
    tables = (
        ("technologies", system.technologies, ["technology"]),
        ("commodities", commodities, ["commodity"]),
        ("groups", system.groups, ["group", "technology"]),
    )
    for name, table, keys in tables:
        rows = list(zip(*(table[key].tolist() for key in keys), strict=True))
        if len(set(rows)) < len(rows):
            repeated = table.duplicated(keys).tolist()
            yield from (
                Problem("CP-711", place=told_index(name, row))
                for row, again in zip(rows, repeated, strict=True)
                if again
            )
    for commodity, balance in zip(commodities["commodity"].tolist(), commodities["balance"].tolist(), strict=True):
        if balance not in BALANCES:
            yield Problem("CP-717", place=commodity, value=balance)


def _check_names(system: System, given: Given) -> Iterator[Problem]:
    groups = set(system.groups["group"])
    known = {
        "region": set(system.regions),
        "partner": set(system.regions),
        "technology": set(system.technologies["technology"]),
        "commodity": set(system.commodities["commodity"]),
        "emission": set(system.emissions),
        "storage": set(system.storages),
        "user_constraint": set(system.user_constraints),
        "boundary": set(given.coded("boundary_weight").members[0]),
        "mode": set(system.modes),
        "timeslice": set(system.timeslices),
        "season": set(system.seasons),
        "day_type": set(system.day_types),
        "bracket": set(system.brackets),
        "group": groups,
        "reference_group": groups,
    }
    for name in sorted(given):
        for axis, dimension in enumerate(quantity(name).indices):
            if dimension in known:
                for unknown in sorted(set(given.coded(name).members[axis]) - known[dimension]):
                    table = system.parameter(name)
                    source = str(table.loc[table[dimension] == unknown, "source"].iloc[0])
                    yield Problem("CP-710", source, name, str(unknown), {"dimension": dimension})
    for unknown in sorted(set(system.groups["technology"]) - known["technology"]):
        yield Problem("CP-710", place="groups", value=str(unknown), details={"dimension": "technology"})
