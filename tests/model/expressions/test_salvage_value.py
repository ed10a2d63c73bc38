"""Salvage value is the share of an investment that outlives the horizon."""

from __future__ import annotations

import pytest
from systems import REGION, plant_to_build

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.salvage_value import salvage_value
from carbonpath.model.solution import empty_model


@pytest.mark.parametrize(("life", "left"), [(4.0, 54.7511312217 * 2), (2.0, 0.0)], ids=["outlives", "does not"])
def test_what_outlives_the_horizon_is_worth_something(life: float, left: float) -> None:
    model = empty_model(read_model_data(plant_to_build(life=life)))
    model.new_capacity = dict.fromkeys(model.new_capacity, 2.0)

    assert amount(salvage_value(model, REGION, "plant", 2020)) == pytest.approx(left)
