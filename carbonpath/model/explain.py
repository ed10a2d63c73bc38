"""A solved system explained: which limits bind, what carbon and goods are worth, and which prices are unique."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.binding import Binding, Subject, find_bindings, find_subjects
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.data import read_model_data
from carbonpath.model.elastic import DEMAND
from carbonpath.model.expressions.discounting import middle_discount_factor
from carbonpath.model.goal import boundary_columns
from carbonpath.model.highs import SolverOptions
from carbonpath.model.prepared import ModelData
from carbonpath.model.price_range import PriceRange, find_price_ranges, step_of
from carbonpath.model.programme import compile_system
from carbonpath.model.resolve import Resolver
from carbonpath.model.run import solve_or_explain
from carbonpath.model.solution import dual_table, empty_model
from carbonpath.model.solve import Solution, with_whole_numbers
from carbonpath.model.tie_break import TieBreak
from carbonpath.system.outline import YEAR_SLICE
from carbonpath.system.system import System

SUBJECTS = 40
"""Subjects whose savings are solved for, those with the highest prices."""
MILESTONE = 5
"""Years between which commodity prices are told."""
CHECKED = 20
"""Limits whose prices are checked against further solves, the most expensive ones."""


@dataclass(frozen=True, slots=True)
class Price:
    """A limit that binds and how far its price may be trusted."""

    binding: Binding
    """The limit, its price and what it costs."""
    slopes: PriceRange
    """Slopes of cost to either side, each from a solve of its own."""

    @property
    def confirmed(self) -> bool:
        """Whether the solver's price lies between the slopes."""
        return self.slopes.holds(self.binding.dual)


@dataclass(frozen=True, slots=True)
class CarbonPrice:
    """What a tonne of emissions is worth in a year, in CNY per t of that year."""

    year: int
    """Year."""
    paid: float
    """Emission price that is paid anyway, weighed by what the boundary counts."""
    next_tonne: float
    """Least cost of emitting one tonne less than the plan does, beyond what is paid; infinity where none is left."""


@dataclass(frozen=True, slots=True)
class CommodityPrice:
    """What one more unit of a commodity costs in a year, money of that year."""

    commodity: str
    """Commodity."""
    year: int
    """Year."""
    unit: str
    """Unit of the commodity."""
    price: float
    """Price as the solver tells it, million CNY per unit."""
    below: float
    """What one unit less saves, from a solve of its own; minus infinity if no plan is left."""
    above: float
    """What one unit more costs, from a solve of its own; infinity if no plan is left."""
    confirmed: bool
    """Whether the price lies between the two."""


@dataclass(frozen=True)
class Explanation:
    """Why a plan is as it is."""

    objective: float
    """Least cost, in million CNY."""
    subjects: tuple[Subject, ...]
    """Limits that bind, by subject, the one that saves most if loosened first."""
    bans: tuple[Binding, ...]
    """Limits of nothing at all that bind, the highest price first."""
    prices: tuple[Price, ...]
    """The most expensive limits, each checked."""
    carbon: tuple[CarbonPrice, ...]
    """Carbon price by year; of the first region, if there are several."""
    commodities: tuple[CommodityPrice, ...]
    """Prices of what is demanded and of what all firms share, at milestones, each checked; of years with
    timeslices only what balances for the year."""
    duals: pd.DataFrame
    """All shadow prices in the schema of RESULT: commodity prices by year among them."""
    tie_break: TieBreak
    """Whether the plan is the only one of its cost."""


