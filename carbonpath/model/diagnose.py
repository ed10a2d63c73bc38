"""Why there is no plan, in the user's words: what has to give, how much, in which year, and where it was written."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from carbonpath.core.errors import InfeasibleError, LimitError
from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import quantity
from carbonpath.model.compiled import CompiledModel, Floats, Key
from carbonpath.model.elastic import (
    DEMANDS,
    POLICY,
    RATIOS,
    Slack,
    elastic_programme,
    elastic_slacks,
    given_limit,
    ratio_columns,
    slack_values,
)
from carbonpath.model.irreducible import irreducible_rows
from carbonpath.model.labels import Units, label_of, source_of
from carbonpath.model.parameters import Index, told_index
from carbonpath.model.solve import solve
from carbonpath.system.change import Change
from carbonpath.system.system import System

DIGITS = 6
"""Digits with which a repair is told."""
ALMOST = 1e-3
"""Part of the last digit that rounding forgives: the tolerance of the solver."""

NOTICEABLE = 1e-6
"""Slacks smaller than this share of their limit are the solver's tolerance."""

NAME_OF = {"build_rate": "build_seed"}
"""Parameter that gives way where a constraint has another right-hand side than its name."""

IRREDUCIBLE_SECONDS = 10.0
"""Time spent on an irreducible set, which is a courtesy beside the repair."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit or demand of the system, as its author knows it."""

    parameter: str
    """Parameter of the vocabulary."""
    index: Index
    """Its index values."""
    value: float
    """What is written."""
    unit: str
    """Unit of the value."""
    source: str
    """Where it is written."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A limit and what it would have to be."""

    limit: Limit
    """The limit as it is."""
    needed: float
    """What it would have to be for a plan to exist, with the other repairs, rounded to the looser side."""

    @property
    def amount(self) -> float:
        """How far the limit gives way, in its unit."""
        return abs(self.needed - self.limit.value)

    @property
    def change(self) -> Change:
        """The repair as a change that can be applied to the system."""
        limit = self.limit
        where = dict(zip(quantity(limit.parameter).indices, limit.index, strict=True))
        return Change(limit.parameter, where, "set", self.needed, source=limit.source, unit=limit.unit, lever="repair")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a system has no plan."""

    repairs: tuple[Repair, ...]
    """The cheapest repair: changes that together are enough, largest relative change first."""
    irreducible: tuple[Limit, ...]
    """Limits and demands that contradict each other, none of them to spare; empty if not found in time."""

    def problems(self, system: System) -> list[Problem]:
        """Return the conflict as findings of the message catalogue: CP-511 repairs, CP-512 irreducible set."""
        told = [_problem("CP-511", repair.limit, system, repair.needed) for repair in self.repairs]
        told += [_problem("CP-512", limit, system, limit.value) for limit in self.irreducible]
        return told or [Problem("CP-515", place=system.name)]


def explain_infeasible(compiled: CompiledModel, system: System) -> Conflict:
    """Return what keeps `system` from having a plan.

    Every demand, limit, share and emission limit may give way at a price relative to its size (ten times for a
    demand); the least sum of prices is the cheapest repair. Balances and capacity keep their form.

    Parameters
    ----------
    compiled
        Arrays of the infeasible programme.
    system
        The system behind it: labels, units and sources.
    """
    repairs = cheapest_repair(compiled, system)
    rows = irreducible_rows(compiled, IRREDUCIBLE_SECONDS)
    return Conflict(repairs, limits_among(rows, compiled, system))


def limits_among(rows: Iterable[Key], compiled: CompiledModel, system: System) -> tuple[Limit, ...]:
    """Return those of `rows` that people set, as they know them: limits and demands."""
    return tuple(limit_of(key, compiled, system) for key in rows if _is_set_by_people(key, compiled))


def cheapest_repair(
    compiled: CompiledModel, system: System, may_give: Callable[[Key], bool] = lambda _: True
) -> tuple[Repair, ...]:
    """Return the cheapest changes of limits and demands that together are enough, largest relative change first.

    Parameters
    ----------
    compiled, system
        As for `explain_infeasible`.
    may_give
        Which rows may give way.

    Returns
    -------
    tuple
        Empty if no change of these rows is enough.
    """
    slacks = [slack for slack in elastic_slacks(compiled) if may_give(compiled.rows[slack.row])]
    try:
        solution = solve(elastic_programme(compiled, slacks), sample=system.name)
        if any(key.family in RATIOS for key in compiled.rows):
            weighed = elastic_slacks(compiled, solution.values)
            slacks = [slack for slack in weighed if may_give(compiled.rows[slack.row])]
            solution = solve(elastic_programme(compiled, slacks), sample=system.name)
    except (InfeasibleError, LimitError):
        return ()
    amounts = slack_values(compiled, solution.values)
    sizes = amounts * np.array([slack.price for slack in slacks])
    order = [int(position) for position in np.argsort(-sizes, kind="stable") if sizes[position] > NOTICEABLE]
    needed = (_repair(slacks[at], float(amounts[at]), compiled, solution.values, system) for at in order)
    return _merged(needed)


def _merged(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """Return repairs with those of one limit added up: a demand gives way in each of its timeslices."""
    found: dict[tuple[str, Index], Repair] = {}
    for repair in repairs:
        place = repair.limit.parameter, repair.limit.index
        before = found[place].needed - repair.limit.value if place in found else 0.0
        found[place] = Repair(repair.limit, repair.needed + before)
    return tuple(found.values())


def _repair(slack: Slack, amount: float, compiled: CompiledModel, values: Floats, system: System) -> Repair:
    key = compiled.rows[slack.row]
    limit = limit_of(key, compiled, system)
    if key.family not in RATIOS:
        return Repair(limit, loosened(limit.value + slack.direction * amount, slack.direction))
    part, whole = (float(values[column]) for column in ratio_columns(compiled, key))
    return Repair(limit, loosened(part / whole, slack.direction) if whole else limit.value)


def loosened(value: float, direction: float) -> float:
    """Return `value` to six digits, rounded upwards or downwards, so that the number told is enough."""
    if value == 0.0 or not math.isfinite(value):
        return value
    unit = 10.0 ** (math.floor(math.log10(abs(value))) - DIGITS + 1)
    steps = value / unit
    whole = math.ceil(steps - ALMOST) if direction > 0.0 else math.floor(steps + ALMOST)
    return float(f"{whole * unit:.{DIGITS}g}")


def _is_set_by_people(key: Key, compiled: CompiledModel) -> bool:
    if key.family in DEMANDS:
        return bool(compiled.row_lower[compiled.row_of[key]] > 0.0)
    return key.family in POLICY


def limit_of(key: Key, compiled: CompiledModel, system: System) -> Limit:
    """Return the limit or demand behind a row."""
    name, index = key.family, key.place
    if name in DEMANDS:
        name, index = DEMANDS[name], (*index[:2], index[-1])
    name = NAME_OF.get(name, name)
    table = system.parameter(name)
    for column, wanted in zip(quantity(name).indices, index, strict=True):
        table = table[table[column] == wanted]
    given = float(table["value"].iloc[0]) if len(table) else given_limit(compiled, compiled.row_of[key])
    return Limit(name, index, given, Units(system).of(name, index), source_of(system, name, index))


def _problem(code: str, limit: Limit, system: System, needed: float) -> Problem:
    entry = quantity(limit.parameter)
    place = dict(zip(entry.indices, limit.index, strict=True))
    subjects = [dimension for dimension in entry.indices if dimension not in ("region", "year")]
    details = {
        "year": str(place.get("year", f"{system.years[0]}-{system.years[-1]}")),
        "unit": "" if limit.unit == "1" else f" {limit.unit}",
        "needed": f"{needed:.6g}",
        "amount": f"{abs(needed - limit.value):.6g}",
        "quantity_zh": entry.zh,
        "quantity_en": entry.en,
        "subject_zh": " / ".join(label_of(system, d, str(place[d]), "zh") for d in subjects),
        "subject_en": " / ".join(label_of(system, d, str(place[d]), "en") for d in subjects),
    }
    where = told_index(limit.parameter, limit.index)
    return Problem(code, file=limit.source, place=where, value=f"{limit.value:.6g}", details=details)
