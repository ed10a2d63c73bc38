r"""Emission cost is the emission price times what is emitted beyond free allowances.

.. math::
    C^E_{rtey} = p_{rey} (E^t_{rtey} - a_{rtey} A^a_{rty} - a^f_{rtey})

Counterparts: OSeMOSYS AnnualTechnologyEmissionsPenalty (without free allowances); TIMES COM_TAXNET.

Notes
-----
Summed over technologies it is :math:`p_{rey} (E_{rey} - Q_{rey})`, the form in which the objective carries it: a price
then touches two columns a year instead of every activity that emits.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, scaled
from carbonpath.model.expressions.annual_activity import annual_activity
from carbonpath.model.expressions.technology_emissions import technology_emissions


def emission_cost(model: Model, region: str, technology: str, emission: str, year: int) -> Affine:
    """Return what a technology pays for its emission in a year, in million CNY; negative if it sells allowances."""
    price = model.data.emission_price.get((region, emission, year), 0.0)
    allocation = model.data.free_allocation.get((region, technology, emission, year), 0.0)
    emitted = technology_emissions(model, region, technology, emission, year)
    active = annual_activity(model, region, technology, year)
    fixed = model.data.fixed_allowance.get((region, technology, emission, year), 0.0)
    return Affine([*scaled(emitted.terms, price), *scaled(active.terms, -price * allocation)], -price * fixed)


def total_emission_cost(model: Model, region: str, emission: str, year: int) -> Affine:
    """Return what all technologies pay for an emission in a year, in million CNY."""
    index = region, emission, year
    price = model.data.emission_price[index]
    terms = [(price, model.annual_emissions[index])]
    if index in model.sets.allocated:
        terms.append((-price, model.free_allowances[index]))
    return Affine(terms)
