"""From a data set to the rows of a system: every parameter under its name in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from carbonpath.core.problems import Problem
from carbonpath.system.readers.coding import Entries, filled
from carbonpath.system.readers.muio import financing, user_limits
from carbonpath.system.readers.readings import ABSENT, Coded, read_entries
from carbonpath.system.readers.running import running_costs
from carbonpath.system.readers.signatures import signatures

PLAIN = (*ABSENT, "every", "max", "mode-max", "min")
"""Readings that need nothing but the parameter itself."""


def interpret(coded: Coded, problems: list[Problem]) -> dict[str, Entries]:
    """Return the rows of every parameter of the system, by the parameter's name in the data set.

    Adds to `problems` CP-313 where a value is missing and CP-314 for what no part of the model says.
    """
    rows: dict[str, Entries] = {}
    for name, signature in signatures().items():
        if signature.reading in PLAIN:
            rows[name] = read_entries(coded, name, problems)
        elif signature.reading == "unsupported":
            problems += _unsupported(coded, name)
    rows["VariableCost"] = running_costs(coded)
    rows["AccumulatedAnnualDemand"] = _beyond_specified(coded, rows["AccumulatedAnnualDemand"])
    rows["SpecifiedDemandProfile"] = _profiles(coded)
    rows["DiscountRateIdv"] = _own_rates(coded)
    rows["TradeRoute"] = _between_regions(rows["TradeRoute"])
    paid = financing(coded)
    if paid is not None:
        costs, own = rows["CapitalCost"], rows["DiscountRateIdv"]
        rows["CapitalCost"] = replace(costs, values=costs.values * paid[costs.positions[0], costs.positions[1]])
        rows["DiscountRateIdv"] = own.where(np.zeros(own.values.size, dtype=bool))
    return rows


def user_rows(coded: Coded) -> Mapping[str, Entries]:
    """Return the right-hand sides of user-defined constraints, by their name in the vocabulary."""
    return dict(user_limits(coded)) if "UDCTag" in coded.entries else {}


def _unsupported(coded: Coded, name: str) -> Iterator[Problem]:
    entries = coded.given(name)
    parameter = coded.data.parameters.get(name)
    for row in np.flatnonzero(entries.values)[:1]:
        file = parameter.file if parameter else coded.data.file
        yield Problem("CP-314", file, f"line {entries.lines[row]}", name)
    if coded.default(name):
        yield Problem("CP-314", coded.data.file, value=name)


def _beyond_specified(coded: Coded, rows: Entries) -> Entries:
    """Return what accumulated demand asks beyond the specified demand of the same commodity and year.

    In OSeMOSYS the annual balance does not add up the two: what satisfies the specified demand counts for both.
    """
    r, f, y = rows.positions
    beyond = rows.values - coded.array("SpecifiedAnnualDemand")[r, f, y]
    return replace(rows, values=beyond).where(beyond > 0.0)


def _profiles(coded: Coded) -> Entries:
    """Return the share of every timeslice, zero ones too, of each demand."""
    entries = coded.everywhere("SpecifiedDemandProfile")
    demanded = coded.array("SpecifiedAnnualDemand") != 0.0
    r, f, _, y = entries.positions
    return entries.where(demanded[r, f, y])


def _own_rates(coded: Coded) -> Entries:
    """Return the discount rates of technologies that differ from their region's."""
    regional = coded.array("DiscountRate")
    default = coded.default("DiscountRateIdv")
    if default is None:
        entries = coded.given("DiscountRateIdv")
    else:
        entries = filled(coded.given("DiscountRateIdv"), coded.shape("DiscountRateIdv"), default)
    return entries.where(entries.values != regional[entries.positions[0]])


def _between_regions(rows: Entries) -> Entries:
    return rows.where(rows.positions[0] != rows.positions[1])
