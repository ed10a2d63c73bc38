"""Checking a RESULT table against the system alone: balances, emissions and cost, without any model object.

This is what can be asked of a table read back from disk; beside the reading of parameters it shares no code with the
model, so that the two can disagree.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.model.parameters import Index, Values, told_index
from carbonpath.model.system_parameters import read_parameters
from carbonpath.model.verify_timeslices import check_timeslices
from carbonpath.system.system import System

TOLERANCE = 1e-6
"""Largest difference, relative to the number (or to one, where it is smaller)."""

PLACES = ("region", "technology", "commodity", "emission", "mode", "year")
"""Columns of RESULT that make up an index; timeslices are added up."""

Numbers: TypeAlias = Mapping[Index, float]


def check_result(result: pd.DataFrame, system: System) -> list[Problem]:
    """Return what in a RESULT table does not follow from its activities, its new capacities and the system.

    Returns
    -------
    list[Problem]
        CP-720 for a commodity that does not balance, CP-721 for a number that differs from its recomputation.
    """
    told = _told(result)
    given = read_parameters(system)
    again = _recomputed(told, given, system)
    problems = [problem for name, numbers in again.items() for problem in _compare(name, told[name], numbers)]
    return [*problems, *_check_balance(again, _taken(told, given)), *check_timeslices(result, system, given)]


def _told(result: pd.DataFrame) -> Mapping[str, Numbers]:
    """Return the numbers of each quantity by the parts of their index that are not blank."""
    numbers: dict[str, dict[Index, float]] = defaultdict(lambda: defaultdict(float))
    places = zip(*(result[column].tolist() for column in PLACES), strict=True)
    for name, place, value in zip(result["quantity"].tolist(), places, result["value"].tolist(), strict=True):
        numbers[name][tuple(part for part in place if part != "")] += value
    return numbers


def _recomputed(told: Mapping[str, Numbers], given: Mapping[str, Values], system: System) -> dict[str, Numbers]:
    """Return every derived quantity of RESULT, worked out anew from activity and new capacity."""
    activity, built = told["activity"], told["new_capacity"]
    standing = _standing(built, told["retired_capacity"], given, system.years)
    again: dict[str, Numbers] = {
        "production": _flows(activity, given["output_activity_ratio"]),
        "use": _flows(activity, given["input_activity_ratio"]),
        "technology_emissions": _flows(activity, given["emission_activity_ratio"]),
        "total_capacity": standing,
        "capital_investment": {
            place: cost * built.get(place, 0.0) * _financing(given, place[0], place[1])
            for place, cost in given["capital_cost"].items()
        },
        "fixed_operating_cost": {place: cost * standing.get(place, 0.0) for place, cost in given["fixed_cost"].items()},
        "variable_operating_cost": _added(
            ((r, t, y), cost * activity.get((r, t, m, y), 0.0)) for (r, t, m, y), cost in given["variable_cost"].items()
        ),
    }
    released = again["technology_emissions"]
    again["annual_emissions"] = _added(((r, e, y), mass) for (r, _, e, y), mass in released.items())
    again["boundary_emissions"] = _within(again["annual_emissions"], given["boundary_weight"])
    again["emission_cost"] = _emission_cost(released, activity, given)
    again["storage_investment"] = {
        place: cost * told["new_storage_capacity"].get(place, 0.0)
        for place, cost in given["storage_capital_cost"].items()
    }
    for name, cost, life in (
        ("salvage_value", "capital_investment", given["operational_life"]),
        ("storage_salvage_value", "storage_investment", given["storage_life"]),
    ):
        again[name] = {
            place: paid
            * _left(given, place[0], life[place[:2]], _rate(given, cost, place), system.years[-1] - place[2] + 1)
            for place, paid in again[cost].items()
        }
    again["total_discounted_cost"] = _total(again, given, system.years)
    return again


def _added(pairs: Iterable[tuple[Index, float]]) -> Numbers:
    total: dict[Index, float] = defaultdict(float)
    for index, value in pairs:
        total[index] += value
    return total


def _flows(activity: Numbers, ratios: Values) -> Numbers:
    return _added(
        ((r, t, item, y), ratio * activity.get((r, t, m, y), 0.0)) for (r, t, item, m, y), ratio in ratios.items()
    )


def _standing(built: Numbers, retired: Numbers, given: Mapping[str, Values], years: tuple[int, ...]) -> Numbers:
    new = (
        ((r, t, year), amount)
        for (r, t, vintage), amount in built.items()
        for year in years
        if vintage <= year < vintage + given["operational_life"][r, t]
    )
    closed = ((place, -amount) for place, amount in retired.items())
    return _added((*given["residual_capacity"].items(), *closed, *new))


def _within(annual: Numbers, weights: Values) -> Numbers:
    return _added(
        ((r, boundary, y), weight * mass)
        for (r, e, y), mass in annual.items()
        for (boundary, emission), weight in weights.items()
        if emission == e
    )


def _emission_cost(released: Numbers, activity: Numbers, given: Mapping[str, Values]) -> Numbers:
    price = given["emission_price"]
    annual = _added(((r, t, y), amount) for (r, t, _, y), amount in activity.items())
    paid = (((r, t, e, y), price.get((r, e, y), 0.0) * mass) for (r, t, e, y), mass in released.items())
    spared = (
        ((r, t, e, y), -price.get((r, e, y), 0.0) * each * annual.get((r, t, y), 0.0))
        for (r, t, e, y), each in given["free_allocation"].items()
    )
    fixed = (
        (place, -price.get((place[0], place[2], place[3]), 0.0) * b) for place, b in given["fixed_allowance"].items()
    )
    return _added((*paid, *spared, *fixed))


def _financing(given: Mapping[str, Values], region: str, technology: str) -> float:
    """Return what financing at a technology's own rate makes of one unit of investment."""
    own, social = given["technology_discount_rate"].get((region, technology)), given["discount_rate"][region,]
    if own is None:
        return 1.0
    life = given["operational_life"][region, technology]
    return _annuity_due(social, life) / _annuity_due(own, life)


