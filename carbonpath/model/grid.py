"""Where technologies stand and run and what balances, as arrays of yes and no over their dimensions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from carbonpath.core.vocabulary import quantity
from carbonpath.model.coded import Coded, Flags, Floats, Positions
from carbonpath.model.given import Given
from carbonpath.model.parameters import Index
from carbonpath.system.outline import YEAR_SLICE, Outline

RATIOS = ("input_activity_ratio", "output_activity_ratio", "emission_activity_ratio")
STORAGE_RATIOS = ("technology_to_storage", "technology_from_storage")


class Grid:
    """Positions of regions, technologies, years, modes, timeslices and commodities, and what is where.

    Parameters
    ----------
    outline
        Sets and entities.
    given
        Every parameter of the vocabulary.
    traded
        Region, commodity and year of what is traded.
    """

    def __init__(self, outline: Outline, given: Given, traded: Iterable[Index]) -> None:
        self.given = given
        self.members: Mapping[str, tuple[Any, ...]] = {
            "region": tuple(sorted(outline.regions)),
            "technology": tuple(sorted(outline.technologies)),
            "commodity": tuple(sorted(outline.balances)),
            "year": outline.years,
            "timeslice": (*sorted(outline.timeslices), *([YEAR_SLICE] if outline.levelled else [])),
            "mode": _members(given, "mode", (*RATIOS, *STORAGE_RATIOS, "variable_cost")),
            "emission": _members(
                given, "emission", ("emission_activity_ratio", "annual_emission_limit", "emission_price")
            ),
        }
        self._orders = {
            name: {member: place for place, member in enumerate(known)} for name, known in self.members.items()
        }
        self.levelled = outline.levelled
        """Whether the last timeslice is the year as one."""
        self.active_slices = self._slices("technology", outline.yearly_technologies)
        """Technology, timeslice: whether a technology that runs has an activity in it."""
        self.balanced_slices = self._slices("commodity", outline.yearly_commodities)
        """Commodity, timeslice: whether a commodity balances in it."""
        self.runs = self._runs()
        """Region, technology, year, mode: whether something is said of running so."""
        self.capacity = self._capacity(outline)
        """Region, technology, year: whether capacity is kept."""
        self.new_capacity = self.marked("capital_cost") & self.capacity
        """Region, technology, year: whether capacity may be built."""
        self.delivery = self._delivery()
        """Region, commodity, year: whether a demand may be met that has no time of its own."""
        exchanged = np.zeros(self.shape("region", "commodity", "year"), dtype=bool)
        for region, commodity, year in traded:
            exchanged[self.at(region=region, commodity=commodity, year=year)] = True
        made = self._flows("output_activity_ratio")
        self._supplied = made | exchanged
        used = self._flows("input_activity_ratio")
        self.balance = made | used | exchanged | self.delivery | self.marked("demand")
        """Region, commodity, year: whether something is made, used, demanded or traded."""
        surplus = np.array([outline.balances[commodity] == "surplus" for commodity in self.members["commodity"]])
        self.disposal = self._supplied & surplus.reshape(1, -1, 1).astype(bool)
        """Region, commodity, year: whether a surplus may be let go."""
        self.emission = self._emission()
        """Region, emission, year: whether something is released, limited or priced."""

    def supplied(self, name: str) -> Flags:
        """Return of each entry of a demand whether its commodity is made or traded then."""
        at = self.codes(name)
        found: Flags = self._supplied[at["region"], at["commodity"], at["year"]]
        return found

    def shape(self, *names: str) -> tuple[int, ...]:
        """Return how many members dimensions have."""
        return tuple(len(self.members[name]) for name in names)

    def at(self, **members: Any) -> tuple[int, ...]:
        """Return the positions of members, by dimension."""
        return tuple(self._orders[name][member] for name, member in members.items())

    def codes(self, name: str) -> dict[str, Positions]:
        """Return the positions of the entries of a parameter, by dimension."""
        coded = self.given.coded(name)
        return {
            index: coded.positions(axis, self._orders[index])
            for axis, index in enumerate(quantity(name).indices)
            if index in self._orders
        }

    def values(self, name: str) -> Floats:
        """Return the values of the entries of a parameter."""
        return self.given.coded(name).values

    def spread(self, name: str, absent: float) -> Floats:
        """Return a parameter as an array over its dimensions, `absent` where it says nothing."""
        found = np.full(self.shape(*quantity(name).indices), absent)
        found[tuple(self.codes(name).values())] = self.values(name)
        return found

    def marked(self, name: str) -> Flags:
        """Return where a parameter says something, over its dimensions."""
        found = np.zeros(self.shape(*quantity(name).indices), dtype=bool)
        found[tuple(self.codes(name).values())] = True
        return found

    def shares(self) -> Floats:
        """Return the share of each timeslice by year; of the year as one, what all shares add up to."""
        found = self.spread("timeslice_share", 0.0).T
        if self.levelled:
            found[:, -1] = found[:, :-1].sum(axis=1)
        return found

    def active(self, flags: Flags) -> Flags:
        """Return `flags` over region, technology, year and mode in the timeslices in which a technology is active."""
        found: Flags = flags[..., None] & self.active_slices[None, :, None, None, :]
        return found

    def balanced(self, flags: Flags) -> Flags:
        """Return `flags` over region, commodity and year in the timeslices in which a commodity balances."""
        found: Flags = flags[..., None] & self.balanced_slices[None, :, None, :]
        return found

    def places(self, flags: Flags, *names: str) -> tuple[Index, ...]:
        """Return the members of the dimensions `names` where `flags` hold, in order."""
        columns = [
            np.array(self.members[name], dtype=object)[found].tolist()
            for name, found in zip(names, np.nonzero(flags), strict=True)
        ]
        return tuple(zip(*columns, strict=True))

    def _slices(self, dimension: str, yearly: frozenset[str]) -> Flags:
        found = np.ones(self.shape(dimension, "timeslice"), dtype=bool)
        if self.levelled:
            at_year = np.array([member in yearly for member in self.members[dimension]], dtype=bool)
            found[:, :-1] = ~at_year[:, None]
            found[:, -1] = at_year
        return found

    def _runs(self) -> Flags:
        found = np.zeros(self.shape("region", "technology", "year", "mode"), dtype=bool)
        for name in (*RATIOS, "variable_cost"):
            at = self.codes(name)
            found[at["region"], at["technology"], at["year"], at["mode"]] = True
        for name in STORAGE_RATIOS:
            at = self.codes(name)
            found[at["region"], at["technology"], :, at["mode"]] = True
        return found

    def _capacity(self, outline: Outline) -> Flags:
        """Every year of each technology that keeps capacity and stands or can run somewhere."""
        known = anywhere(self.runs, 2, 3)
        for name in ("residual_capacity", "capital_cost"):
            at = self.codes(name)
            known[at["region"], at["technology"]] = True
        units = (outline.technologies[technology].capacity for technology in self.members["technology"])
        known &= np.array([bool(unit) for unit in units], dtype=bool)
        return np.repeat(known[:, :, None], len(outline.years), axis=2)

    def _flows(self, name: str) -> Flags:
        found, at = np.zeros(self.shape("region", "commodity", "year"), dtype=bool), self.codes(name)
        found[at["region"], at["commodity"], at["year"]] = True
        return found

    def _delivery(self) -> Flags:
        found = self.marked("accumulated_demand")
        for name, there in (
            ("input_new_capacity_ratio", self.new_capacity),
            ("input_total_capacity_ratio", self.capacity),
        ):
            at = self.codes(name)
            kept = there[at["region"], at["technology"], at["year"]]
            found[at["region"][kept], at["commodity"][kept], at["year"][kept]] = True
        return found

    def _emission(self) -> Flags:
        found = self.marked("annual_emission_limit") | self.marked("emission_price")
        at = self.codes("emission_activity_ratio")
        found[at["region"], at["emission"], at["year"]] = True
        return found


def _members(given: Given, dimension: str, names: Iterable[str]) -> tuple[str, ...]:
    found: set[str] = set()
    for name in names:
        coded: Coded = given.coded(name)
        found |= set(coded.members[quantity(name).indices.index(dimension)])
    return tuple(sorted(found))


def anywhere(flags: Flags, *axes: int) -> Flags:
    """Return whether `flags` hold for some member of the dimensions `axes`."""
    return np.asarray(flags.any(axis=axes), dtype=np.bool_)
