"""Derived quantities as sums over the columns of a compiled programme: one sparse row each.

The expressions of the model are evaluated with positions of columns in the place of variables, so a form is the formula
itself and not a second version of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_array, csr_array

from carbonpath.core.vocabulary import quantity
from carbonpath.model.affine import Affine, Model
from carbonpath.model.compiled import CompiledModel, Floats, Key
from carbonpath.model.expressions.annual_activity import annual_activity
from carbonpath.model.expressions.capital_investment import capital_investment
from carbonpath.model.expressions.emission_cost import emission_cost
from carbonpath.model.expressions.fixed_operating_cost import fixed_operating_cost
from carbonpath.model.expressions.production import production
from carbonpath.model.expressions.salvage_value import salvage_value
from carbonpath.model.expressions.technology_emissions import technology_emissions
from carbonpath.model.expressions.use import use
from carbonpath.model.expressions.variable_operating_cost import variable_operating_cost
from carbonpath.model.objective import total_discounted_cost
from carbonpath.model.parameters import Index
from carbonpath.model.prepared import ModelData
from carbonpath.model.solution import empty_model
from carbonpath.model.variables import VARIABLES

EXPRESSIONS: Mapping[str, Callable[..., Affine]] = {
    "annual_activity": annual_activity,
    "production": production,
    "use": use,
    "technology_emissions": technology_emissions,
    "capital_investment": capital_investment,
    "salvage_value": salvage_value,
    "fixed_operating_cost": fixed_operating_cost,
    "variable_operating_cost": variable_operating_cost,
    "emission_cost": emission_cost,
    "total_discounted_cost": total_discounted_cost,
}
"""Derived quantities by name; the variables of the model come beside them."""

FORMS = (*(family.name for family in VARIABLES), *EXPRESSIONS)
"""Quantities of which a form can be had."""

ABSENT = -1
"""Position of a variable that no row and no cost mentions: it is nothing."""


class LinearForms(NamedTuple):
    """Quantities as constants plus sums over columns."""

    keys: tuple[Key, ...]
    """Quantity and index of each form."""
    matrix: csr_array[np.float64]
    """Coefficients, forms by columns."""
    constant: Floats
    """What each form has beside its columns."""

    def at(self, values: Floats) -> Floats:
        """Return the amount of each quantity at `values` of the columns."""
        return np.asarray(self.matrix @ values, dtype=np.float64) + self.constant


def linear_forms(compiled: CompiledModel, data: ModelData, wanted: Sequence[Key]) -> LinearForms:
    """Return the forms of `wanted` quantities on the columns of `compiled`, which was built from `data`."""
    positions = _positions(compiled, data)
    rows: list[int] = []
    columns: list[int] = []
    coefficients: list[float] = []
    constant = np.zeros(len(wanted))
    for row, (name, place) in enumerate(wanted):
        form = _form(positions, name, place)
        constant[row] = form.constant
        for coefficient, column in form.terms:
            if column != ABSENT:
                rows.append(row)
                columns.append(column)
                coefficients.append(coefficient)
    shape = len(wanted), len(compiled.columns)
    matrix = csr_array(coo_array((coefficients, (rows, columns)), shape=shape, dtype=np.float64))
    return LinearForms(tuple(wanted), matrix, constant)


def places_of(data: ModelData, name: str) -> tuple[Index, ...]:
    """Return every index at which quantity `name` can be other than nothing.

    Raises
    ------
    KeyError
        If there are no forms of that quantity.
    """
    sets, parameters = data.sets, data.parameters
    for family in VARIABLES:
        if family.name == name:
            return family.places(sets)
    emitted = {(r, t, e, y) for r, t, e, _, y in parameters["emission_activity_ratio"]}
    found: dict[str, set[Index]] = {
        "annual_activity": set(sets.modes_of),
        "production": {(r, t, c, y) for r, t, c, _, y in parameters["output_activity_ratio"]},
        "use": {(r, t, c, y) for r, t, c, _, y in parameters["input_activity_ratio"]},
        "technology_emissions": emitted,
        "capital_investment": set(sets.new_capacity),
        "salvage_value": set(sets.new_capacity),
        "fixed_operating_cost": set(sets.capacity),
        "variable_operating_cost": set(sets.modes_of),
        "emission_cost": emitted | set(parameters["free_allocation"]) | set(parameters["fixed_allowance"]),
        "total_discounted_cost": set(parameters["discount_rate"]),
    }
    return tuple(sorted(found[name]))


def _positions(compiled: CompiledModel, data: ModelData) -> Model:
    """Return a model in which every variable is the position of its column."""
    model = empty_model(data)
    for family in VARIABLES:
        places = getattr(model, family.name)
        for place in places:
            places[place] = compiled.column_of.get(Key(family.name, place), ABSENT)
    return model


def _form(positions: Model, name: str, place: Index) -> Affine:
    expression = EXPRESSIONS.get(name)
    if expression is not None:
        return expression(positions, *place)
    column = getattr(positions, name).get(place, ABSENT)
    return Affine([(1.0, column)])


def told_form(key: Key) -> dict[str, str | int]:
    """Return the index of a form by the names of its dimensions."""
    return dict(zip(quantity(key.family).indices, key.place, strict=True))
