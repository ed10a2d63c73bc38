"""Telling a solution as tables: RESULT, and shadow prices in the same schema."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import SimpleNamespace
from typing import TypeAlias

import pandas as pd

from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import as_table
from carbonpath.core.vocabulary import quantity
from carbonpath.model.affine import Affine, Model, amount
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.expressions.annual_activity import annual_activity, mode_activity
from carbonpath.model.expressions.annual_emissions import annual_emissions
from carbonpath.model.expressions.boundary_emissions import boundary_emissions
from carbonpath.model.expressions.capital_investment import capital_investment
from carbonpath.model.expressions.discounting import middle_discount_factor
from carbonpath.model.expressions.emission_cost import emission_cost
from carbonpath.model.expressions.fixed_operating_cost import fixed_operating_cost
from carbonpath.model.expressions.free_allowances import free_allowances
from carbonpath.model.expressions.group_activity import group_activity
from carbonpath.model.expressions.production import production
from carbonpath.model.expressions.salvage_value import salvage_value
from carbonpath.model.expressions.storage_investment import storage_investment
from carbonpath.model.expressions.storage_salvage_value import storage_salvage_value
from carbonpath.model.expressions.technology_emissions import technology_emissions
from carbonpath.model.expressions.timeslice_flows import timeslice_production, timeslice_use
from carbonpath.model.expressions.total_capacity import total_capacity
from carbonpath.model.expressions.use import use
from carbonpath.model.expressions.variable_operating_cost import variable_operating_cost
from carbonpath.model.labels import Units
from carbonpath.model.objective import total_discounted_cost
from carbonpath.model.parameters import Index
from carbonpath.model.prepared import ModelData
from carbonpath.model.solve import Solution
from carbonpath.model.variables import VARIABLES
from carbonpath.system.outline import YEAR_SLICE
from carbonpath.system.system import System

Row: TypeAlias = tuple[str, Index, float]
"""Quantity, index in the order of the vocabulary, value."""

NOTHING = 1e-9
"""Values closer to zero than this are the solver's noise and left out as zero."""

COLUMN_OF = {"group": "technology", "partner": "technology", "storage": "technology", "boundary": "emission"}
"""Column of RESULT in which a dimension without a column of its own stands."""

PRICE_OF = {
    "commodity_balance": "commodity_price",
    "annual_emission_limit": "emission_shadow_price",
    "annual_boundary_limit": "boundary_shadow_price",
    "model_period_boundary_limit": "model_period_boundary_price",
    "max_commodity_use": "commodity_limit_price",
    "max_investment": "investment_price",
    "max_group_activity": "group_limit_price",
    "min_group_activity": "group_limit_price",
    "max_capacity": "capacity_price",
    "min_capacity": "capacity_price",
}
"""Quantity of the vocabulary that tells the dual of a constraint."""

TOLD_AS_SOLVED = (
    "new_capacity",
    "total_capacity",
    "retired_capacity",
    "group_activity",
    "disposal",
    "annual_emissions",
    "boundary_emissions",
    "delivery",
    "trade",
    "new_units",
    "new_storage_capacity",
    "storage_level",
)
"""Families of variables that stand in RESULT as they are."""

AGGREGATES: Mapping[str, Callable[..., Affine]] = {
    "total_capacity": total_capacity,
    "annual_emissions": annual_emissions,
    "free_allowances": free_allowances,
    "group_activity": group_activity,
    "boundary_emissions": boundary_emissions,
}
"""Families of variables that follow from decisions, each after what it is made of."""

FIRST_YEAR = ("total_discounted_cost", "model_period_boundary_price")
"""Quantities without a year, told in the first model year: the base of discounting."""


def result_table(
    solution: Solution, compiled: CompiledModel, data: ModelData, system: System, scenario: str
) -> pd.DataFrame:
    """Return a solution as RESULT, sorted, without zero rows.

    Activity is told by mode and year, all timeslices added up; where some commodities balance for the year and others
    in each timeslice, flows of the latter are told by timeslice too. A group, a storage or the partner of trade
    stands in the column ``technology``, the boundary of emissions within one in the column ``emission``. Costs are not
    discounted, but for ``total_discounted_cost``, told in the first model year.
    """
    solved = solved_model(solution, compiled, data)
    return _table(_result_rows(solved, system), data, system, scenario)


def dual_table(
    solution: Solution, compiled: CompiledModel, data: ModelData, system: System, scenario: str
) -> pd.DataFrame:
    """Return shadow prices in the schema of RESULT, in money of each year.

    A commodity price is what one more unit of demand costs. Prices of limits are what one more unit of the limit
    saves: positive for a cap that binds, negative for a floor that binds.
    """
    solved = solved_model(solution, compiled, data)
    return _table(_dual_rows(solution, compiled, solved, system), data, system, scenario)


def solved_model(solution: Solution, compiled: CompiledModel, data: ModelData) -> Model:
    """Return the solved values under the names that expressions use (see `carbonpath.model.affine`).

    Decisions closer to zero than `NOTHING` are zero, and aggregates are worked out from the decisions: what a table
    tells of the two agrees to the last digits.
    """
    solved = empty_model(data)
    for key, value in zip(compiled.columns, solution.values.tolist(), strict=True):
        getattr(solved, key.family)[key.place] = value if abs(value) >= NOTHING else 0.0
    for name, expression in AGGREGATES.items():
        numbers = getattr(solved, name)
        numbers |= {place: amount(expression(solved, *place)) for place in numbers}
    return solved


