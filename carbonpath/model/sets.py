"""Sparse index sets of a model: only what the data say something about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from carbonpath.model.coded import Flags
from carbonpath.model.given import Given, as_given
from carbonpath.model.grid import Grid, anywhere
from carbonpath.model.parameters import Index, Values
from carbonpath.model.storage_sets import StorageSets, build_storage_sets
from carbonpath.system.outline import YEAR_SLICE, Outline

Flows = Mapping[tuple[str, str, int], tuple[tuple[str, str, float], ...]]
"""From region, commodity or emission, and year to technology, mode and ratio."""
Weights = Mapping[tuple[str, str, int], tuple[tuple[str, float], ...]]
"""From region, group, emission or commodity, and year to technology and weight."""


class ModelSets:
    """Index sets and neighbourhoods, every one in sorted order, each made when it is first asked for.

    Parameters
    ----------
    outline
        Sets and entities.
    given
        Every parameter of the vocabulary.
    """

    def __init__(self, outline: Outline, given: Given) -> None:
        self._outline = replace(outline, source=_nowhere)
        self._given = given
        self.years = outline.years
        """Model years; the first is the base of discounting."""
        self.timeslices = outline.timeslices
        """Share of the year by timeslice."""
        self.levelled = outline.levelled
        """Whether something stands at the level of the year, beside the timeslices."""
        self._every = tuple(sorted(outline.timeslices))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ModelSets) and (self._outline, self._given) == (other._outline, other._given)

    __hash__ = None  # type: ignore[assignment]  # equal by what it is made of, which may change on the way

    @cached_property
    def grid(self) -> Grid:
        """Where technologies stand and run, as arrays."""
        return Grid(self._outline, self._given, self.partners)

    @cached_property
    def modes_of(self) -> Mapping[tuple[str, str, int], tuple[str, ...]]:
        """Modes in which a technology can run in a region and year."""
        found: dict[tuple[str, str, int], list[str]] = defaultdict(list)
        for r, t, y, m in self.grid.places(self.grid.runs, "region", "technology", "year", "mode"):
            found[r, t, y].append(m)
        return {key: tuple(modes) for key, modes in found.items()}

    @cached_property
    def running(self) -> frozenset[Index]:
        """Region and technology of what can run in some year."""
        return frozenset(self.grid.places(anywhere(self.grid.runs, 2, 3), "region", "technology"))

    @cached_property
    def activity(self) -> tuple[Index, ...]:
        """Region, technology, mode, timeslice, year of each activity."""
        places = self.grid.places(self.grid.runs, "region", "technology", "year", "mode")
        return tuple((r, t, m, timeslice, y) for r, t, y, m in places for timeslice in self.slices_of(t))

    def slices_of(self, technology: str) -> tuple[str, ...]:
        """Return the timeslices in which a technology has an activity: all, or the year as one."""
        return (YEAR_SLICE,) if technology in self._outline.yearly_technologies else self._every

    def balanced_slices(self, commodity: str) -> tuple[str, ...]:
        """Return the timeslices in which a commodity balances: all, or the year as one."""
        return (YEAR_SLICE,) if commodity in self._outline.yearly_commodities else self._every

    @cached_property
    def producers(self) -> Flows:
        """Who makes a commodity, in which mode, how much per unit of activity."""
        return _flows(self._given["output_activity_ratio"])

    @cached_property
    def users(self) -> Flows:
        """Who uses a commodity, in which mode, how much per unit of activity."""
        return _flows(self._given["input_activity_ratio"])

    @cached_property
    def emitters(self) -> Flows:
        """Who releases an emission, in which mode, how much per unit of activity."""
        return _flows(self._given["emission_activity_ratio"])

    @cached_property
    def allocated(self) -> Weights:
        """Who receives free allowances of an emission, how many per unit of activity; nobody where all are fixed."""
        rows = self._given["free_allocation"]
        found = _weights(rows, set(self.modes_of) if rows else set())
        return {place: found.get(place, ()) for place in sorted(found.keys() | self.endowed.keys())}

    @cached_property
    def endowed(self) -> Mapping[tuple[str, str, int], float]:
        """Fixed allowances of an emission in a region and year, of all technologies together."""
        found: dict[tuple[str, str, int], float] = defaultdict(float)
        for (r, _, e, y), amount in sorted(self._given["fixed_allowance"].items()):
            found[r, e, y] += amount
        return dict(found)

    @property
    def weights_of(self) -> Mapping[str, Mapping[str, float]]:
        """Weight of each technology of a group, whether it can run or not."""
        return _weights_of(self._outline)

    @cached_property
    def members(self) -> Weights:
        """Members of a group that can run, with their weights."""
        return _members(self._outline, self.modes_of)

    @cached_property
    def balance(self) -> tuple[Index, ...]:
        """Region, commodity, timeslice, year of each balance."""
        return self._by_timeslice(self.grid.balance)

    @cached_property
    def disposal(self) -> tuple[Index, ...]:
        """Region, commodity, timeslice, year where a surplus may be let go."""
        return self._by_timeslice(self.grid.disposal)

    @cached_property
    def capacity(self) -> tuple[Index, ...]:
        """Region, technology, year of each total capacity."""
        return self.grid.places(self.grid.capacity, "region", "technology", "year")

    @cached_property
    def new_capacity(self) -> tuple[Index, ...]:
        """Region, technology, year in which capacity may be built."""
        return self.grid.places(self.grid.new_capacity, "region", "technology", "year")

    @cached_property
    def units(self) -> tuple[Index, ...]:
        """Region, technology, year in which capacity may be built in whole units only."""
        return self._present("capacity_of_unit", "new_capacity")

    @cached_property
    def vintages(self) -> Mapping[tuple[str, str, int], tuple[int, ...]]:
        """Years of building whose capacity still stands in a year."""
        return _vintages(self.capacity, self.new_capacity, self._given["operational_life"])

    @cached_property
    def emission(self) -> tuple[Index, ...]:
        """Region, emission, year of each annual emission."""
        return self.grid.places(self.grid.emission, "region", "emission", "year")

    @cached_property
    def group(self) -> tuple[Index, ...]:
        """Region, group, year of each group activity."""
        return tuple(sorted(self.running_groups | _limited_groups(self._outline, self._given)))

    @cached_property
    def running_groups(self) -> frozenset[Index]:
        """Region, group, year where a member can run."""
        running, found = anywhere(self.grid.runs, 3), set()
        for group, weights in self.weights_of.items():
            members = [self.grid.at(technology=technology)[0] for technology in weights]
            there = anywhere(running[:, members], 1)
            found |= {(r, group, y) for r, y in self.grid.places(there, "region", "year")}
        return frozenset(found)

    @cached_property
    def delivery(self) -> tuple[Index, ...]:
        """Region, commodity, timeslice, year where a demand may be met that has no time of its own."""
        return self._by_timeslice(self.grid.delivery)

    @cached_property
    def built_with(self) -> Weights:
        """Technologies of which building a unit of capacity uses a commodity, how much."""
        rows = self._given["input_new_capacity_ratio"]
        return _weights(rows, set(self.new_capacity) if rows else set())

    @cached_property
    def kept_with(self) -> Weights:
        """Technologies of which a unit of capacity uses a commodity, how much."""
        rows = self._given["input_total_capacity_ratio"]
        return _weights(rows, set(self.capacity) if rows else set())

    @cached_property
    def trade(self) -> tuple[Index, ...]:
        """Region, partner, commodity, timeslice, year; each pair of regions once."""
        pairs = sorted({(r, q, c, y) for (_, c, y), found in self.partners.items() for r, q, _ in found})
        return tuple((r, q, c, timeslice, y) for r, q, c, y in pairs for timeslice in self.balanced_slices(c))

    @cached_property
    def partners(self) -> Flows:
        """From region, commodity and year to the pairs of `trade`, and what a unit of each adds to the region."""
        return _partners(self._given["trade_route"], self._outline.regions)

    @cached_property
    def weighed(self) -> Flows:
        """From region, user-defined constraint and year to parameter, technology and weight."""
        return _weighed(self._given, self)

    @cached_property
    def storage(self) -> StorageSets:
        """Index sets of storage."""
        return build_storage_sets(self._outline, self._given, self.grid)

    @cached_property
    def retired(self) -> tuple[Index, ...]:
        """Region, technology, year in which residual capacity may stand closed before its time."""
        asked = _retired(self._given)
        return tuple(sorted(asked & set(self.capacity))) if asked else ()

    @cached_property
    def boundary(self) -> tuple[Index, ...]:
        """Region, boundary, year of each emission within a boundary."""
        return tuple((r, z, y) for r in self._outline.regions for z in self.counted for y in self.years)

    @cached_property
    def counted(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """Emissions that a boundary counts, with their weights."""
        return _counted(self._given["boundary_weight"])

    def _by_timeslice(self, flags: Flags) -> tuple[Index, ...]:
        places = self.grid.places(flags, "region", "commodity", "year")
        return tuple((r, c, timeslice, y) for r, c, y in places for timeslice in self.balanced_slices(c))

    def _present(self, name: str, there: str) -> tuple[Index, ...]:
        rows = self._given[name]
        return tuple(sorted(set(rows) & set(getattr(self, there)))) if rows else ()


def build_sets(outline: Outline, parameters: Mapping[str, Values]) -> ModelSets:
    """Return the index sets that `outline` needs."""
    return ModelSets(outline, as_given(parameters))


def _nowhere(_name: str, _index: Index) -> str:
    """Return the source of nothing: sets may be sent to another process, where a number came from need not."""
    return ""


def _weights_of(outline: Outline) -> Mapping[str, Mapping[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for group, technology, weight in outline.members:
        found[group][technology] = weight
    return found


def _flows(ratios: Values) -> dict[tuple[str, str, int], tuple[tuple[str, str, float], ...]]:
    found: dict[tuple[str, str, int], list[tuple[str, str, float]]] = defaultdict(list)
    for (r, t, c, m, y), ratio in sorted(ratios.items()):
        found[r, c, y].append((t, m, ratio))
    return {key: tuple(found[key]) for key in sorted(found)}


def _weights(weights: Values, known: set[Any]) -> dict[Any, tuple[tuple[str, float], ...]]:
    """Return technologies and weights by region, item and year, where region, technology and year are in `known`."""
    found: dict[tuple[str, str, int], list[tuple[str, float]]] = defaultdict(list)
    for (r, t, item, y), weight in sorted(weights.items()):
        if (r, t, y) in known:
            found[r, item, y].append((t, weight))
    return {key: tuple(found[key]) for key in sorted(found)}


def _partners(
    routes: Values, regions: tuple[str, ...]
) -> dict[tuple[str, str, int], tuple[tuple[str, str, float], ...]]:
    """Return the pairs of regions between which a commodity is traded; the first gives what the second receives."""
    order = {region: position for position, region in enumerate(regions)}
    found: dict[tuple[str, str, int], list[tuple[str, str, float]]] = defaultdict(list)
    for region, partner, c, y in sorted(routes):
        if order[region] < order[partner] or (partner, region, c, y) not in routes:
            pair = (region, partner) if order[region] < order[partner] else (partner, region)
            found[pair[0], c, y].append((*pair, -routes.get((*pair, c, y), 0.0)))
            found[pair[1], c, y].append((*pair, routes.get((*pair[::-1], c, y), 0.0)))
    return {key: tuple(found[key]) for key in sorted(found)}


def _members(outline: Outline, modes_of: Mapping[Any, Any]) -> dict[Any, tuple[tuple[str, float], ...]]:
    groups_of: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for group, technology, weight in outline.members:
        groups_of[technology].append((group, weight))
    found: dict[tuple[str, str, int], list[tuple[str, float]]] = defaultdict(list)
    for r, t, y in modes_of:
        for group, weight in groups_of.get(t, ()):
            found[r, group, y].append((t, weight))
    return {key: tuple(found[key]) for key in sorted(found)}


def _weighed(
    parameters: Mapping[str, Values], sets: ModelSets
) -> dict[tuple[str, str, int], tuple[tuple[str, str, float], ...]]:
    """Return what user-defined constraints add up, where it exists."""
    existing: Mapping[str, Callable[[], Iterable[Any]]] = {
        "user_constraint_capacity": lambda: sets.capacity,
        "user_constraint_new_capacity": lambda: sets.new_capacity,
        "user_constraint_activity": lambda: sets.modes_of,
    }
    found: dict[tuple[str, str, int], list[tuple[str, str, float]]] = defaultdict(list)
    for name, places in existing.items():
        there = set(places()) if parameters[name] else set()
        for (r, t, u, y), weight in sorted(parameters[name].items()):
            if (r, t, y) in there:
                found[r, u, y].append((name, t, weight))
    return {key: tuple(found[key]) for key in sorted(found)}


def _counted(weights: Values) -> dict[str, tuple[tuple[str, float], ...]]:
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (boundary, emission), weight in sorted(weights.items()):
        found[boundary].append((emission, weight))
    return {boundary: tuple(parts) for boundary, parts in found.items()}


def _retired(parameters: Mapping[str, Values]) -> set[Index]:
    """Return where something stands that may close early."""
    asked = set(parameters["max_retired_capacity"]) | set(parameters["min_retired_capacity"])
    return {place for place in asked if parameters["residual_capacity"].get(place, 0.0) > 0.0}


def _limited_groups(outline: Outline, parameters: Mapping[str, Values]) -> set[Index]:
    limited = set(parameters["max_group_activity"]) | set(parameters["min_group_activity"])
    for name in ("max_group_share", "min_group_share"):
        for r, group, reference_group, y in parameters[name]:
            limited |= {(r, group, y), (r, reference_group, y)}
    for r, group, y, reference_year in parameters["max_group_ratio"]:
        limited |= {(r, group, y), (r, group, reference_year)}
    for r, group in parameters["max_model_period_group_activity"]:
        limited |= {(r, group, y) for y in outline.years}
    return limited


def _vintages(
    capacity: Iterable[Index], new_capacity: Iterable[Index], life: Values
) -> dict[tuple[str, str, int], tuple[int, ...]]:
    built: dict[tuple[str, str], list[int]] = defaultdict(list)
    for r, t, y in new_capacity:
        built[r, t].append(y)
    return {
        (r, t, y): tuple(v for v in built[r, t] if 0 <= y - v < life[r, t]) if (r, t) in built else ()
        for r, t, y in capacity
    }
