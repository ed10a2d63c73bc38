r"""Total discounted cost: what is built, kept, run and emitted, less what is left at the end.

.. math::
    Z_{r} = \sum_{y} \Big[ \delta^{start}_{ry} \sum_{t} C^K_{rty}
      + \delta^{middle}_{ry} \Big( \sum_{t} C^F_{rty} + \sum_{t} C^V_{rty} + \sum_{t,e} C^E_{rtey} \Big)
      - \delta^{end}_{r} \sum_{t} S_{rty} \Big]
      + \sum_{s,y} \Big[ (1 + \rho^s_{rs})^{-(y - y_0)} C^S_{rsy} - (1 + \rho^s_{rs})^{-(1 + y_N - y_0)} S^s_{rsy} \Big]

The model minimises the sum over regions.

Counterparts: OSeMOSYS TotalDiscountedCost; TIMES OBJZ.

Notes
-----
Residual capacity pays its fixed cost like new capacity, so the objective has a part that no decision changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from carbonpath.model.affine import Affine, Model, Terms, scaled
from carbonpath.model.coded import Floats, Positions
from carbonpath.model.expressions.capital_investment import capital_investment
from carbonpath.model.expressions.discounting import (
    end_discount_factor,
    middle_discount_factor,
    remaining_share,
    start_discount_factor,
    storage_discount_factor,
)
from carbonpath.model.expressions.emission_cost import total_emission_cost
from carbonpath.model.expressions.financing_factor import financing_factor
from carbonpath.model.expressions.fixed_operating_cost import fixed_operating_cost
from carbonpath.model.expressions.salvage_value import salvage_value
from carbonpath.model.expressions.storage_investment import storage_investment
from carbonpath.model.expressions.storage_salvage_value import storage_salvage_value
from carbonpath.model.expressions.variable_operating_cost import variable_operating_cost
from carbonpath.model.numbered import Numbered
from carbonpath.model.parameters import Index


def total_discounted_cost(model: Model, region: str) -> Affine:
    """Return the present value in the first model year of all cost of a region less salvage, in million CNY."""
    sets = model.sets
    terms: Terms = []
    for r, t, y in _of(region, sets.new_capacity):
        terms += scaled(capital_investment(model, r, t, y).terms, start_discount_factor(model, r, y))
        terms += scaled(salvage_value(model, r, t, y).terms, -end_discount_factor(model, r))
    middle = {y: middle_discount_factor(model, region, y) for y in sets.years}
    for r, t, y in _of(region, sets.capacity):
        terms += scaled(fixed_operating_cost(model, r, t, y).terms, middle[y])
    for r, t, y in _of(region, sets.modes_of):
        terms += scaled(variable_operating_cost(model, r, t, y).terms, middle[y])
    return Affine([*terms, *_other_cost(model, region)])


def _other_cost(model: Model, region: str) -> Terms:
    """Return what emissions and storages of a region cost."""
    sets, terms = model.sets, []
    for r, e, y in _of(region, sorted(model.data.emission_price)):
        terms += scaled(total_emission_cost(model, r, e, y).terms, middle_discount_factor(model, r, y))
    for r, s, y in _of(region, sets.storage.new_capacity):
        terms += scaled(storage_investment(model, r, s, y).terms, storage_discount_factor(model, r, s, y))
        at_end = storage_discount_factor(model, r, s, sets.years[-1] + 1)
        terms += scaled(storage_salvage_value(model, r, s, y).terms, -at_end)
    return terms


def _of(region: str, places: Iterable[Index]) -> Iterator[Index]:
    return (place for place in places if place[0] == region)


def rule(model: Model) -> Affine:
    """Return what is minimised."""
    regions = sorted(region for (region,) in model.data.discount_rate)
    return Affine([term for region in regions for term in total_discounted_cost(model, region).terms])


def costs(model: Numbered) -> tuple[Floats, float]:
    """Return the coefficient of each column and the constant: what `rule` says, all at once."""
    grid, years = model.grid, model.sets.years
    found = np.zeros(model.width)
    regions = [region for region in grid.members["region"] if (region,) in model.data.discount_rate]
    middle = np.array([[middle_discount_factor(model, r, y) for y in years] for r in regions])
    built, at = _investment(model, regions), model.grid.codes("capital_cost")
    _charge(found, model.numbers("new_capacity")[at["region"], at["technology"], at["year"]], built)
    at = grid.codes("fixed_cost")
    kept = grid.values("fixed_cost") * middle[at["region"], at["year"]]
    _charge(found, model.numbers("total_capacity")[at["region"], at["technology"], at["year"]], kept)
    at = grid.codes("variable_cost")
    run = grid.values("variable_cost") * middle[at["region"], at["year"]]
    _charge(found, model.numbers("activity")[at["region"], at["technology"], at["year"], at["mode"]], run[:, None])
    others = Affine([term for region in regions for term in _other_cost(model, region)])
    for coefficient, column in others.terms:
        found[column] += coefficient
    return found, others.constant


def _investment(model: Numbered, regions: Sequence[str]) -> Floats:
    """Return, for each entry of capital_cost, what building costs less what is left of it, discounted."""
    grid, years, at = model.grid, model.sets.years, model.grid.codes("capital_cost")
    start = np.array([[start_discount_factor(model, r, y) for y in years] for r in regions])
    end = np.array([end_discount_factor(model, r) for r in regions])
    paid = grid.values("capital_cost") * _financing(model)[at["region"], at["technology"]]
    lives, which = np.unique(grid.spread("operational_life", np.inf), return_inverse=True)
    left = np.array(
        [
            [
                [remaining_share(model, r, y, life, model.data.discount_rate[r,]) for y in years]
                for life in lives.tolist()
            ]
            for r in regions
        ]
    )
    life_of = which.reshape(grid.shape("region", "technology"))[at["region"], at["technology"]]
    share = left[at["region"], life_of, at["year"]]
    spent: Floats = paid * start[at["region"], at["year"]] - paid * share * end[at["region"]]
    return spent


def _financing(model: Numbered) -> Floats:
    found = np.ones(model.grid.shape("region", "technology"))
    for region, technology in model.data.technology_discount_rate:
        found[model.grid.at(region=region, technology=technology)] = financing_factor(model, region, technology)
    return found


def _charge(found: Floats, columns: Positions, values: Floats) -> None:
    """Add `values` to the cost of `columns`, each at most once; a negative column is none."""
    there = columns >= 0
    found[columns[there]] += np.broadcast_to(values, columns.shape)[there]
