"""Checking what a RESULT table tells by timeslice: that it adds up to the year, and that every timeslice balances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.model.parameters import Index, Values, told_index
from carbonpath.system.system import System

TOLERANCE = 1e-6
"""Largest difference, relative to the number (or to one, where it is smaller)."""

SIGNS = {"timeslice_production": 1.0, "timeslice_use": -1.0, "disposal": -1.0, "delivery": -1.0}
"""What enters and leaves the balance of a timeslice."""

YEARLY = {"timeslice_production": "production", "timeslice_use": "use"}
"""What flows by timeslice add up to."""

Slots: TypeAlias = dict[tuple[str, str, str, str, int], float]


def check_timeslices(result: pd.DataFrame, system: System, given: Mapping[str, Values]) -> list[Problem]:
    """Return what in the flows by timeslice contradicts those of the year, a load profile or a balance.

    A system in which nothing stands at the level of the year tells no flows by timeslice.

    Returns
    -------
    list[Problem]
        CP-720 for a commodity that does not balance in a timeslice, CP-721 for a number that differs from its
        recomputation.
    """
    if not (system.yearly_technologies or system.yearly_commodities):
        return []
    told = {name: _numbers(result, name) for name in (*SIGNS, *YEARLY.values(), "trade")}
    return [*_check_sums(told, system), *_check_loads(told, system, given), *_check_balances(told, system, given)]


def _numbers(result: pd.DataFrame, name: str) -> Slots:
    rows = result[result["quantity"] == name]
    columns = ("region", "technology", "commodity", "timeslice", "year")
    return dict(zip(zip(*(rows[column] for column in columns), strict=True), rows["value"], strict=True))


def _check_sums(told: Mapping[str, Slots], system: System) -> Iterator[Problem]:
    yearly = set(system.yearly_commodities)
    for name, annual in YEARLY.items():
        totals: dict[Index, float] = defaultdict(float)
        for (r, t, c, _, y), amount in told[name].items():
            totals[r, t, c, y] += amount
        expected = {(r, t, c, y): amount for (r, t, c, _, y), amount in told[annual].items() if c not in yearly}
        yield from _compare(name, totals, expected)


def _check_loads(told: Mapping[str, Slots], system: System, given: Mapping[str, Values]) -> Iterator[Problem]:
    alike, loads = set(system.yearly_technologies), given["load_profile"]
    for name, annual in YEARLY.items():
        own = {slot: amount for slot, amount in told[name].items() if slot[1] in alike}
        expected = {
            (r, t, c, timeslice, y): told[annual][r, t, c, "", y]
            * loads.get((r, t, timeslice, y), given["timeslice_share"][timeslice, y])
            for r, t, c, timeslice, y in own
        }
        yield from _compare(name, own, expected)


def _check_balances(told: Mapping[str, Slots], system: System, given: Mapping[str, Values]) -> Iterator[Problem]:
    yearly = set(system.yearly_commodities)
    sides: dict[Index, list[float]] = defaultdict(list)
    for name, sign in SIGNS.items():
        for (r, _, c, timeslice, y), amount in told[name].items():
            sides[r, c, timeslice, y].append(sign * amount)
    for (r, q, c, timeslice, y), amount in told["trade"].items():
        sides[r, c, timeslice, y].append(-amount * given["trade_route"].get((r, q, c, y), 0.0))
        sides[q, c, timeslice, y].append(amount * given["trade_route"].get((q, r, c, y), 0.0))
    for (r, c, y), wanted in given["demand"].items():
        for timeslice in system.timeslices:
            share = given["demand_profile"].get((r, c, timeslice, y), given["timeslice_share"][timeslice, y])
            sides[r, c, timeslice, y].append(-wanted * share)
    for place in sorted(place for place in sides if place[1] not in yearly):
        difference, size = sum(sides[place]), sum(map(abs, sides[place]))
        if not abs(difference) <= TOLERANCE * max(1.0, size):
            yield Problem("CP-720", place=told_index("commodity_balance", place), value=f"{difference:.9g}")


def _compare(name: str, told: Mapping[Index, float], again: Mapping[Index, float]) -> Iterator[Problem]:
    for index in sorted(set(told) | set(again)):
        value, recomputed = told.get(index, 0.0), again.get(index, 0.0)
        if not abs(value - recomputed) <= TOLERANCE * max(1.0, abs(recomputed)):
            details = {"recomputed": f"{recomputed:.9g}"}
            yield Problem("CP-721", place=told_index(name, index), value=f"{value:.9g}", details=details)
