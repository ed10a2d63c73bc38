"""Sums of coefficients times variables."""

from __future__ import annotations

import math

import pytest

from carbonpath.model.affine import Affine, Relation, amount, linear, scaled


def test_scaling_multiplies_each_coefficient() -> None:
    assert scaled([(2.0, "x"), (-1.0, "y")], 3.0) == [(6.0, "x"), (-3.0, "y")]


def test_an_amount_is_the_constant_and_the_terms() -> None:
    assert amount(Affine([(2.0, 10.0), (-1.0, 4.0)], 0.5)) == 16.5


TERMS = [(2.0, "x"), (-1.0, "y")]


def test_a_body_compared_with_a_number_is_a_row() -> None:
    assert (linear(TERMS) <= 3.0) == Relation(TERMS, -math.inf, 3.0)
    assert (linear(TERMS) >= 3.0) == Relation(TERMS, 3.0, math.inf)
    assert (linear(TERMS) == 3.0) == Relation(TERMS, 3.0, 3.0)


def test_a_body_is_no_key() -> None:
    with pytest.raises(TypeError):
        hash(linear(TERMS))
