"""Sparse index sets of a model: only what the data say something about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carbonpath.model.parameters import Index, Values
from carbonpath.model.storage_sets import StorageSets, build_storage_sets
from carbonpath.system.outline import Outline

Flows = Mapping[tuple[str, str, int], tuple[tuple[str, str, float], ...]]
"""From region, commodity or emission, and year to technology, mode and ratio."""
Weights = Mapping[tuple[str, str, int], tuple[tuple[str, float], ...]]
"""From region, group, emission or commodity, and year to technology and weight."""


@dataclass(frozen=True, slots=True)
class ModelSets:
    """Index sets and neighbourhoods, every one in sorted order."""

    years: tuple[int, ...]
    """Model years; the first is the base of discounting."""
    timeslices: Mapping[str, float]
    """Share of the year by timeslice."""
    activity: tuple[Index, ...]
    """Region, technology, mode, timeslice, year of each activity."""
    modes_of: Mapping[tuple[str, str, int], tuple[str, ...]]
    """Modes in which a technology can run in a region and year."""
    producers: Flows
    """Who makes a commodity, in which mode, how much per unit of activity."""
    users: Flows
    """Who uses a commodity, in which mode, how much per unit of activity."""
    emitters: Flows
    """Who releases an emission, in which mode, how much per unit of activity."""
    allocated: Weights
    """Who receives free allowances of an emission, how many per unit of activity."""
    members: Weights
    """Members of a group that can run, with their weights."""
    balance: tuple[Index, ...]
    """Region, commodity, timeslice, year of each balance."""
    disposal: tuple[Index, ...]
    """Region, commodity, timeslice, year where a surplus may be let go."""
    capacity: tuple[Index, ...]
    """Region, technology, year of each total capacity."""
    new_capacity: tuple[Index, ...]
    """Region, technology, year in which capacity may be built."""
    units: tuple[Index, ...]
    """Region, technology, year in which capacity may be built in whole units only."""
    vintages: Mapping[tuple[str, str, int], tuple[int, ...]]
    """Years of building whose capacity still stands in a year."""
    emission: tuple[Index, ...]
    """Region, emission, year of each annual emission."""
    group: tuple[Index, ...]
    """Region, group, year of each group activity."""
    delivery: tuple[Index, ...]
    """Region, commodity, timeslice, year where a demand may be met that has no time of its own."""
    built_with: Weights
    """Technologies of which building a unit of capacity uses a commodity, how much."""
    kept_with: Weights
    """Technologies of which a unit of capacity uses a commodity, how much."""
    trade: tuple[Index, ...]
    """Region, partner, commodity, timeslice, year; each pair of regions once."""
    partners: Mapping[tuple[str, str, int], tuple[tuple[str, str, float], ...]]
    """From region, commodity and year to the pairs of `trade`, and what a unit of each adds to the region."""
    weighed: Mapping[tuple[str, str, int], tuple[tuple[str, str, float], ...]]
    """From region, user-defined constraint and year to parameter, technology and weight."""
    storage: StorageSets
    """Index sets of storage."""
    retired: tuple[Index, ...]
    """Region, technology, year in which residual capacity may stand closed before its time."""
    boundary: tuple[Index, ...]
    """Region, boundary, year of each emission within a boundary."""
    counted: Mapping[str, tuple[tuple[str, float], ...]]
    """Emissions that a boundary counts, with their weights."""


def build_sets(outline: Outline, parameters: Mapping[str, Values]) -> ModelSets:
    """Return the index sets that `outline` needs."""
    modes_of = _modes_of(parameters, outline.years)
    capacity = _capacity(outline, parameters, modes_of)
    new_capacity = tuple(sorted(set(parameters["capital_cost"]) & set(capacity)))
    producers = _flows(parameters["output_activity_ratio"])
    users = _flows(parameters["input_activity_ratio"])
    emitters = _flows(parameters["emission_activity_ratio"])
    members = _members(outline, modes_of)
    partners = _partners(parameters["trade_route"], outline.regions)
    built_with = _weights(parameters["input_new_capacity_ratio"], set(new_capacity))
    kept_with = _weights(parameters["input_total_capacity_ratio"], set(capacity))
    delivered = set(parameters["accumulated_demand"]) | set(built_with) | set(kept_with)
    balance = set(producers) | set(users) | set(parameters["demand"]) | set(partners) | delivered
    counted = _counted(parameters["boundary_weight"])
    surplus = {commodity for commodity, balance in outline.balances.items() if balance == "surplus"}
    return ModelSets(
        years=outline.years,
        timeslices=outline.timeslices,
        activity=_activity(modes_of, outline),
        modes_of=modes_of,
        producers=producers,
        users=users,
        emitters=emitters,
        allocated=_weights(parameters["free_allocation"], set(modes_of)),
        members=members,
        balance=_by_timeslice(balance, outline),
        disposal=_by_timeslice({key for key in (*producers, *partners) if key[1] in surplus}, outline),
        capacity=capacity,
        new_capacity=new_capacity,
        units=tuple(sorted(set(parameters["capacity_of_unit"]) & set(new_capacity))),
        vintages=_vintages(capacity, new_capacity, parameters["operational_life"]),
        emission=tuple(
            sorted(set(emitters) | set(parameters["annual_emission_limit"]) | set(parameters["emission_price"]))
        ),
        delivery=_by_timeslice(delivered, outline),
        built_with=built_with,
        kept_with=kept_with,
        trade=_trade(partners, outline),
        partners=partners,
        weighed=_weighed(parameters, new_capacity, capacity, modes_of),
        storage=build_storage_sets(outline, parameters, modes_of),
        group=tuple(sorted(set(members) | _limited_groups(outline, parameters))),
        retired=tuple(sorted(_retired(parameters) & set(capacity))),
        boundary=tuple((r, z, y) for r in outline.regions for z in counted for y in outline.years),
        counted=counted,
    )


def _modes_of(parameters: Mapping[str, Values], years: Iterable[int]) -> dict[tuple[str, str, int], tuple[str, ...]]:
    """Return the modes of each technology and year: those of which a ratio or a cost says what running means."""
    found: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    for name in ("input_activity_ratio", "output_activity_ratio", "emission_activity_ratio"):
        for r, t, _, m, y in parameters[name]:
            found[r, t, y].add(m)
    for r, t, m, y in parameters["variable_cost"]:
        found[r, t, y].add(m)
    for name in ("technology_to_storage", "technology_from_storage"):
        for r, t, _, m in parameters[name]:
            for y in years:
                found[r, t, y].add(m)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}


def _activity(modes_of: Mapping[tuple[str, str, int], tuple[str, ...]], outline: Outline) -> tuple[Index, ...]:
    timeslices = sorted(outline.timeslices)
    return tuple(
        (r, t, m, timeslice, y) for (r, t, y), modes in modes_of.items() for m in modes for timeslice in timeslices
    )


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


def _trade(
    partners: Mapping[tuple[str, str, int], tuple[tuple[str, str, float], ...]], outline: Outline
) -> tuple[Index, ...]:
    pairs = sorted({(r, q, c, y) for (_, c, y), found in partners.items() for r, q, _ in found})
    return tuple((r, q, c, timeslice, y) for r, q, c, y in pairs for timeslice in sorted(outline.timeslices))


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
    parameters: Mapping[str, Values], new_capacity: Iterable[Index], capacity: Iterable[Index], modes_of: Iterable[Any]
) -> dict[tuple[str, str, int], tuple[tuple[str, str, float], ...]]:
    """Return what user-defined constraints add up, where it exists."""
    existing: Mapping[str, set[Any]] = {
        "user_constraint_capacity": set(capacity),
        "user_constraint_new_capacity": set(new_capacity),
        "user_constraint_activity": set(modes_of),
    }
    found: dict[tuple[str, str, int], list[tuple[str, str, float]]] = defaultdict(list)
    for name, there in existing.items():
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


def _by_timeslice(keys: Iterable[tuple[Any, ...]], outline: Outline) -> tuple[Index, ...]:
    timeslices = sorted(outline.timeslices)
    return tuple((r, c, timeslice, y) for r, c, y in sorted(keys) for timeslice in timeslices)


def _capacity(outline: Outline, parameters: Mapping[str, Values], modes_of: Mapping[Any, Any]) -> tuple[Index, ...]:
    """Every year of each technology that keeps capacity and stands or can run somewhere."""
    keeping = {technology for technology, units in outline.technologies.items() if units.capacity}
    places = {key[:2] for key in modes_of}
    places |= {(r, t) for r, t, _ in (*parameters["residual_capacity"], *parameters["capital_cost"])}
    return tuple((r, t, y) for r, t in sorted(places) if t in keeping for y in outline.years)


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
