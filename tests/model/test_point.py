"""Programmes with their forms, compiled at given parameter values."""

from __future__ import annotations

import numpy as np
from systems import growing_demand

from carbonpath.model.compiled import Key
from carbonpath.model.parameters import Values
from carbonpath.model.point import Point, close, compile_point, same_programme
from carbonpath.model.system_parameters import read_parameters

SYSTEM = growing_demand()
COST = [Key("total_discounted_cost", ("district",))]


def point(**changed: Values) -> Point:
    return compile_point(SYSTEM, {**read_parameters(SYSTEM), **changed}, COST)


def demand(amount: float) -> Values:
    return {("district", "good", year): amount for year in SYSTEM.years}


def test_other_numbers_have_the_same_structure_but_are_another_programme() -> None:
    assert point(demand=demand(5.0)).has_structure_of(point())
    assert not same_programme(point(demand=demand(5.0)), point())


def test_equal_numbers_are_the_same_programme() -> None:
    assert same_programme(point(), point())


def test_a_row_more_is_another_structure() -> None:
    limit: Values = {("district", "dirty", 2021): 10.0}

    assert not point(max_activity=limit).has_structure_of(point())
    assert not same_programme(point(max_activity=limit), point())


def test_cost_bounds_coefficients_and_forms_are_numbers_that_may_move() -> None:
    numbers = point().numbers

    assert numbers.cost.size == len(point().compiled.columns)
    assert numbers.coefficients.size == point().compiled.matrix.nnz
    assert numbers.forms.size > 0


def test_rounding_is_no_difference_and_neither_are_two_equal_infinities() -> None:
    one = np.array([1.0, 1e9, np.inf, np.inf, 0.0])
    two = np.array([1.0 + 1e-12, 1e9 + 0.1, np.inf, 1.0, 1e-6])

    assert close(one, two).tolist() == [True, True, True, False, False]
