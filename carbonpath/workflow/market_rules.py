"""Free allocation by the rules of the markets (`allocation: rules`): the optimum books what `ets` tells of its plan.

The rules are no constants: they correct for load, look at intensity, even out what lies beyond a tolerance. So the plan
is found, the rules are applied to it, and what they give is written back as an amount for each unit of activity (what
one more unit earns) and a fixed amount (the rest, which moves no decision); until nothing moves, or for a few rounds.
In the last round only the fixed amounts are written anew: they cannot move the plan, so that it books what it is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem
from carbonpath.indicators.carbon_market import CarbonMarket
from carbonpath.indicators.ets_position import positions
from carbonpath.indicators.ets_slopes import Ratios, Slope, allowance_slopes
from carbonpath.indicators.tables import Tables
from carbonpath.model.run import solve_system
from carbonpath.system.change import Change
from carbonpath.system.emission_parameters import SCOPE_1
from carbonpath.system.overlay import apply_changes
from carbonpath.system.specification import SystemSpecification
from carbonpath.system.system import System
from carbonpath.workflow.carbon_market import FILE, load_carbon_market
from carbonpath.workflow.fitting import FittedDistrict
from carbonpath.workflow.project import Project

ROUNDS = 4
"""Rounds after which slopes are no longer renewed."""
AGREED = 1e-5
"""Mt by which what is booked may miss what the rules give: ten tonnes, the accuracy of the solver."""
RULES = "rules"
"""Choice of a specification that stands for the rules of the markets."""
LEVER = "free_allocation"
"""Lever under which a scenario's table tells the allocation."""
OUTSIDE = frozenset({"purchase", "sale", "exchange", "link"})
"""Roles of technologies that make nothing themselves."""

Booked = Mapping[tuple[str, int], float]
"""Allowances by firm and year, Mt."""


def ruled_system(
    project: Project,
    base: FittedDistrict,
    specification: SystemSpecification,
    system: System,
    language: Language = "zh",
) -> tuple[System, tuple[Change, ...]]:
    """Return a system with the free allocation that its specification asks for, and the changes that make it.

    Parameters
    ----------
    project, base
        Project and its calibrated district.
    specification
        Choices of the scenario; `allocation` says by what allowances are given.
    system
        System with the measures of the scenario.
    language
        Language of the reasons.

    Raises
    ------
    UsageError
        CP-735 if the rules of markets are asked for and the project takes part in none.
    """
    if specification.allocation != RULES:
        return system, ()
    tables = base.calibrated.district.tables
    market = load_carbon_market(project, tables, specification.price_variant, specification.years)
    if market is None:
        raise UsageError(Problem("CP-735", str(project.inventory_folder / FILE)))
    changes = rule_changes(system, market, language)
    return apply_changes(system, changes), tuple(changes)


def rule_changes(system: System, market: CarbonMarket, language: Language = "zh") -> list[Change]:
    """Return the free allocation of a system by the rules of its markets; nothing where no plan can be found.

    Parameters
    ----------
    system
        System with the measures of a scenario; the allocation that it has is replaced.
    market
        Participants and rules.
    language
        Language of the reasons.
    """
    reason = text("workflow.allocation.reason", language)
    changes: list[Change] = []
    slopes: Sequence[Slope] = ()
    ruled = system
    for turn in range(ROUNDS + 1):
        try:
            plan = plan_tables(ruled, solve_system(ruled).result)
        except InfeasibleError:
            return []
        if turn > 0 and largest_gap(booked_allowances(ruled, plan), ruled_allowances(plan, market)) <= AGREED:
            return changes
        if turn < ROUNDS:
            slopes = allowance_slopes(plan, market, system_ratios(system))
        changes = [replace(change, reason=reason) for change in _as_changes(system, slopes, plan, market)]
        ruled = apply_changes(system, changes)
    return changes


def plan_tables(system: System, result: pd.DataFrame) -> Tables:
    """Return a plan as markets are accounted from."""
    return Tables(result, system.technologies, system.commodities, system.groups)


def booked_allowances(system: System, plan: Tables) -> Booked:
    """Return the allowances that a system books along a plan, Mt by firm and year, where there is a carbon price."""
    active = _activity(plan)
    firms = dict(_columns(system.technologies, "technology", "firm"))
    priced = _priced(system)
    found: dict[tuple[str, int], float] = defaultdict(float)
    for technology, year, value in _columns(system.parameter("free_allocation"), "technology", "year", "value"):
        found[firms[technology], year] += value * active.get((technology, year), 0.0)
    for technology, year, value in _columns(system.parameter("fixed_allowance"), "technology", "year", "value"):
        found[firms[technology], year] += value
    return {key: value for key, value in found.items() if key[1] in priced}


