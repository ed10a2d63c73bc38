"""The total of a user-defined constraint is a weighted sum of capacity, new capacity and annual activity."""

from __future__ import annotations

import pytest
from wider_systems import NORTH, two_regions

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.user_constraint_total import user_constraint_total
from carbonpath.model.solution import empty_model


def test_capacity_new_capacity_and_activity_are_weighed() -> None:
    model = empty_model(read_model_data(two_regions()))
    model.total_capacity = dict.fromkeys(model.total_capacity, 10.0)
    model.new_capacity = dict.fromkeys(model.new_capacity, 2.0)
    model.activity = dict.fromkeys(model.activity, 1.0)

    assert amount(user_constraint_total(model, NORTH, "land", 2020)) == pytest.approx(0.5 * 10.0 + 0.1 * 2.0)
    assert amount(user_constraint_total(model, NORTH, "balance", 2020)) == pytest.approx(1.0 * 4.0 - 0.25 * 8.0)