def explain_system(
    system: System, boundary: str = "scope1", scenario: str = "", checked: int = CHECKED, measured: tuple[int, ...] = ()
) -> Explanation:
    """Return why the least-cost plan of `system` is as it is; whole units, if there are any, stay as they are.

    Parameters
    ----------
    system
        A system that has a plan.
    boundary
        Boundary of the carbon price; blank for none.
    scenario
        Name told in the tables.
    checked
        How many limits are checked.
    measured
        Years that have been measured: their limits are facts and not told.

    Raises
    ------
    CarbonpathError
        What `carbonpath.model.run.solve_system` raises.
    """
    data = read_model_data(system)
    whole = compile_system(system, data)
    solution = solve_or_explain(whole, SolverOptions(), system, scenario)
    compiled = with_whole_numbers(whole, solution.values)
    discount = discount_factors(data, system)
    found = find_bindings(compiled, solution, system, discount)
    bindings = [one for one in found if not set(measured) & set(one.limit.index)]
    dearest = bindings[:checked]
    slopes = find_price_ranges(compiled, solution, [one.row for one in dearest])
    return Explanation(
        objective=solution.objective,
        subjects=find_subjects(compiled, solution, [one for one in bindings if one.saving > 0.0], SUBJECTS),
        bans=tuple(sorted((one for one in bindings if one.saving == 0.0), key=lambda one: -abs(one.price))),
        prices=tuple(Price(one, slope) for one, slope in zip(dearest, slopes, strict=True)),
        carbon=tuple(_carbon_prices(compiled, data, solution, boundary, discount)),
        commodities=tuple(_commodity_prices(compiled, solution, system, discount)),
        duals=dual_table(solution, compiled, data, system, scenario),
        tie_break=solution.tie_break,
    )


def _commodity_prices(
    compiled: CompiledModel, solution: Solution, system: System, discount: Mapping[tuple[str, int], float]
) -> Iterator[CommodityPrice]:
    if len(system.timeslices) > 1 and not system.yearly_commodities:
        return
    units = dict(zip(system.commodities["commodity"], system.commodities["unit"], strict=True))
    rows = _told_balances(compiled, system)
    for row, slopes in zip(rows, find_price_ranges(compiled, solution, rows), strict=True):
        region, commodity, _, year = compiled.rows[row].place
        dual, worth = float(solution.row_duals[row]), discount[region, year]
        ends = slopes.below / worth, slopes.above / worth
        yield CommodityPrice(commodity, year, units[commodity], dual / worth, *ends, slopes.holds(dual))


def _told_balances(compiled: CompiledModel, system: System) -> list[int]:
    """Return the balances at milestones of what is demanded or shared, by commodity and year."""
    commodities = system.commodities
    told = {*system.parameter("demand")["commodity"], *commodities.loc[commodities["firm"] == "", "commodity"]}
    years = {year for year in system.years[1:] if year % MILESTONE == 0 or year == system.years[-1]}
    found = [
        (key.place[1], key.place[3], row)
        for row, key in enumerate(compiled.rows)
        if key.family == DEMAND
        and key.place[1] in told
        and key.place[3] in years
        and (key.place[2] == YEAR_SLICE or len(system.timeslices) == 1)
    ]
    return [row for *_, row in sorted(found)]


def discount_factors(data: ModelData, system: System) -> dict[tuple[str, int], float]:
    """Return the present value of money in the middle of each year, by region and year."""
    model = empty_model(data)
    return {(r, y): middle_discount_factor(model, r, y) for r in system.regions for y in system.years}


def _carbon_prices(
    compiled: CompiledModel,
    data: ModelData,
    solution: Solution,
    boundary: str,
    discount: Mapping[tuple[str, int], float],
) -> Sequence[CarbonPrice]:
    columns = boundary_columns(compiled, data, boundary)
    if not columns:
        return ()
    region, by_year = next(iter(columns.items()))
    resolver = Resolver(compiled)
    found = []
    for year, column in by_year.items():
        value = float(solution.values[column])
        step = step_of(value)
        upper = compiled.column_upper.copy()
        upper[column] = value - step
        try:
            cost = resolver.solve(replace(compiled, column_upper=upper), f"one tonne less in {year}").objective
        except InfeasibleError:
            cost = float("inf")
        paid = sum(
            weight * data.parameters["emission_price"].get((region, emission, year), 0.0)
            for emission, weight in data.sets.counted[boundary]
        )
        found.append(CarbonPrice(year, paid, (cost - solution.objective) / step / discount[region, year]))
    return found
