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

from collections.abc import Iterable, Iterator

from carbonpath.model.affine import Affine, Model, Terms, scaled
from carbonpath.model.expressions.capital_investment import capital_investment
from carbonpath.model.expressions.discounting import (
    end_discount_factor,
    middle_discount_factor,
    start_discount_factor,
    storage_discount_factor,
)
from carbonpath.model.expressions.emission_cost import total_emission_cost
from carbonpath.model.expressions.fixed_operating_cost import fixed_operating_cost
from carbonpath.model.expressions.salvage_value import salvage_value
from carbonpath.model.expressions.storage_investment import storage_investment
from carbonpath.model.expressions.storage_salvage_value import storage_salvage_value
from carbonpath.model.expressions.variable_operating_cost import variable_operating_cost
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
    for r, e, y in _of(region, sorted(model.data.emission_price)):
        terms += scaled(total_emission_cost(model, r, e, y).terms, middle[y])
    for r, s, y in _of(region, sets.storage.new_capacity):
        terms += scaled(storage_investment(model, r, s, y).terms, storage_discount_factor(model, r, s, y))
        at_end = storage_discount_factor(model, r, s, sets.years[-1] + 1)
        terms += scaled(storage_salvage_value(model, r, s, y).terms, -at_end)
    return Affine(terms)


def _of(region: str, places: Iterable[Index]) -> Iterator[Index]:
    return (place for place in places if place[0] == region)


def rule(model: Model) -> Affine:
    """Return what is minimised."""
    regions = sorted(region for (region,) in model.data.discount_rate)
    return Affine([term for region in regions for term in total_discounted_cost(model, region).terms])
