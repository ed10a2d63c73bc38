"""Limits that bind a plan, ranked by the money they cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from carbonpath.model.compiled import CompiledModel, Floats, Key
from carbonpath.model.diagnose import Limit, limit_of
from carbonpath.model.elastic import POLICY, RATIOS, given_limit, ratio_columns
from carbonpath.model.parameters import Index
from carbonpath.model.price_range import PriceRange
from carbonpath.model.resolve import Resolver
from carbonpath.model.solve import Solution
from carbonpath.system.system import System

PERCENT = 0.01
"""Change of a limit by which limits of different units are compared."""
NOTICEABLE = 1e-9
"""Savings, relative to the whole cost, below which a limit does not bind."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A limit that costs something."""

    row: int
    """Position of its row."""
    limit: Limit
    """The limit as its author knows it."""
    price: float
    """Cost that one more unit of the limit saves, money of its year (present value, if it has none); negative for a
    lower limit, which costs."""
    dual: float
    """The price as the solver tells it: change of cost per unit of the right-hand side, present value."""
    saving: float
    """Cost saved if the limit were one percent looser, present value in million CNY, by its price; zero for a ban, of
    which one percent is nothing."""

    def price_range(self, slopes: PriceRange) -> tuple[float, float]:
        """Return the lowest and highest price of the limit, given the slopes of cost beside its right-hand side."""
        factor = self.price / self.dual
        ends = factor * slopes.below, factor * slopes.above
        return min(ends), max(ends)


@dataclass(frozen=True, slots=True)
class Subject:
    """The limits of one subject over all years."""

    parameter: str
    """Limit of the vocabulary."""
    index: Index
    """Its index without years."""
    priced: float
    """Cost saved if all its years were one percent looser, by their prices: more than can be saved where prices are
    not unique."""
    saved: float
    """Cost really saved then, present value in million CNY, from a solve of its own."""
    bindings: tuple[Binding, ...]
    """Its years, in order."""


def find_bindings(
    compiled: CompiledModel, solution: Solution, system: System, discount: Mapping[tuple[str, int], float]
) -> tuple[Binding, ...]:
    """Return the limits that bind, the most expensive first, bans last.

    Parameters
    ----------
    compiled, solution
        The programme and its answer.
    system
        The system behind it.
    discount
        Present value of money in the middle of a year, by region and year.
    """
    floor = NOTICEABLE * max(1.0, abs(solution.objective))
    found = []
    for row, key in enumerate(compiled.rows):
        dual = float(solution.row_duals[row])
        if dual == 0.0 or key.family not in POLICY:
            continue
        size = _size(compiled, solution.values, row)
        if abs(dual) * size * PERCENT > floor or (size == 0.0 and abs(dual) > floor):
            scale = _per_unit(compiled, solution.values, key)
            price = -dual * scale / discount.get((key.place[0], _year(key)), 1.0)
            limit = limit_of(key, compiled, system)
            found.append(Binding(row, limit, price, dual, abs(dual) * size * PERCENT))
    return tuple(sorted(found, key=lambda one: (-one.saving, one.limit.parameter, one.limit.index)))


def find_subjects(
    compiled: CompiledModel, solution: Solution, bindings: Sequence[Binding], count: int
) -> tuple[Subject, ...]:
    """Return the limits of each subject over all years, the one that saves most if loosened first.

    Parameters
    ----------
    compiled, solution
        The programme, without whole numbers, and its answer.
    bindings
        Limits that bind.
    count
        How many subjects are looked at: those with the highest prices.

    Raises
    ------
    CarbonpathError
        What `carbonpath.model.solve.solve` raises.
    """
    found: dict[tuple[str, Index], list[Binding]] = {}
    for one in bindings:
        subject = tuple(part for part in one.limit.index if not isinstance(part, int))
        found.setdefault((one.limit.parameter, subject), []).append(one)
    dearest = sorted(found.items(), key=lambda item: (-sum(one.saving for one in item[1]), item[0]))[:count]
    resolver = Resolver(compiled)
    base = resolver.solve(compiled, "base").objective
    subjects = [
        Subject(
            parameter=name,
            index=index,
            priced=sum(one.saving for one in parts),
            saved=base - resolver.solve(_loosened(compiled, solution.values, parts), f"{name} looser").objective,
            bindings=tuple(sorted(parts, key=lambda one: one.limit.index[1:])),
        )
        for (name, index), parts in dearest
    ]
    return tuple(sorted(subjects, key=lambda one: (-one.saved, one.parameter, one.index)))


def _loosened(compiled: CompiledModel, values: Floats, bindings: Sequence[Binding]) -> CompiledModel:
    """Return the programme with these limits one percent looser."""
    lower, upper = compiled.row_lower.copy(), compiled.row_upper.copy()
    for one in bindings:
        room = _size(compiled, values, one.row) * PERCENT
        lower[one.row] -= room
        upper[one.row] += room
    return replace(compiled, row_lower=lower, row_upper=upper)


def _year(key: Key) -> int:
    """Return the year of a limit; zero for a limit over all years."""
    return next((part for part in key.place if isinstance(part, int)), 0)


def _per_unit(compiled: CompiledModel, values: Floats, key: Key) -> float:
    """Return by how much the right-hand side moves per unit of the limit: a ratio acts on what it refers to."""
    if key.family not in RATIOS:
        return 1.0
    _, reference = ratio_columns(compiled, key)
    return float(values[reference])


def _size(compiled: CompiledModel, values: Floats, row: int) -> float:
    """Return how large a limit is in the unit of its row."""
    key = compiled.rows[row]
    if key.family not in RATIOS:
        return abs(given_limit(compiled, row))
    _, reference = ratio_columns(compiled, key)
    return abs(float(compiled.matrix[[row], [reference]].item()) * float(values[reference]))
