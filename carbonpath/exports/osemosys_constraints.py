"""What OSeMOSYS says with user-defined constraints: limits of groups, and commodities of which nothing may be let go.

A user-defined constraint holds in every year; where it is meant to hold in some years only, it weighs nothing in the
others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeAlias

import pandas as pd

from carbonpath.core.problems import Problem

AT_MOST, EQUAL = 0.0, 1.0
"""Values of UDCTag."""

WEIGHTS = ("user_constraint_capacity", "user_constraint_new_capacity", "user_constraint_activity")
"""Parameters that say what a constraint adds up."""
ACTIVITY = "user_constraint_activity"
PLACES = ["region", "technology", "user_constraint", "year"]
"""Index of a weight."""
OWN = {"max_user_constraint": AT_MOST, "equal_user_constraint": EQUAL}
"""Right-hand sides that a system may have of its own."""
GROUPS = {"max_group_activity": 1.0, "min_group_activity": -1.0}
"""Limits of groups, and the sign with which they bind from above."""
SHARES = {"max_group_share": 1.0, "min_group_share": -1.0}
"""Limits of a group per unit of another, and the sign with which they bind from above."""

BALANCE = "nothing_let_go"
"""First part of the names of constraints that let nothing of a commodity go."""

Place: TypeAlias = tuple[str, str, int]
"""Region, constraint and year."""


class Wording:
    """The user-defined constraints of a system: its own, and those that say what OSeMOSYS has no word for."""

    def __init__(self, system: Any) -> None:
        self._system = system
        self._tags: dict[tuple[str, str], float] = {}
        self._bounds: dict[Place, float] = {}
        self._weights: dict[str, dict[tuple[str, str, str, int], float]] = {
            name: defaultdict(float) for name in WEIGHTS
        }
        self._members: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for group, technology, weight in _rows(system.groups[["group", "technology", "weight"]]):
            self._members[group].append((technology, weight))
        self._add_own()
        self._add_groups()
        self.problems = tuple(self._add_balances())
        """What cannot be said."""

    def names(self) -> list[str]:
        """Return the names of all constraints."""
        return sorted({name for _, name in self._tags})

    def weight_tables(self) -> dict[str, pd.DataFrame]:
        """Return the weights as PARAMETER tables."""
        return {
            name: pd.DataFrame([(*index, weight) for index, weight in sorted(rows.items())], columns=[*PLACES, "value"])
            for name, rows in self._weights.items()
        }

    def bound_tables(self) -> dict[str, pd.DataFrame]:
        """Return tags and right-hand sides as OSeMOSYS names them."""
        tags = [(*index, tag) for index, tag in sorted(self._tags.items())]
        bounds = [(*index, bound) for index, bound in sorted(self._bounds.items())]
        return {
            "UDCTag": pd.DataFrame(tags, columns=["REGION", "UDC", "VALUE"]),
            "UDCConstant": pd.DataFrame(bounds, columns=["REGION", "UDC", "YEAR", "VALUE"]),
        }

    def _bind(self, place: Place, tag: float, bound: float) -> None:
        self._tags[place[:2]] = tag
        self._bounds[place] = bound

    def _weigh(self, name: str, place: Place, technology: str, weight: float) -> None:
        region, constraint, year = place
        self._weights[name][region, technology, constraint, year] += weight

    def _add_own(self) -> None:
        renamed: dict[Place, list[Place]] = defaultdict(list)
        for name, tag in OWN.items():
            for region, constraint, year, bound in _rows(self._system.parameter(name)):
                label = constraint if tag == AT_MOST else f"{constraint}.equal"
                self._bind((region, label, year), tag, bound)
                renamed[region, constraint, year].append((region, label, year))
        for name in WEIGHTS:
            for region, technology, constraint, year, weight in _rows(self._system.parameter(name)):
                for place in renamed[region, constraint, year]:
                    self._weigh(name, place, technology, weight)

    def _add_groups(self) -> None:
        for name, sign in GROUPS.items():
            for region, group, year, bound in _rows(self._system.parameter(name)):
                place = region, f"{name}.{group}", year
                self._bind(place, AT_MOST, sign * bound)
                self._weigh_group(place, group, sign)
        for name, sign in SHARES.items():
            for region, group, reference, year, share in _rows(self._system.parameter(name)):
                place = region, f"{name}.{group}.{reference}", year
                self._bind(place, AT_MOST, 0.0)
                self._weigh_group(place, group, sign)
                self._weigh_group(place, reference, -sign * share)

    def _weigh_group(self, place: Place, group: str, factor: float) -> None:
        for technology, weight in self._members[group]:
            self._weigh(ACTIVITY, place, technology, factor * weight)

    def _add_balances(self) -> Iterator[Problem]:
        """Say that what is made of a commodity, less what is used, is what is demanded in the year."""
        commodities = self._system.commodities
        exact = set(commodities.loc[commodities["balance"] == "equal", "commodity"])
        traded = set(self._system.parameter("trade_route")["commodity"])
        places: dict[Place, Place] = {}
        yield from (Problem("CP-325", place="trade_route", value=commodity) for commodity in sorted(exact & traded))
        for (region, technology, commodity, year), ratios in self._net_ratios(exact).items():
            if len(set(ratios)) > 1:
                yield Problem("CP-325", place=f"{technology}, {year}", value=commodity)
            places[region, commodity, year] = region, f"{BALANCE}.{commodity}", year
            self._weigh(ACTIVITY, places[region, commodity, year], technology, ratios[0])
        for name, weights in (
            ("input_new_capacity_ratio", "user_constraint_new_capacity"),
            ("input_total_capacity_ratio", "user_constraint_capacity"),
        ):
            for region, technology, commodity, year, ratio in _rows(self._system.parameter(name)):
                if (region, commodity, year) in places:
                    self._weigh(weights, places[region, commodity, year], technology, -ratio)
        demanded = self._demanded()
        for at, place in places.items():
            self._bind(place, EQUAL, demanded.get(at, 0.0))

    def _net_ratios(self, exact: set[str]) -> dict[tuple[str, str, str, int], list[float]]:
        """Return output less input per unit of activity in each mode in which a technology can run."""
        modes: dict[tuple[str, str, int], set[str]] = defaultdict(set)
        net: dict[tuple[str, str, str, int], dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for name, sign in (("output_activity_ratio", 1.0), ("input_activity_ratio", -1.0)):
            for region, technology, commodity, mode, year, ratio in _rows(self._system.parameter(name)):
                modes[region, technology, year].add(mode)
                if commodity in exact:
                    net[region, technology, commodity, year][mode] += sign * ratio
        for name in ("emission_activity_ratio", "variable_cost"):
            for region, technology, *_, mode, year, _ in _rows(self._system.parameter(name)):
                modes[region, technology, year].add(mode)
        return {
            (r, t, c, y): [of_mode.get(mode, 0.0) for mode in sorted(modes[r, t, y])]
            for (r, t, c, y), of_mode in net.items()
        }

    def _demanded(self) -> dict[Place, float]:
        """Return what is demanded in a year, in whichever timeslices."""
        system = self._system
        shares: dict[Place, float] = defaultdict(float)
        for region, commodity, _, year, share in _rows(system.parameter("demand_profile")):
            shares[region, commodity, year] += share
        total: dict[Place, float] = defaultdict(float)
        for region, commodity, year, amount in _rows(system.parameter("demand")):
            total[region, commodity, year] += amount * shares.get((region, commodity, year), 1.0)
        for region, commodity, year, amount in _rows(system.parameter("accumulated_demand")):
            total[region, commodity, year] += amount
        return total


def _rows(table: pd.DataFrame) -> Iterator[Any]:
    """Return the rows of a table as tuples, without their source."""
    columns = [column for column in table.columns if column != "source"]
    return zip(*(table[column].tolist() for column in columns), strict=True)