def _annuity_due(rate: float, life: float) -> float:
    """Return the present value of one unit at the start of each year of `life`."""
    return life if rate == 0.0 else -math.expm1(-life * math.log1p(rate)) * (1.0 + rate) / rate


def _rate(given: Mapping[str, Values], cost: str, place: Index) -> float:
    """Return the discount rate of an investment: a storage may have its own."""
    social = given["discount_rate"][place[0],]
    return given["storage_discount_rate"].get(place[:2], social) if cost == "storage_investment" else social


def _left(given: Mapping[str, Values], region: str, life: float, rate: float, lived: int) -> float:
    """Return what is left after `lived` years: by straight line, or what a sinking fund has not yet paid back."""
    if lived >= life:
        return 0.0
    if rate == 0.0 or given["depreciation_method"].get((region,), 1.0) == 2.0:
        return (life - lived) / life
    return 1.0 - math.expm1(lived * math.log1p(rate)) / math.expm1(life * math.log1p(rate))


def _total(again: Mapping[str, Numbers], given: Mapping[str, Values], years: tuple[int, ...]) -> Numbers:
    first, last = years[0], years[-1]
    parts: list[tuple[Index, float]] = []
    for name, offset in (
        ("capital_investment", 0.0),
        ("storage_investment", 0.0),
        ("fixed_operating_cost", 0.5),
        ("variable_operating_cost", 0.5),
        ("emission_cost", 0.5),
    ):
        parts += (
            ((index[0], first), cost * (1.0 + _rate(given, name, index)) ** -(index[-1] - first + offset))
            for index, cost in again[name].items()
        )
    for name, cost in (("salvage_value", "capital_investment"), ("storage_salvage_value", "storage_investment")):
        parts += (
            ((index[0], first), -value * (1.0 + _rate(given, cost, index)) ** -(last - first + 1))
            for index, value in again[name].items()
        )
    return _added(parts)


def _taken(told: Mapping[str, Numbers], given: Mapping[str, Values]) -> Iterator[tuple[Index, float]]:
    """Return what leaves a commodity's balance beside use: demand, disposal, delivery and trade."""
    profiles = _added(((r, c, y), share) for (r, c, _, y), share in given["demand_profile"].items())
    shares = _added(((y,), share) for (_, y), share in given["timeslice_share"].items())
    for (r, c, y), amount in given["demand"].items():
        yield (r, c, y), amount * profiles.get((r, c, y), shares[y,])
    yield from told["disposal"].items()
    yield from told["delivery"].items()
    routes = given["trade_route"]
    for (r, partner, c, y), amount in told["trade"].items():
        yield (r, c, y), amount * routes.get((r, partner, c, y), 0.0)
        yield (partner, c, y), -amount * routes.get((partner, r, c, y), 0.0)


def _compare(name: str, told: Numbers, again: Numbers) -> Iterator[Problem]:
    for index in sorted(set(told) | set(again)):
        value, recomputed = told.get(index, 0.0), again.get(index, 0.0)
        if not abs(value - recomputed) <= TOLERANCE * max(1.0, abs(recomputed)):
            details = {"recomputed": f"{recomputed:.9g}"}
            yield Problem("CP-721", place=told_index(name, index), value=f"{value:.9g}", details=details)


def _check_balance(again: Mapping[str, Numbers], taken: Iterable[tuple[Index, float]]) -> Iterator[Problem]:
    sides = [
        *(((r, c, y), amount) for (r, _, c, y), amount in again["production"].items()),
        *(((r, c, y), -amount) for (r, _, c, y), amount in again["use"].items()),
        *((index, -amount) for index, amount in taken),
    ]
    size = _added((index, abs(amount)) for index, amount in sides)
    for index, difference in sorted(_added(sides).items()):
        if not abs(difference) <= TOLERANCE * max(1.0, size[index]):
            yield Problem("CP-720", place=told_index("commodity_balance", index), value=f"{difference:.9g}")