def empty_model(data: ModelData) -> Model:
    """Return a model in which every variable is a dictionary of zeros, for expressions to be evaluated."""
    model = SimpleNamespace()
    data.attach(model)
    for family in VARIABLES:
        setattr(model, family.name, dict.fromkeys(family.places(data.sets), 0.0))
    return model


def _result_rows(model: Model, system: System) -> Iterator[Row]:
    for name in TOLD_AS_SOLVED:
        yield from ((name, index, value) for index, value in getattr(model, name).items())
    yield from _activity_rows(model)
    yield from _timeslice_rows(model)
    yield from _flow_rows(model)
    yield from _cost_rows(model, system)


def _activity_rows(model: Model) -> Iterator[Row]:
    for (r, t, y), modes in model.sets.modes_of.items():
        yield "annual_activity", (r, t, y), amount(annual_activity(model, r, t, y))
        for m in modes:
            yield "activity", (r, t, m, "", y), amount(Affine(mode_activity(model, r, t, m, y)))


def _timeslice_rows(model: Model) -> Iterator[Row]:
    """Return the flows of commodities that balance in each timeslice, where others balance for the year."""
    flows = (
        ("timeslice_production", model.data.output_activity_ratio, timeslice_production),
        ("timeslice_use", model.data.input_activity_ratio, timeslice_use),
    )
    for name, ratios, expression in flows if model.sets.levelled else ():
        for r, t, c, y in dict.fromkeys((r, t, item, y) for r, t, item, _, y in ratios):
            for timeslice in model.sets.balanced_slices(c):
                if timeslice != YEAR_SLICE:
                    yield name, (r, t, c, timeslice, y), amount(expression(model, r, t, c, timeslice, y))


def _flow_rows(model: Model) -> Iterator[Row]:
    flows = (
        ("production", model.data.output_activity_ratio, production),
        ("use", model.data.input_activity_ratio, use),
        ("technology_emissions", model.data.emission_activity_ratio, technology_emissions),
    )
    for name, ratios, expression in flows:
        for index in dict.fromkeys((r, t, item, y) for r, t, item, _, y in ratios):
            yield name, index, amount(expression(model, *index))


def _cost_rows(model: Model, system: System) -> Iterator[Row]:
    for index in model.sets.new_capacity:
        yield "capital_investment", index, amount(capital_investment(model, *index))
        yield "salvage_value", index, amount(salvage_value(model, *index))
    for index in model.sets.capacity:
        yield "fixed_operating_cost", index, amount(fixed_operating_cost(model, *index))
    for index in model.sets.modes_of:
        yield "variable_operating_cost", index, amount(variable_operating_cost(model, *index))
    yield from _emission_cost_rows(model)
    for index in model.sets.storage.new_capacity:
        yield "storage_investment", index, amount(storage_investment(model, *index))
        yield "storage_salvage_value", index, amount(storage_salvage_value(model, *index))
    for region in system.regions:
        yield "total_discounted_cost", (region,), amount(total_discounted_cost(model, region))


def _emission_cost_rows(model: Model) -> Iterator[Row]:
    fixed: dict[Index, set[str]] = defaultdict(set)
    for r, t, e, y in model.data.fixed_allowance:
        fixed[r, e, y].add(t)
    for r, e, y in model.data.emission_price:
        payers = {t for t, _, _ in model.sets.emitters.get((r, e, y), ())}
        payers |= {t for t, _ in model.sets.allocated.get((r, e, y), ())}
        for t in payers | fixed[r, e, y]:
            yield "emission_cost", (r, t, e, y), amount(emission_cost(model, r, t, e, y))


def _dual_rows(solution: Solution, compiled: CompiledModel, model: Model, system: System) -> Iterator[Row]:
    middle = {(r, y): middle_discount_factor(model, r, y) for r in system.regions for y in system.years}
    several = len(system.timeslices) > 1
    prices: dict[tuple[str, Index], float] = {}
    for (family, index), dual in zip(compiled.rows, solution.row_duals.tolist(), strict=True):
        name = PRICE_OF.get(family)
        if name is None:
            continue
        price = dual / middle.get((index[0], index[-1]), 1.0)
        if name == "commodity_price":
            r, c, timeslice, y = index
            told = several and timeslice != YEAR_SLICE
            prices[name, (r, c, timeslice if told else "", y)] = price
        else:
            prices[name, index] = prices.get((name, index), 0.0) - price
    yield from ((name, index, price) for (name, index), price in prices.items())


def _table(rows: Iterable[Row], data: ModelData, system: System, scenario: str) -> pd.DataFrame:
    units, names = Units(system), RESULT.names
    positions = {name: position for position, name in enumerate(names)}
    told: list[tuple[object, ...]] = []
    for name, index, value in rows:
        if not abs(value) >= NOTHING:
            continue
        row: list[object] = [""] * len(names)
        row[0], row[1], row[-2], row[-1] = scenario, name, value, units.of(name, index)
        for dimension, part in zip(quantity(name).indices, index, strict=True):
            row[positions[COLUMN_OF.get(dimension, dimension)]] = part
        if name in FIRST_YEAR:
            row[positions["year"]] = data.sets.years[0]
        told.append(tuple(row))
    told.sort(key=lambda row: row[:-2])
    columns = zip(*told, strict=True) if told else ([] for _ in names)
    return as_table(pd.DataFrame(dict(zip(names, columns, strict=True))), RESULT)