def ruled_allowances(plan: Tables, market: CarbonMarket) -> Booked:
    """Return the allowances that the rules give along a plan, Mt by firm and year, all markets together."""
    rows = positions(plan, market)
    found: dict[tuple[str, int], float] = defaultdict(float)
    for firm, year, value in _columns(rows, "firm", "year", "allowances"):
        found[firm, year] += value
    return dict(found)


def largest_gap(booked: Booked, ruled: Booked) -> float:
    """Return the largest difference between the two over firms and the years that are booked at all, Mt."""
    years = {year for _, year in booked}
    keys = {key for key in booked.keys() | ruled.keys() if key[1] in years}
    return max((abs(booked.get(key, 0.0) - ruled.get(key, 0.0)) for key in keys), default=0.0)


def system_ratios(system: System) -> Ratios:
    """Return what the technologies of a system release, use and make for a unit of activity."""
    base = dict(_columns(system.commodities, "commodity", "base"))
    outside = {name for name, role in _columns(system.technologies, "technology", "role") if role in OUTSIDE}
    emitted = system.parameter("emission_activity_ratio")
    emission: dict[tuple[str, int], float] = defaultdict(float)
    for t, y, value in _columns(emitted[emitted["emission"] == SCOPE_1], "technology", "year", "value"):
        emission[t, y] += value
    flows: dict[str, dict[tuple[str, str, int], float]] = {}
    for name in ("input_activity_ratio", "output_activity_ratio"):
        flows[name] = defaultdict(float)
        for t, c, y, value in _columns(system.parameter(name), "technology", "commodity", "year", "value"):
            if t not in outside:
                flows[name][t, base[c], y] += value
    return Ratios(emission, flows["input_activity_ratio"], flows["output_activity_ratio"])


def _as_changes(system: System, slopes: Sequence[Slope], plan: Tables, market: CarbonMarket) -> list[Change]:
    """Return the slopes as allocation per unit of activity, and what is left of each account as a fixed amount."""
    priced = _priced(system)
    region = system.regions[0]
    told = [slope for slope in slopes if slope.year in priced]
    active = _activity(plan)
    left = {key: value for key, value in ruled_allowances(plan, market).items() if key[1] in priced}
    holder: dict[str, str] = {}
    changes = [_cleared(name) for name in ("free_allocation", "fixed_allowance") if len(system.parameter(name))]
    roles = dict(_columns(system.technologies, "technology", "role"))
    for slope in told:
        if roles[slope.technology] not in OUTSIDE:
            holder.setdefault(slope.firm, slope.technology)
        left[slope.firm, slope.year] -= slope.value * active.get((slope.technology, slope.year), 0.0)
        if slope.value:
            where = _place(region, slope.technology, slope.year)
            changes.append(_set("free_allocation", where, slope.value, "t/unit", slope.market))
    for (firm, year), amount in sorted(left.items()):
        changes.append(_set("fixed_allowance", _place(region, holder[firm], year), amount, "Mt", "rest"))
    return changes


def _place(region: str, technology: str, year: int) -> dict[str, str | int]:
    return {"region": region, "technology": technology, "emission": SCOPE_1, "year": year}


def _set(parameter: str, where: Mapping[str, str | int], value: float, unit: str, basis: str) -> Change:
    return Change(parameter, where, "set", value, source=FILE, unit=unit, lever=LEVER, basis=basis)


def _cleared(parameter: str) -> Change:
    return Change(parameter, {}, "clear", source=FILE, lever=LEVER)


def _activity(plan: Tables) -> Mapping[tuple[str, int], float]:
    rows = plan.result.loc[plan.result["quantity"] == "annual_activity"]
    return {(technology, year): value for technology, year, value in _columns(rows, "technology", "year", "value")}


def _priced(system: System) -> set[int]:
    rows = system.parameter("emission_price")
    return {year for emission, year in _columns(rows, "emission", "year") if emission == SCOPE_1}


def _columns(table: pd.DataFrame, *names: str) -> Iterator[tuple[Any, ...]]:
    return zip(*(table[name].tolist() for name in names), strict=True)
