"""An infeasible system told as a story: what is missing, since when, what contradicts what, and the ways out."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from carbonpath.core.errors import CarbonpathError
from carbonpath.core.problems import Problem
from carbonpath.model.compiled import CompiledModel, Key
from carbonpath.model.data import read_model_data
from carbonpath.model.diagnose import Conflict, Limit, Repair, cheapest_repair, explain_infeasible, limits_among
from carbonpath.model.elastic import DEMAND
from carbonpath.model.irreducible import irreducible_rows
from carbonpath.model.parameters import Index
from carbonpath.model.programme import compile_system
from carbonpath.model.run import solve_system
from carbonpath.model.shortfall import check_shortfalls
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

SECONDS = 10.0
"""Time spent on the contradictions of all years."""
ENOUGH = 1e-6
"""By how much, relatively, the limits of other years are loosened beyond their repair while one year is looked at."""


@dataclass(frozen=True, slots=True)
class Way:
    """Another way out: one subject gives way alone, in whichever years it must."""

    parameter: str
    """Limit or demand that gives way."""
    subject: Index
    """Its index without years."""
    repairs: tuple[Repair, ...]
    """What it would have to be."""


@dataclass(frozen=True)
class ConflictStory:
    """Why a system has no plan, and how it could have one."""

    shortfalls: tuple[Problem, ...]
    """What is impossible by addition alone."""
    conflict: Conflict
    """The cheapest repair, and one set of limits that contradict each other."""
    by_year: Mapping[int, tuple[Limit, ...]]
    """Limits that contradict each other in each year that needs repair; a year is missing if time ran out."""
    ways: tuple[Way, ...]
    """Other ways out: each limit in conflict that alone, changed enough, would do."""
    repaired_cost: float | None
    """Least cost with the cheapest repair applied, in million CNY: the proof that it is enough."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The cheapest repair as changes that can be applied to the system."""
        return tuple(repair.change for repair in self.conflict.repairs)


def explain_conflict(system: System) -> ConflictStory:
    """Return why `system`, which has no plan, has none.

    Raises
    ------
    InfeasibleError
        What `read_model_data` raises where the system is plainly impossible; its message is the explanation.
    CarbonpathError
        What `read_model_data` raises.
    """
    data = read_model_data(system)
    compiled = compile_system(system, data)
    conflict = explain_infeasible(compiled, system)
    return ConflictStory(
        shortfalls=tuple(check_shortfalls(system, data.parameters, data.sets)),
        conflict=conflict,
        by_year=_by_year(compiled, system, conflict.repairs),
        ways=_ways(compiled, system, conflict),
        repaired_cost=_repaired_cost(system, conflict),
    )


def _by_year(compiled: CompiledModel, system: System, repairs: tuple[Repair, ...]) -> dict[int, tuple[Limit, ...]]:
    """Return what is in conflict in each year once the others are repaired: within the year, if that explains it."""
    found: dict[int, tuple[Limit, ...]] = {}
    begun = time.perf_counter()
    for year in sorted({_last_year(repair.limit.index, system) for repair in repairs}):
        others = [repair for repair in repairs if _last_year(repair.limit.index, system) != year]
        left = SECONDS - (time.perf_counter() - begun)
        if left <= 0.0:
            break
        repaired = _repaired(compiled, others)
        own = [row for row, key in enumerate(compiled.rows) if year in key.place]
        rows = irreducible_rows(repaired, left, own) or irreducible_rows(repaired, left)
        limits = limits_among(rows, compiled, system)
        if limits:
            found[year] = limits
    return found


def _last_year(index: Index, system: System) -> int:
    years = [part for part in index if isinstance(part, int)]
    return years[0] if years else system.years[-1]


def _repaired(compiled: CompiledModel, repairs: Iterable[Repair]) -> CompiledModel:
    """Return the programme with the right-hand sides of `repairs` loosened; ratios lose their row."""
    lower, upper = compiled.row_lower.copy(), compiled.row_upper.copy()
    for repair in repairs:
        for row in _rows_of(compiled, repair.limit):
            room = repair.amount * (1.0 + ENOUGH) + ENOUGH
            family = compiled.rows[row].family
            if family != repair.limit.parameter or "ratio" in family or "share" in family:
                room = float("inf")
            lower[row] -= room
            upper[row] += room
    return replace(compiled, row_lower=lower, row_upper=upper)


def _rows_of(compiled: CompiledModel, limit: Limit) -> list[int]:
    direct = compiled.row_of.get(Key(limit.parameter, limit.index))
    if direct is not None:
        return [direct]
    return [row for row, key in enumerate(compiled.rows) if key.family == DEMAND and _demand_of(key) == limit.index]


def _demand_of(key: Key) -> Index:
    region, commodity, _, year = key.place
    return region, commodity, year


def _ways(compiled: CompiledModel, system: System, conflict: Conflict) -> tuple[Way, ...]:
    """Return the ways out in which one limit of the conflict gives way alone, the smallest relative change first."""
    already = {_subject(repair.limit.parameter, repair.limit.index) for repair in conflict.repairs}
    subjects = dict.fromkeys(_subject(limit.parameter, limit.index) for limit in conflict.irreducible)
    ways = []
    for parameter, subject in subjects:
        if already == {(parameter, subject)}:
            continue
        repairs = cheapest_repair(compiled, system, lambda key, own=(parameter, subject): _told(key) == own)  # type: ignore[misc]
        if repairs:
            ways.append(Way(parameter, subject, repairs))
    return tuple(sorted(ways, key=_size))


def _told(key: Key) -> tuple[str, Index]:
    if key.family == DEMAND:
        return _subject("demand", _demand_of(key))
    return _subject(key.family, key.place)


def _subject(parameter: str, index: Index) -> tuple[str, Index]:
    return parameter, tuple(part for part in index if not isinstance(part, int))


def _size(way: Way) -> float:
    return max(repair.amount / max(abs(repair.limit.value), 1e-9) for repair in way.repairs)


def _repaired_cost(system: System, conflict: Conflict) -> float | None:
    if not conflict.repairs:
        return None
    try:
        return solve_system(apply_changes(system, [repair.change for repair in conflict.repairs])).objective
    except CarbonpathError:
        return None
