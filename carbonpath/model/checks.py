"""Checks before anything is built: whether the system is complete, and whether it is plainly impossible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from carbonpath.core.errors import InfeasibleError
from carbonpath.core.problems import Problem, errors_among
from carbonpath.model.coded import Coded
from carbonpath.model.given import Given
from carbonpath.model.grid import anywhere
from carbonpath.model.level_checks import check_levels
from carbonpath.model.parameters import Index, Values, told_index
from carbonpath.model.sets import ModelSets
from carbonpath.system.outline import Outline

CAPACITY_PARAMETERS = (
    "residual_capacity",
    "capital_cost",
    "fixed_cost",
    "max_capacity",
    "min_capacity",
    "max_new_capacity",
    "min_new_capacity",
    "build_rate",
    "build_seed",
    "max_retired_capacity",
    "min_retired_capacity",
)
"""Parameters that say nothing of a technology that keeps no capacity."""

REFERRING = ("max_emission_ratio", "max_group_ratio")
"""Parameters that compare a year with another."""

SHARE_TOLERANCE = 1e-4
"""How far the shares of the timeslices of a year may miss one: what OSeMOSYS accepts of its data sets."""
ROUNDING = 1e-9
"""How far a limit may be passed by rounding, relative to it."""

NOT_NEGATIVE = (
    "demand",
    "input_activity_ratio",
    "output_activity_ratio",
    "residual_capacity",
    "operational_life",
    "availability_factor",
    "capacity_to_activity",
    "discount_rate",
    "build_rate",
    "build_seed",
    "max_retired_capacity",
    "min_retired_capacity",
    "max_investment",
    "max_emission_ratio",
    "max_group_ratio",
)
"""Parameters of which a negative value has no meaning."""


def check_outline(outline: Outline, parameters: Given) -> list[Problem]:
    """Return what makes a system unusable: gaps in time, holes in what the equations need, impossible signs."""
    return [
        *_check_time(outline, parameters),
        *_check_signs(outline, parameters),
        *_check_capacity(outline, parameters),
        *_check_needed(outline, parameters),
        *_check_references(outline, parameters),
        *check_levels(outline, parameters),
    ]


def check_feasible(outline: Outline, parameters: Given, sets: ModelSets) -> list[Problem]:
    """Return contradictions that need no solver: demand without a producer, limits that what stands breaks."""
    return [
        *_check_producers(outline, parameters, sets),
        *_check_committed(outline, parameters, sets),
        *_check_retired(outline, parameters),
        *_check_floors(outline, parameters, sets),
    ]


def require_feasible(problems: Iterable[Problem]) -> None:
    """Raise `InfeasibleError` with `problems` if there are any."""
    found = errors_among(problems)
    if found:
        raise InfeasibleError(*found)


def _check_time(outline: Outline, parameters: Mapping[str, Values]) -> Iterator[Problem]:
    years = outline.years
    if not years or years != tuple(range(years[0], years[-1] + 1)):
        yield Problem("CP-714", place="years", value=", ".join(str(year) for year in years))
    totals: dict[float, int] = {}
    for year in outline.years:
        share = sum(parameters["timeslice_share"].get((timeslice, year), 0.0) for timeslice in outline.timeslices)
        totals.setdefault(share, year)
    for total, year in totals.items():
        if not abs(total - 1.0) <= SHARE_TOLERANCE:
            yield Problem("CP-715", place=str(year), value=str(total))


def _check_signs(outline: Outline, given: Given) -> Iterator[Problem]:
    for name in NOT_NEGATIVE:
        coded = given.coded(name)
        if coded.values.size and coded.values.min() < 0.0:
            for index, value in coded.where(coded.values < 0.0).rows().items():
                yield Problem("CP-716", outline.source(name, index), told_index(name, index), f"{value:g}")


def _check_capacity(outline: Outline, given: Given) -> Iterator[Problem]:
    without = {technology for technology, units in outline.technologies.items() if not units.capacity}
    for name in CAPACITY_PARAMETERS:
        coded = given.coded(name)
        if not without & set(coded.members[1]):
            continue
        named = coded.where(coded.values != 0.0).keys()
        for technology in sorted({index[1] for index in named} & without):
            source = next(outline.source(name, index) for index in named if index[1] == technology)
            yield Problem("CP-713", source, name, technology)


def _built(costs: Coded) -> set[Index]:
    """Return region and technology of what has a capital cost."""
    width = max(1, len(costs.members[1]))
    pairs = np.unique(costs.codes[0] * width + costs.codes[1]).tolist()
    return {(costs.members[0][pair // width], costs.members[1][pair % width]) for pair in pairs}


def _check_needed(outline: Outline, parameters: Given) -> Iterator[Problem]:
    for region in outline.regions:
        if (region,) not in parameters["discount_rate"]:
            yield Problem("CP-712", place="discount_rate", value=region)
    life = parameters["operational_life"]
    for place in sorted(_built(parameters.coded("capital_cost"))):
        if not life.get(place, 0.0) > 0.0:
            yield Problem("CP-712", place="operational_life", value=", ".join(place))
    linked = {technology for _, technology in parameters["capacity_to_activity"]}
    for technology, (activity, capacity) in outline.technologies.items():
        if capacity not in ("", activity, f"{activity}/y") and technology not in linked:
            yield Problem("CP-712", place="capacity_to_activity", value=technology)


def _check_references(outline: Outline, parameters: Mapping[str, Values]) -> Iterator[Problem]:
    for name in REFERRING:
        for index in parameters[name]:
            if index[-1] not in outline.years:
                yield Problem("CP-740", outline.source(name, index), told_index(name, index), str(index[-1]))


def _check_producers(outline: Outline, parameters: Given, sets: ModelSets) -> Iterator[Problem]:
    for name in ("demand", "accumulated_demand"):
        missing: dict[Index, list[int]] = defaultdict(list)
        coded = parameters.coded(name)
        for region, commodity, year in sorted(coded.where((coded.values > 0.0) & ~sets.grid.supplied(name)).keys()):
            missing[region, commodity].append(year)
        for (region, commodity), years in missing.items():
            source = outline.source(name, (region, commodity, years[0]))
            told = told_index(name, (region, commodity, _told_years(years)))
            yield Problem("CP-510", source, told, commodity, {"years": _told_years(years)})


def _check_committed(outline: Outline, parameters: Mapping[str, Values], sets: ModelSets) -> Iterator[Problem]:
    standing = parameters["residual_capacity"]
    for index, limit in sorted(parameters["max_capacity"].items()):
        staying = standing.get(index, 0.0) - _may_retire(index, parameters, sets)
        if staying > limit + ROUNDING * max(1.0, abs(limit)):
            details = {"standing": f"{staying:g}"}
            source = outline.source("max_capacity", index)
            yield Problem("CP-513", source, told_index("max_capacity", index), f"{limit:g}", details)


def _may_retire(index: Index, parameters: Mapping[str, Values], sets: ModelSets) -> float:
    """Return how much of what stands may close before its time."""
    if index not in sets.retired:
        return 0.0
    standing = parameters["residual_capacity"][index]
    return min(standing, parameters["max_retired_capacity"].get(index, standing))


def _check_retired(outline: Outline, parameters: Mapping[str, Values]) -> Iterator[Problem]:
    name, standing = "min_retired_capacity", parameters["residual_capacity"]
    for index, floor in sorted(parameters[name].items()):
        if floor > standing.get(index, 0.0) + ROUNDING * max(1.0, floor):
            details = {"standing": f"{standing.get(index, 0.0):g}"}
            yield Problem("CP-520", outline.source(name, index), told_index(name, index), f"{floor:g}", details)


def _check_floors(outline: Outline, parameters: Given, sets: ModelSets) -> Iterator[Problem]:
    grid = sets.grid
    existing = {
        "min_capacity": grid.capacity,
        "min_new_capacity": grid.new_capacity,
        "min_activity": anywhere(grid.runs, 3),
    }
    for name, there in existing.items():
        at, coded = grid.codes(name), parameters.coded(name)
        missing = (coded.values > 0.0) & ~there[at["region"], at["technology"], at["year"]]
        yield from _unmet(name, coded.where(missing).rows(), outline)
    name = "min_group_activity"
    floors = {index: floor for index, floor in parameters[name].items() if floor > 0.0}
    yield from _unmet(name, {index: floors[index] for index in floors if index not in sets.running_groups}, outline)


def _unmet(name: str, floors: Values, outline: Outline) -> Iterator[Problem]:
    for index, floor in sorted(floors.items()):
        yield Problem("CP-514", outline.source(name, index), told_index(name, index), f"{floor:g}")


def _told_years(years: list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"
