"""Sums of coefficients times variables."""

from __future__ import annotations

from pyomo.core import ConcreteModel, Var, value

from carbonpath.model.affine import Affine, amount, linear, scaled


def test_scaling_multiplies_each_coefficient() -> None:
    assert scaled([(2.0, "x"), (-1.0, "y")], 3.0) == [(6.0, "x"), (-3.0, "y")]


def test_an_amount_is_the_constant_and_the_terms() -> None:
    assert amount(Affine([(2.0, 10.0), (-1.0, 4.0)], 0.5)) == 16.5


def test_a_linear_body_has_the_value_of_its_terms() -> None:
    model = ConcreteModel()
    model.x = Var([1, 2], initialize={1: 10.0, 2: 4.0})

    assert value(linear([(2.0, model.x[1]), (-1.0, model.x[2])])) == 16.0
